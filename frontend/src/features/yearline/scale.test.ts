import { expect, it } from 'vitest'
import { keyTarget } from './keys'
import { dayAt, pointAt, quarters, stepArea, stepLine, x, y, type Scale } from './scale'
import { dayNumber } from '@/shared/format/day'

const point = (day: string, worst: string, best: string) => ({ day, total: worst, worst, best, decided: worst })
const points = [point('2014-01-01', '0', '100'), point('2014-01-06', '50', '100')]
// Ten days over 100 pixels, 0 % at 100 and 100 % at 0.
const scale: Scale = { from: dayNumber('2014-01-01'), days: 10, width: 100, top: 0, bottom: 100 }

it('places days and totals', () => {
  expect(x(scale, '2014-01-06')).toBe(50)
  expect(y(scale, 25)).toBe(75)
  expect(dayAt(scale, 0)).toBe('2014-01-01')
  expect(dayAt(scale, 59)).toBe('2014-01-06')
  expect(dayAt(scale, 400)).toBe('2014-01-10')
  expect(dayAt(scale, -5)).toBe('2014-01-01')
})

it('holds each value until the next point', () => {
  expect(stepLine(scale, points, 100, (p) => p.worst)).toBe('M0 100.0H50.0V50.0H100.0')
  expect(stepArea(scale, points, 100, (p) => p.best, (p) => p.worst)).toBe(
    'M0 0.0H50.0V0.0H100.0L100.0 50.0H50.0L50.0 100.0H0.0Z',
  )
})

it('finds what was known on a day', () => {
  expect(pointAt(points, '2014-01-05')?.worst).toBe('0')
  expect(pointAt(points, '2014-01-06')?.worst).toBe('50')
})

it('knows where quarters begin', () => {
  expect(quarters('2014-01-01', '2014-12-31').map(({ day }) => day)).toEqual([
    '2014-01-01', '2014-04-01', '2014-07-01', '2014-10-01',
  ])
})

it('moves by keys: a day, a change, an end', () => {
  const timeline = { from: '2014-01-01', to: '2014-01-10', today: '2014-01-08', points, ahead: [], deadlines: [] }
  const press = (key: string, shown: string) => keyTarget(key, shown, timeline, '2014-01-08')
  expect(press('ArrowLeft', '2014-01-08')).toBe('2014-01-07')
  expect(press('ArrowRight', '2014-01-07')).toBe('2014-01-08')
  expect(press('PageDown', '2014-01-08')).toBe('2014-01-06')
  expect(press('PageUp', '2014-01-02')).toBe('2014-01-06')
  expect(press('Home', '2014-01-08')).toBe('2014-01-01')
  expect(press('End', '2014-01-03')).toBe('2014-01-08')
  expect(press('a', '2014-01-03')).toBeUndefined()
})
