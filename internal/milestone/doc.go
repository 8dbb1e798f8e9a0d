// Package milestone is the slice of dated steps: the plan that the contract and
// the leads agreed, what is reported of each step, and its verification.
//
// It owns the kinds milestone.plan, milestone.update and milestone.verification
// and their rules, the states of a step (docs/states.md), and what a step looks
// like over the wire. It does not know what a kept step is worth; scoring does.
// It writes through the ledger alone.
package milestone
