import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber, daysBetween, instant, lastDay, lateness, longDay, spokenDay, isDay, recordedDay } from './day'

const t = i18next.getFixedT('da', 'texts')
const today = '2014-10-02'

describe('spokenDay', () => {
  it.each([
    ['2014-10-02', 'i dag'],
    ['2014-10-03', 'i morgen'],
    ['2014-10-04', 'i overmorgen'],
    ['2014-10-14', 'om 12 dage'],
    ['2014-10-17', '17. oktober'], // 15 days off: a date says more
    ['2014-10-01', 'i går'],
    ['2014-09-30', 'i forgårs'],
    ['2014-09-24', 'for 8 dage siden'],
    ['2015-01-14', '14. januar 2015'], // another year
  ])('%s is %s', (day, spoken) => {
    expect(spokenDay(day, today, 'da', t)).toBe(spoken)
  })
})

it('counts the days that something is late', () => {
  expect(lateness('2014-09-29', today, t)).toBe('3 dage for sent')
  expect(lateness('2014-10-01', today, t)).toBe('1 dag for sent')
})

it('reckons across leap years and summer time by the calendar alone', () => {
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  expect(daysBetween('2014-03-29', '2014-03-31')).toBe(2)
  expect(dayFromNumber(dayNumber('2014-12-31') + 1)).toBe('2015-01-01')
  expect([lastDay('2014-02'), lastDay('2016-02'), lastDay('2014-12')]).toEqual(['2014-02-28', '2016-02-29', '2014-12-31'])
})

it('writes instants on the wall clock in Copenhagen', () => {
  // 04:00 UTC in October is 06:00 summer time.
  expect(instant('2014-10-02T04:00:00Z', 'da')).toContain('06.00')
  expect(longDay('2014-06-30', 'en')).toBe('30 June 2014')
})

it('knows days that the calendar has, and the Copenhagen day of an instant', () => {
  expect(['2014-02-28', '2014-02-31', '2014-13-01', 'i dag'].map(isDay)).toEqual([true, false, false, false])
  expect(recordedDay('2014-06-30T22:30:00Z')).toBe('2014-07-01')
})
