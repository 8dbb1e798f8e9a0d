import { describe, expect, it } from 'vitest'
import { draftOf, newGoal, newRequirement, nothing, withGoals } from './answers'
import { linesOf } from './readPaper'

describe('a contract from a paper', () => {
  it('takes the goals of a table of weights once', () => {
    const found = [
      { line: 2, number: '1', title: 'Ny kaj', weight: '60', printed: '60', unit: 'points' as const },
      { line: 3, number: '2', title: 'Klager', weight: '40', printed: '40', unit: 'points' as const },
    ]
    const once = { ...nothing(), ...withGoals({ ...nothing(), goals: [{ ...newGoal(), number: '1', title: 'Min egen' }] }, found) }
    expect(once.goals.map((goal) => goal.title)).toEqual(['Min egen', 'Klager'])
    expect(once.weights).toBe('points')
    expect(withGoals(once, found).goals).toHaveLength(2)
  })

  it('leaves what is no number for the check to ask', () => {
    const goal = { ...newGoal(), number: '4', weight: '12,5', requirements: [{ ...newRequirement('Til tiden'), measure: 'timeliness' as const, value: 'mange', limit: '6' }] }
    const [sent] = draftOf({ ...nothing(), goals: [goal] }).goals
    expect(sent?.weight).toBe('12.5')
    expect(sent?.printed).toBe('12,5')
    expect(sent?.requirements[0]).toEqual({ title: 'Til tiden', measure: 'timeliness', place: {}, unit: '', bound: 'at-least', limit: { count: 6, unit: 'months' } })
  })

  it('reads a page’s pieces line by line, cells apart', () => {
    const piece = (str: string, x: number, y: number) => ({ str, transform: [1, 0, 0, 1, x, y], width: str.length * 5 })
    expect(linesOf([piece('12,5 pct.', 300, 700), piece('2. Digital', 50, 680), piece('1. Plan', 50, 701), piece('isering', 100, 680)])).toEqual([
      '1. Plan   12,5 pct.',
      '2. Digitalisering',
    ])
  })
})
