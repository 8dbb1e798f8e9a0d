package spotcheck

import (
	"cmp"
	"context"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// SpotcheckFinding is a finding with everything that was recorded of it.
type SpotcheckFinding struct {
	Round      string        `json:"round"`
	RoundTitle string        `json:"roundTitle"`
	Number     int           `json:"number" doc:"The customer's in the draw."`
	Ref        string        `json:"ref"`
	Name       string        `json:"name" doc:"Empty once it is erased."`
	Clause     string        `json:"clause"`
	Title      string        `json:"title" doc:"The clause, in words."`
	Severity   Severity      `json:"severity" enum:"critical,serious,minor"`
	Deviation  string        `json:"deviation" doc:"What was found."`
	FollowUp   FollowUp      `json:"followUp"`
	State      FindingState  `json:"state" enum:"open,reported,closed"`
	Overdue    bool          `json:"overdue"`
	Question   string        `json:"question" doc:"Why it was sent back; empty where it was not."`
	Reported   *Measure      `json:"reported" doc:"What was done, by the newest report; null where nobody has said."`
	Made       string        `json:"made" doc:"The newest fact that says who does what."`
	Measured   string        `json:"measured" doc:"The newest report; empty where there is none."`
	Rechecked  string        `json:"rechecked" doc:"The newest look at it; empty where there is none."`
	Facts      []record.Fact `json:"facts" nullable:"false" doc:"Everything that was recorded of it, the newest first."`
	MayChange  bool          `json:"mayChange"`
	MayReport  bool          `json:"mayReport"`
	MayRecheck bool          `json:"mayRecheck" doc:"The reader neither owns it nor reported what was done."`
}

// GoalFindings are a goal's findings, what hurts first first.
type GoalFindings struct {
	Goal     string             `json:"goal"`
	Today    calendar.Date      `json:"today"`
	Findings []SpotcheckFinding `json:"findings" nullable:"false"`
}

type findingsOutput struct{ Body GoalFindings }

func (h Handlers) findingsPage(ctx context.Context, in *goalInput) (*findingsOutput, error) {
	s, err := h.see(ctx, in.Contract, in.Goal, in.At)
	if err != nil {
		return nil, err
	}
	list, err := h.findings(ctx, s, func(*found) bool { return true })
	return &findingsOutput{GoalFindings{in.Goal, s.reader.Today, list}}, err
}

// findings answers the findings of the rounds that the reader sees.
func (h Handlers) findings(ctx context.Context, s *seen, wanted func(*found) bool) ([]SpotcheckFinding, error) {
	facts, err := h.Facts.Newest(ctx, s.contract.ID, s.at, findingKinds()...)
	if err != nil {
		return nil, err
	}
	said, err := h.byPlace(ctx, s, findingKinds()...)
	if err != nil {
		return nil, err
	}
	list := []SpotcheckFinding{}
	for subject, f := range findings(facts) {
		r := s.rounds[RoundOf(f.goal, f.round)]
		if f.made == nil || r == nil || !wanted(f) {
			continue
		}
		one, err := h.finding(ctx, s, r, f)
		if err != nil {
			return nil, err
		}
		for _, kind := range findingKinds() {
			one.Facts = append(one.Facts, said[kind+" "+subject]...)
		}
		slices.SortFunc(one.Facts, func(a, b record.Fact) int { return cmp.Compare(b.Leaf, a.Leaf) })
		list = append(list, one)
	}
	slices.SortFunc(list, hurting)
	return list, nil
}

// hurting puts what is overdue first, then what is open by its deadline, what is
// closed last.
func hurting(a, b SpotcheckFinding) int {
	rank := func(f SpotcheckFinding) int {
		switch {
		case f.Overdue:
			return 0
		case f.State != FindingClosed:
			return 1
		}
		return 2
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), a.FollowUp.Deadline.Compare(b.FollowUp.Deadline),
		cmp.Compare(a.Round, b.Round), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Clause, b.Clause))
}

// finding writes one for the reader.
func (h Handlers) finding(ctx context.Context, s *seen, r *Round, f *found) (SpotcheckFinding, error) {
	plan, b := r.Plan(), f.followUp()
	one := SpotcheckFinding{
		Round: f.round, RoundTitle: plan.Title, Number: f.number, Clause: f.clause, Title: clauseTitle(plan, f.clause), FollowUp: b,
		State: f.State(), Overdue: f.Overdue(s.reader.Today), Question: f.question(), Made: f.made.ID, Facts: []record.Fact{},
		MayChange: f.State() != FindingClosed && s.reader.May(opReview, f.goal), MayReport: f.State() != FindingClosed && s.reader.May(opMeasure, f.goal),
		MayRecheck: f.recheckedBy(s.reader),
	}
	if c := r.byNumber[f.number]; c != nil {
		k, err := h.Store.one(ctx, version{s.contract.ID, plan.Population}, c.Ref)
		if err != nil {
			return one, err
		}
		one.Ref, one.Name = c.Ref, k.Name
	}
	verdict, err := h.Facts.Fact(ctx, s.contract.ID, b.Verdict)
	if err != nil {
		return one, err
	}
	for _, a := range read[Verdict](&verdict).Clauses {
		if a.Clause == f.clause {
			one.Severity, one.Deviation = a.Severity, a.Note
		}
	}
	if f.reported != nil {
		m := read[Measure](f.reported)
		one.Reported, one.Measured = &m, f.reported.ID
	}
	one.Rechecked = idOf(f.rechecked)
	return one, nil
}

// recheckedBy reports whether the reader can look whether it is mended.
func (f *found) recheckedBy(reader record.Reader) bool {
	return f.State() == FindingReported && f.followUp().Owner.Subject != reader.Subject && reader.MayVerify(opSign, f.goal, f.reported.Actor)
}

func clauseTitle(plan RoundPlan, clause string) string {
	for _, c := range plan.Checklist {
		if c.ID == clause {
			return c.Title
		}
	}
	return clause
}

func idOf(f *ledger.Fact) string {
	if f == nil {
		return ""
	}
	return f.ID
}
