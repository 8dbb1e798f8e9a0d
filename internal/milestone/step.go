package milestone

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Step is a step as it goes over the wire.
type Step struct {
	ID           string             `json:"id"`
	Title        string             `json:"title"`
	Item         string             `json:"item"`
	Due          calendar.Date      `json:"due" doc:"The agreed date, which decides."`
	Planned      calendar.Date      `json:"planned" doc:"The plan's date; never later than due."`
	Expected     calendar.Date      `json:"expected" doc:"The date now hoped for, where it was moved."`
	Done         calendar.Date      `json:"done" doc:"The day it happened."`
	Status       scoring.StepStatus `json:"status" enum:"planned,started,done,dropped"`
	Progress     int                `json:"progress"`
	Owner        string             `json:"owner"`
	Risk         Risk               `json:"risk" enum:"on_track,at_risk,late"`
	Note         string             `json:"note"`
	Reason       string             `json:"reason" doc:"Of the newest report."`
	MovedBecause string             `json:"movedBecause" doc:"Why the date last moved; empty where it stands as planned."`
	Evidence     []record.Link      `json:"evidence" nullable:"false"`
	Decides      bool               `json:"decides"`
	ConcludedBy  contract.Register  `json:"concludedBy" enum:",spot-check" doc:"The register whose conclusion reports it; empty where people do."`
	Added        bool               `json:"added" doc:"A lead added it to the contract's own."`
	DependsOn    []string           `json:"dependsOn" nullable:"false"`
	Waiting      []string           `json:"waiting" nullable:"false" doc:"Those of dependsOn that are not done."`
	State        scoring.ItemState  `json:"state" enum:"open,overdue,kept,late,lost"`
	Fact         *record.Fact       `json:"fact"`
	Verification *record.Seen       `json:"verification"`
	CanReport    bool               `json:"canReport"`
	CanVerify    bool               `json:"canVerify"`
}

// Current returns the date by which the step is now expected: the moved one,
// else the plan's.
func (s Step) Current() calendar.Date {
	if s.Expected.IsZero() {
		return s.Planned
	}
	return s.Expected
}

// Open reports whether there is still something to do.
func (s Step) Open() bool { return s.Status == scoring.Planned || s.Status == scoring.Started }

// StepLine is a step in the list of all steps.
type StepLine struct {
	Step
	Goal        string `json:"goal"`
	Requirement string `json:"requirement"`
	Name        string `json:"name" doc:"The step with its item's title before it."`
}

// Lines writes every step of the plan as the facts leave it, for the reader.
// States are scoring's, for the contract's own steps.
func (p *Plan) Lines(facts []ledger.Fact, states map[string]scoring.ItemState, r record.Reader) []StepLine {
	return For(p.Draw(facts, states, r), r)
}

// Draw writes what is the same for all who read in the reader's language on the
// reader's day.
func (p *Plan) Draw(facts []ledger.Fact, states map[string]scoring.ItemState, r record.Reader) []StepLine {
	updates, verifications := record.Newest(facts, KindUpdate), record.Newest(facts, KindVerification)
	lines := make([]StepLine, len(p.steps))
	for i, s := range p.steps {
		lines[i] = StepLine{p.line(s, updates, r.Today), s.Goal, s.Requirement, s.Name()}
		l := &lines[i]
		if state, scored := states[s.ID]; scored {
			l.State = state
		}
		if f := updates[s.ID]; f != nil {
			wire := r.Wire(*f)
			l.Fact, l.Verification = &wire, r.Seen(verifications[s.ID], f)
		}
	}
	return lines
}

// Line writes one step as an update of it leaves it, nil for none.
func (p *Plan) Line(s PlannedStep, update *ledger.Fact, r record.Reader) StepLine {
	line := StepLine{p.line(s, map[string]*ledger.Fact{s.ID: update}, r.Today), s.Goal, s.Requirement, s.Name()}
	if update != nil {
		wire := r.Wire(*update)
		line.Fact = &wire
	}
	return line
}

// For copies drawn lines and says what the reader may do about each.
func For(drawn []StepLine, r record.Reader) []StepLine {
	lines := append([]StepLine{}, drawn...)
	for i := range lines {
		l := &lines[i]
		l.CanReport = r.May(opReport, l.Goal)
		l.CanVerify = l.Fact != nil && !l.Open() && l.Verification == nil && r.MayVerify(opVerify, l.Goal, l.Fact.Actor)
	}
	return lines
}

// line writes what the step's newest update says.
func (p *Plan) line(s PlannedStep, updates map[string]*ledger.Fact, today calendar.Date) Step {
	u := p.update(updates[s.ID])
	at := Recall(s.PlannedDay(), u, previousDay(updates[s.ID]))
	step := Step{
		ID: s.ID, Title: s.Title, Item: s.Item, Due: s.Due, Planned: s.PlannedDay(), Done: at.Done(), Status: at.Status(),
		Progress: at.Progress(), Owner: s.Owner, Risk: OnTrack, Evidence: []record.Link{}, Decides: s.Decides, ConcludedBy: s.ConcludedBy,
		Added: s.Added, DependsOn: []string{}, Waiting: []string{}, State: at.kept(s.Due, today),
	}
	for _, on := range s.DependsOn {
		step.DependsOn = append(step.DependsOn, on)
		if before := p.update(updates[on]); before == nil || before.Status != scoring.Done {
			step.Waiting = append(step.Waiting, on)
		}
	}
	if u == nil {
		return step
	}
	if at.Expected() != step.Planned {
		step.Expected, step.MovedBecause = at.Expected(), u.ExpectedReason
	}
	step.Risk, step.Note, step.Reason = u.Risk, u.Note, u.Reason
	if u.Owner != "" {
		step.Owner = u.Owner
	}
	if u.Evidence != nil {
		step.Evidence = u.Evidence
	}
	return step
}

// kept says of a step that scoring does not judge whether it was in time.
func (s Standing) kept(due, today calendar.Date) scoring.ItemState {
	switch {
	case s.status == scoring.Dropped:
		return scoring.Lost
	case s.status == scoring.Done && s.done.After(due):
		return scoring.Late
	case s.status == scoring.Done:
		return scoring.Kept
	case today.After(due):
		return scoring.Overdue
	}
	return scoring.Open
}

// CanReport reports whether the reader may report steps of the goal.
func CanReport(goal string, r record.Reader) bool { return r.May(opReport, goal) }

// CanPlan reports whether the reader may add steps to the goal's items.
func CanPlan(goal string, r record.Reader) bool { return r.May(opPlan, goal) }
