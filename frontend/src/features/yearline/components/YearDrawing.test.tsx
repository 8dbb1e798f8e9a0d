import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { dayNumber } from '@/shared/format/day'
import { YearDrawing } from './YearDrawing'

const point = (day: string, worst: string, best: string) => ({ day, total: worst, worst, best, decided: worst })

it('shows the step of the last day, and the figure that it leads to', () => {
  const points = [point('2014-01-01', '0', '100'), point('2014-12-31', '75', '75')]
  const timeline = { from: '2014-01-01', to: '2014-12-31', today: '2014-12-31', points, deadlines: [], ahead: [] }
  const scale = { from: dayNumber('2014-01-01'), days: 365, width: 365, top: 0, bottom: 100 }
  const { container } = render(
    <YearDrawing timeline={timeline} scale={scale} height={120} tail={10} shown="2014-12-31" point={points[1]} />,
  )
  // The last day begins at 364; its step goes on to the edge, nothing of it hidden.
  expect(container.querySelector('.known')?.getAttribute('d')).toBe('M0 100.0H364.0V25.0H375.0')
  expect(container.querySelector('clipPath rect')?.getAttribute('width')).toBe('375')
  expect(screen.getByText('75')).toBeTruthy()
})
