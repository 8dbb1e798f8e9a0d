package milestone

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/scoring"
)

// Risk is the lead's own judgement of a step that is not done.
type Risk string

// The risks.
const (
	OnTrack  Risk = "on_track"
	AtRisk   Risk = "at_risk"
	RiskLate Risk = "late"
)

// Move is a named transition from one state of a step to another, or within it.
type Move struct {
	Name   string
	From   scoring.StepStatus
	To     scoring.StepStatus
	Reason bool // it needs a reason
}

// Moves lists every transition there is. What is not in it cannot be recorded:
// a done step is opened again before it is dropped, a dropped one before it is
// done, and what has begun does not turn back into a mere plan.
func Moves() []Move {
	return []Move{
		{"report", scoring.Planned, scoring.Planned, false},
		{"start", scoring.Planned, scoring.Started, false},
		{"finish", scoring.Planned, scoring.Done, false},
		{"drop", scoring.Planned, scoring.Dropped, true},
		{"report", scoring.Started, scoring.Started, false},
		{"finish", scoring.Started, scoring.Done, false},
		{"drop", scoring.Started, scoring.Dropped, true},
		{"correct", scoring.Done, scoring.Done, false},
		{"reopen", scoring.Done, scoring.Started, true},
		{"report", scoring.Dropped, scoring.Dropped, false},
		{"reopen", scoring.Dropped, scoring.Started, true},
		{"replan", scoring.Dropped, scoring.Planned, true},
	}
}

// Standing is where a step stands. It is made by Agreed and changed by Take
// alone, so that every standing has come about by the moves.
type Standing struct {
	status   scoring.StepStatus
	agreed   calendar.Date // the plan's date; zero where the contract names none
	expected calendar.Date // the date now hoped for
	done     calendar.Date // the day it happened; zero while not done
	progress int
}

// Agreed is the standing of a step of which nothing has been reported.
func Agreed(day calendar.Date) Standing {
	return Standing{status: scoring.Planned, agreed: day, expected: day}
}

// Status returns the state.
func (s Standing) Status() scoring.StepStatus { return s.status }

// Expected returns the date now hoped for: the moved one, else the agreed one.
func (s Standing) Expected() calendar.Date { return s.expected }

// Done returns the day on which it happened, no date while it has not.
func (s Standing) Done() calendar.Date { return s.done }

// Progress returns how far it is, 0 to 100.
func (s Standing) Progress() int { return s.progress }

// Open reports whether there is still something to do.
func (s Standing) Open() bool { return s.status == scoring.Planned || s.status == scoring.Started }

// move finds the transition to a state, false where there is none.
func (s Standing) move(to scoring.StepStatus) (Move, bool) {
	for _, m := range Moves() {
		if m.From == s.status && m.To == to {
			return m, true
		}
	}
	return Move{}, false
}

// Recall returns the standing that a recorded update left behind. Recorded
// updates have been through Take.
func Recall(agreed calendar.Date, u *Update, day calendar.Date) Standing {
	if u == nil {
		return Agreed(agreed)
	}
	s := Standing{status: u.Status, agreed: agreed, expected: u.Expected, progress: u.progress()}
	if s.expected.IsZero() {
		s.expected = agreed
	}
	if u.Status == scoring.Done {
		s.done = day
	}
	return s
}
