import i18next from 'i18next'
import { expect, it } from 'vitest'
import { sampleLine } from '@/shared/testing/samples'
import { standing } from './words'

const late = sampleLine({ late: true })
const waits = sampleLine({ waits: true })
const coming = sampleLine()
const others = sampleLine({ others: true })

it('says nothing untrue to who may assess the goals below', () => {
  expect(standing([], i18next.t, true)).toBe('Intet er forsinket eller venter på svar fra dig. Målene herunder kan vurderes nu.')
})

it.each([
  [[coming], 'Én ting venter på dig.'],
  [[late, coming], 'To ting venter på dig. Én er forsinket.'],
  [[late, late, waits], 'Tre ting venter på dig. To er forsinkede. Ved én af dem venter en anden på dig.'],
  [[waits, waits, coming], 'Tre ting venter på dig. Ved to af dem venter andre på dig.'],
  [[coming, others], 'Én ting venter på dig. Desuden venter én ting, som du har stillet, på andre.'],
  [[], 'Intet venter på dig.'],
  [[waits], 'Én ting venter på dig. En anden venter på den.'],
  // An auditor's queue is nothing else.
  [[waits, waits], 'To ting venter på dig.'],
])('says how much waits', (lines, said) => {
  expect(standing(lines, i18next.t)).toBe(said)
})
