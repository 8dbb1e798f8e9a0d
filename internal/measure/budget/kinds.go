package budget

import (
	"context"
	"encoding/json"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// The kinds of fact that this slice writes. The subject is the requirement and, of an
// explanation, its line: "8/10".
const (
	KindBase        = "budget.base"
	KindPostings    = "budget.postings"
	KindExplanation = "budget.explanation"
)

// opReport is the operation that allows all of them: they make up a result.
const opReport = "result.report"

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds(store *Store) []ledger.Kind {
	return []ledger.Kind{
		{Name: KindBase, Operation: opReport, Goal: goalOf, Check: checkBase},
		{Name: KindPostings, Operation: opReport, Goal: goalOf, Check: store.checkPostings, Then: bringReport},
		{Name: KindExplanation, Operation: opReport, Goal: goalOf, Check: checkExplanation},
	}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	id, _, _ := strings.Cut(subject, "/")
	goal, r := c.Requirement(id)
	if r == nil || r.Measure != contract.Deviation || r.Spending == nil {
		return "", fault.New(fault.NotFound, "budget.no_requirement", fault.Params{"requirement": record.Shorten(id, 60)})
	}
	return goal.ID, nil
}

// Base is the body of a budget.base.
type Base struct {
	File    string       `json:"file"`
	SHA256  string       `json:"sha256"`
	Format  string       `json:"format"`
	Version int          `json:"version" doc:"Of the contract that it was settled under."`
	Lines   []BudgetLine `json:"lines"`
	Late    bool         `json:"late,omitempty" doc:"Settled for the first time when spending could be known; the reason says why."`
	Reason  string       `json:"reason,omitempty"`
}

// BaseOf reads a recorded base budget.
func BaseOf(f *ledger.Fact) *Base {
	var b Base
	if f == nil || json.Unmarshal(f.Body, &b) != nil || len(b.Lines) == 0 {
		return nil
	}
	return &b
}

// checkBase holds that a base budget stands once the year has begun: until then it may
// be settled anew, afterwards only where an amendment has come into force since. A first
// one that comes in late says why, and is known as late for good.
func checkBase(_ context.Context, m ledger.Moment) (any, error) {
	_, r := m.Contract.Requirement(m.Submission.Subject)
	if r == nil {
		return nil, fault.New(fault.NotFound, "budget.no_requirement", fault.Params{"requirement": record.Shorten(m.Submission.Subject, 60)})
	}
	var b Base
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &b)}
	previous := BaseOf(m.Previous)
	settled := r.Spending.BudgetSettled
	b.Version, b.Late = m.Contract.Version, previous == nil && comesLate(settled, calendar.DateOf(m.Now))
	c.Needed("file", &b.File, record.ShortText, "field.needed")
	c.Text("reason", &b.Reason, record.LongText)
	c.Day(m.Submission.Day, calendar.Date{}, calendar.DateOf(m.Now))
	switch amended := previous != nil && m.Contract.Version > previous.Version; {
	case previous != nil && !amended && calendar.DateOf(m.Now).After(settled):
		return nil, fault.New(fault.Invalid, "budget.settled", fault.Params{"settled": settled})
	case !amended && m.Submission.Day.After(settled):
		c.Add("day", "budget.settled_day", fault.Params{"settled": settled})
	}
	switch {
	case b.Reason != "":
	case b.Late:
		c.Add("reason", "budget.late_reason", fault.Params{"settled": settled})
	case previous != nil:
		c.Add("reason", "measure.reason", nil)
	}
	months := len(r.Covers(m.Contract).Months())
	for _, l := range b.Lines {
		if len(l.Months) != months {
			c.Add("lines", "field.list", nil)
			return nil, c.Err()
		}
	}
	if AccountOf(b.Lines, nil, months).Budget <= 0 {
		c.Add("content", "budget.nothing", nil)
	}
	return b, c.Err()
}

// comesLate says whether a base budget that comes in today could know what was spent:
// once the month in which it was to be settled has ended.
func comesLate(settled, today calendar.Date) bool {
	return today.After(calendar.MonthOf(settled).Last())
}

// Postings is the body of a budget.postings: the rows by their root, and the figures
// that follow from them.
type Postings struct {
	File    string        `json:"file"`
	SHA256  string        `json:"sha256"`
	Format  string        `json:"format"`
	Rows    int           `json:"rows"`
	Root    string        `json:"root"`
	Base    string        `json:"base" doc:"The budget.base that they are held against."`
	Account Account       `json:"account"`
	Spent   []BudgetSpent `json:"spent"`
	Final   bool          `json:"final"`
	Gone    bool          `json:"gone,omitempty" doc:"Postings that came in before are left out, and somebody said that it is meant."`
	Note    string        `json:"note,omitempty"`
	Reason  string        `json:"reason,omitempty"`
}

// PostingsOf reads recorded postings.
func PostingsOf(f *ledger.Fact) *Postings {
	var p Postings
	if f == nil || json.Unmarshal(f.Body, &p) != nil || p.Root == "" {
		return nil
	}
	return &p
}

// checkPostings reckons the figures from the rows that were kept for the fact, so that
// nobody can say others.
func (s *Store) checkPostings(ctx context.Context, m ledger.Moment) (any, error) {
	_, r := m.Contract.Requirement(m.Submission.Subject)
	if r == nil {
		return nil, fault.New(fault.NotFound, "budget.no_requirement", fault.Params{"requirement": record.Shorten(m.Submission.Subject, 60)})
	}
	var p Postings
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &p)}
	c.Needed("file", &p.File, record.ShortText, "field.needed")
	c.Text("note", &p.Note, record.LongText)
	c.Text("reason", &p.Reason, record.LongText)
	window := r.Covers(m.Contract)
	c.Day(m.Submission.Day, window.From, calendar.DateOf(m.Now))
	checkMonthEnd(m.Submission.Day, window, p.Final, &c)
	base, err := newest(ctx, m, KindBase)
	if err != nil {
		return nil, err
	}
	b := BaseOf(base)
	if b == nil {
		return nil, fault.New(fault.Invalid, "budget.no_base", nil)
	}
	rows, root, err := s.Read(ctx, m.Contract.ID, m.Submission.ID)
	if err != nil {
		return nil, err
	}
	if rows == nil {
		return nil, fault.New(fault.Invalid, "budget.no_rows", nil)
	}
	if before := PostingsOf(m.Previous); before != nil {
		if err := s.checkBefore(ctx, m, before, rows, &p, &c); err != nil {
			return nil, err
		}
	}
	months := window.Months()
	p.Rows, p.Root, p.Base = len(rows), root, base.ID
	p.Spent = Spend(b.Lines, months, rows)
	p.Account = AccountOf(b.Lines, p.Spent, MonthsUntil(months, m.Submission.Day))
	if p.Account.Budget <= 0 {
		c.Add("day", "budget.nothing_until", nil)
	}
	return p, c.Err()
}

// checkBefore asks about postings that are gone, asks why any is changed or gone, and
// refuses to write the same again.
func (s *Store) checkBefore(ctx context.Context, m ledger.Moment, before *Postings, rows []Posting, p *Postings, c *record.Checks) error {
	old, _, err := s.Read(ctx, m.Contract.ID, m.Previous.ID)
	if err != nil {
		return err
	}
	changes := Compare(old, rows)
	if changes.Same() && m.Previous.Day == m.Submission.Day && before.Final == p.Final {
		c.Add("content", "budget.same_file", nil)
	}
	if len(changes.Gone) > 0 && !p.Gone {
		c.Add("gone", "budget.gone", fault.Params{"count": len(changes.Gone), "reference": changes.Gone[0].Reference})
	}
	if corrected := len(changes.Changed) + len(changes.Gone); corrected > 0 && p.Reason == "" {
		c.Add("reason", "budget.corrects", fault.Params{"count": corrected})
	}
	return nil
}

func checkMonthEnd(day calendar.Date, window calendar.Period, final bool, c *record.Checks) {
	switch {
	case day.IsZero():
	case calendar.MonthOf(day).Last() != day && day != window.To:
		c.Add("day", "budget.month_end", fault.Params{"day": calendar.MonthOf(day).Last()})
	case final && day != window.To:
		c.Add("final", "measure.final_early", fault.Params{"to": window.To})
	}
}

// MonthsUntil is how many of the months have ended on the day.
func MonthsUntil(months []calendar.Month, day calendar.Date) (n int) {
	for _, m := range months {
		if !m.Last().After(day) {
			n++
		}
	}
	return n
}

func newest(ctx context.Context, m ledger.Moment, kind string) (*ledger.Fact, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, kind)
	id, _, _ := strings.Cut(m.Submission.Subject, "/")
	return record.Newest(facts, kind)[id], err
}

// bringReport reports the figure that follows, as the requirement's result.
func bringReport(_ context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
	p := PostingsOf(&f)
	body, err := json.Marshal(measure.Report{
		Figures: measure.Figures{Budget: &p.Account.Budget, Spent: &p.Account.Spent}, Final: p.Final,
		Source: catalogue.Text(m.Contract.Language, "budget.source", fault.Params{"file": p.File, "rows": p.Rows}),
		Note:   p.Note, Reason: p.Reason, Import: f.ID,
	})
	return []ledger.Submission{{
		Contract: f.Contract, ID: record.FollowingID(f.ID, measure.KindReport, f.Subject), Kind: measure.KindReport, Subject: f.Subject, Day: f.Day, Body: body,
	}}, err
}

// Explanation is the body of a budget.explanation: why a line deviates.
type Explanation struct {
	Text string `json:"text"`
}

func checkExplanation(ctx context.Context, m ledger.Moment) (any, error) {
	_, line, _ := strings.Cut(m.Submission.Subject, "/")
	base, err := newest(ctx, m, KindBase)
	if err != nil {
		return nil, err
	}
	b := BaseOf(base)
	if b == nil || b.line(line) == nil {
		return nil, fault.New(fault.NotFound, "budget.unknown_line", fault.Params{"line": record.Shorten(line, maxLineID)})
	}
	var e Explanation
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &e)}
	c.Needed("text", &e.Text, record.LongText, "field.needed")
	c.Day(m.Submission.Day, m.Contract.Period.From, calendar.DateOf(m.Now))
	return e, c.Err()
}

func (b *Base) line(id string) *BudgetLine {
	for i := range b.Lines {
		if b.Lines[i].ID == id {
			return &b.Lines[i]
		}
	}
	return nil
}

// explanationOf reads a recorded explanation.
func explanationOf(f *ledger.Fact) (e Explanation) {
	if f == nil || json.Unmarshal(f.Body, &e) != nil {
		return Explanation{}
	}
	return e
}
