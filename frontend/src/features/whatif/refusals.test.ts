import { expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/client'
import { fit, refusals } from './refusals'

const set = ['figure:4=150', 'month:5b/2014-09=57', 'figure:6=abc']
const problem = new ApiProblem({
  status: 422,
  errors: [
    { location: 'query.set[0]', message: 'Skriv et tal fra 0 til 100.' },
    { location: 'query.set[2]', message: 'Skriv et tal.' },
  ],
})

it('finds what is refused by its place in the address, and reckons with the rest', () => {
  const refused = refusals(problem, set)
  expect([...refused]).toEqual([
    ['figure:4', { value: '150', message: 'Skriv et tal fra 0 til 100.' }],
    ['figure:6', { value: 'abc', message: 'Skriv et tal.' }],
  ])
  expect(fit(set, refused)).toEqual(['month:5b/2014-09=57'])
})

it('takes no other trouble for a refusal', () => {
  expect(refusals(new TypeError('no answer'), set).size).toBe(0)
  expect(refusals(new ApiProblem({ status: 404 }), set).size).toBe(0)
})
