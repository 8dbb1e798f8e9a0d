import { expect, it } from 'vitest'
import { current } from './current'

const of = (year: number) => ({ id: String(year), title: '', agency: '', from: `${year}-01-01`, to: `${year}-12-31` })

it('goes into what runs or has just ended, the latest first', () => {
  const ids = (today: string) => current([of(2012), of(2013), of(2014), of(2015)], today).map((one) => one.id)
  expect(ids('2014-10-02')).toEqual(['2014'])
  expect(ids('2014-03-01')).toEqual(['2014', '2013'])
  expect(ids('2016-10-02')).toEqual([])
})

it('stops at five', () => {
  expect(current(Array.from({ length: 9 }, () => of(2014)), '2014-10-02')).toHaveLength(5)
})
