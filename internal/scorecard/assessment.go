package scorecard

import (
	"context"
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// KindAssessment is the kind of fact that this slice writes.
const KindAssessment = "goal.assessment"

const opAssess = "goal.assess"

// Assessment is the body of a goal.assessment: management's degree for a goal
// beside the calculated one, with its reason; or the taking back of one.
type Assessment struct {
	Degree    *exact.Rat `json:"degree,omitempty"`
	Reason    string     `json:"reason"`
	Withdrawn bool       `json:"withdrawn,omitempty"`
}

// AssessmentState is where a goal's assessment stands.
type AssessmentState string

// The states of an assessment.
const (
	Unassessed AssessmentState = "unassessed"
	Assessed   AssessmentState = "assessed"
	Withdrawn  AssessmentState = "withdrawn"
)

// AssessmentMove is a named transition of an assessment.
type AssessmentMove struct {
	Name     string
	From, To AssessmentState
}

// AssessmentMoves lists every transition; what is not in it cannot be recorded.
func AssessmentMoves() []AssessmentMove {
	return []AssessmentMove{
		{"assess", Unassessed, Assessed},
		{"reassess", Assessed, Assessed},
		{"withdraw", Assessed, Withdrawn},
		{"assess", Withdrawn, Assessed},
	}
}

// AssessmentOf reads a recorded assessment.
func AssessmentOf(f *ledger.Fact) *Assessment {
	var a Assessment
	if f == nil || json.Unmarshal(f.Body, &a) != nil {
		return nil
	}
	return &a
}

func stateOf(before *Assessment) AssessmentState {
	switch {
	case before == nil:
		return Unassessed
	case before.Withdrawn:
		return Withdrawn
	}
	return Assessed
}

func mayMove(from, to AssessmentState) bool {
	for _, m := range AssessmentMoves() {
		if m.From == from && m.To == to {
			return true
		}
	}
	return false
}

// Kinds gives the ledger this slice's kind with its rule.
func Kinds() []ledger.Kind {
	return []ledger.Kind{{Name: KindAssessment, Operation: opAssess, Goal: goalOf, Check: checkAssessment}}
}

func goalOf(c *contract.Contract, goal string) (string, error) {
	if c.Goal(goal) == nil {
		return "", fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(goal, 60)})
	}
	return goal, nil
}

func checkAssessment(_ context.Context, m ledger.Moment) (any, error) {
	goal := m.Contract.Goal(m.Submission.Subject)
	var a Assessment
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &a)}
	c.Day(m.Submission.Day, m.Contract.Period.From, calendar.DateOf(m.Now))
	c.Needed("reason", &a.Reason, record.LongText, "assessment.reason")
	before := AssessmentOf(m.Previous)
	to := Assessed
	if a.Withdrawn {
		to = Withdrawn
	}
	switch {
	case !mayMove(stateOf(before), to):
		c.Add("withdrawn", "assessment.nothing", nil)
	case a.Withdrawn && a.Degree != nil:
		c.Add("degree", "assessment.withdrawn_degree", nil)
	case a.Withdrawn:
		a.Degree = before.Degree
	case a.Degree == nil:
		c.Add("degree", "field.needed", nil)
	case !onScale(goal.Scale, *a.Degree):
		c.Add("degree", "assessment.scale", fault.Params{"scale": scaleWords(goal.Scale)})
	}
	return a, c.Err()
}

// degrees lists the degrees that a goal may be assessed to, rising; empty where
// any between the scale's ends may.
func degrees(s contract.Scale) []exact.Rat {
	if len(s.Degrees) > 0 || len(s.Levels) == 0 {
		return append([]exact.Rat{}, s.Degrees...)
	}
	list := []exact.Rat{}
	for _, l := range s.Levels {
		list = append(list, l.Degree)
	}
	return list
}

func onScale(s contract.Scale, degree exact.Rat) bool {
	allowed := degrees(s)
	for _, d := range allowed {
		if d.Equal(degree) {
			return true
		}
	}
	return len(allowed) == 0 && !degree.Less(s.Min) && !s.Max.Less(degree)
}

func scaleWords(s contract.Scale) []any {
	list := []any{}
	for _, d := range degrees(s) {
		list = append(list, d)
	}
	if len(list) == 0 {
		return []any{s.Min, s.Max}
	}
	return list
}

// assessments gives scoring the assessments in its own terms.
func assessments(facts []ledger.Fact) []scoring.Fact {
	var list []scoring.Fact
	for i := range facts {
		f := &facts[i]
		if f.Kind != KindAssessment {
			continue
		}
		a := AssessmentOf(f)
		if a == nil || a.Degree == nil {
			continue
		}
		list = append(list, scoring.Fact{
			ID: f.ID, Subject: f.Subject, Day: f.Day, Recorded: f.Recorded,
			Value: scoring.Assessment{Degree: *a.Degree, Reason: a.Reason, Withdrawn: a.Withdrawn},
		})
	}
	return list
}

func sayAssessment(lang string, c *contract.Contract, f ledger.Fact) string {
	a, goal := AssessmentOf(&f), f.Subject
	if g := c.Goal(f.Subject); g != nil {
		goal = g.Title
	}
	if a == nil || a.Degree == nil {
		return goal
	}
	key := "sentence.assessment"
	if a.Withdrawn {
		key = "sentence.assessment.withdrawn"
	}
	return catalogue.Text(lang, key, map[string]any{"goal": goal, "degree": *a.Degree, "reason": a.Reason})
}
