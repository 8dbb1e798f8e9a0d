package scorecard

import (
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
)

// StepList is the list of all steps.
type StepList struct {
	Steps []milestone.StepLine `json:"steps" nullable:"false"`
}

// FactList is a stretch of the contract's log.
type FactList struct {
	Facts  []LogLine      `json:"facts" nullable:"false"`
	Next   *int64         `json:"next" doc:"The leaf to go on after; null at the end."`
	Count  int64          `json:"count" doc:"How many facts the filter leaves, on all pages."`
	Actors []ledger.Actor `json:"actors" nullable:"false" doc:"Who has recorded anything, each as the newest fact names them."`
}

// LogLine is a fact in the log, with the facts of its subject beside it.
type LogLine struct {
	record.Fact
	Before *ledger.Neighbour `json:"before" doc:"The fact that this one superseded."`
	After  *ledger.Neighbour `json:"after" doc:"The fact that superseded this one."`
}

// FactPage is one fact with the history of its subject.
type FactPage struct {
	Fact    record.Fact   `json:"fact"`
	History []record.Fact `json:"history" nullable:"false" doc:"Same subject and kind, the oldest first."`
	Degree  string        `json:"degree" doc:"What it made of its goal's degree, in words; empty where it is not scored."`
}
