import { useText } from '@/shared/text/useText'
import type { Where } from '../useSay'

interface Props {
  where: Where
  number: number
  letter: 'hearing' | 'result'
}

/** A letter to the customer, to be printed or written on. */
export function LetterLinks({ where, number, letter }: Props) {
  const { t } = useText()
  const at = `/api/v1/contracts/${where.contract}/goals/${where.goal}/spotchecks/rounds/${encodeURIComponent(where.round)}/customers/${number}/letters/${letter}`
  return (
    <p className="small screen-only">
      {t(`spotcheck.letter.${letter}`)} <a href={`${at}/pdf`}>{t('spotcheck.asPdf')}</a> <a href={`${at}/docx`}>{t('spotcheck.asDocx')}</a>
    </p>
  )
}
