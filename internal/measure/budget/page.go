package budget

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// BudgetView is a base budget with what was spent of it, as it goes over the wire.
type BudgetView struct {
	Account     Account          `json:"account"`
	Deviation   string           `json:"deviation" doc:"Until the day, exact, in percent; empty where nothing was budgeted until then."`
	Text        string           `json:"deviationText" doc:"In the reader's language, never on the wrong side of the target."`
	Kept        *bool            `json:"kept" doc:"The deviation keeps the target; null where that cannot be said."`
	Planned     string           `json:"planned" doc:"The year's deviation if the rest of it goes by the budget, exact, in percent."`
	PlannedText string           `json:"plannedText"`
	Ended       int              `json:"ended" doc:"How many months have ended on the day."`
	Months      []string         `json:"months" nullable:"false"`
	Lines       []BudgetLineView `json:"lines" nullable:"false"`
	Quarters    []BudgetQuarter  `json:"quarters" nullable:"false"`
}

// BudgetLineView is a line with what was spent of it.
type BudgetLineView struct {
	BudgetLine
	Spent       []int64      `json:"spent" nullable:"false" doc:"Øre, month by month."`
	Account     Account      `json:"account"`
	Explanation string       `json:"explanation"`
	Fact        *record.Fact `json:"fact" doc:"The explanation's; null where there is none."`
}

// BudgetQuarter is the account at a quarter's end.
type BudgetQuarter struct {
	To        calendar.Date `json:"to"`
	Account   Account       `json:"account"`
	Deviation string        `json:"deviationText" doc:"In the reader's language."`
}

// BudgetPage is everything about a deviation.
type BudgetPage struct {
	Goal            string        `json:"goal"`
	Number          string        `json:"number"`
	Requirement     string        `json:"requirement"`
	Title           string        `json:"title"`
	Contract        string        `json:"contractTitle"`
	Language        string        `json:"language" doc:"Of the contract's texts."`
	Target          string        `json:"target" doc:"In words; empty where there is none."`
	Settled         calendar.Date `json:"settled" doc:"The base budget stands from then on."`
	Day             calendar.Date `json:"day" doc:"The day as of which it is read."`
	Past            bool          `json:"past"`
	CanReport       bool          `json:"canReport"`
	CanSettle       bool          `json:"canSettle" doc:"The base budget may still be settled or, after an amendment, settled anew."`
	ExpectsBase     string        `json:"expectsBase" doc:"The fact that a new base budget must expect."`
	ExpectsPostings string        `json:"expectsPostings" doc:"The fact that a new import must expect."`
	Base            *record.Fact  `json:"base"`
	Late            string        `json:"late" doc:"Why the base budget came in only when spending could be known; empty where it came in time."`
	WouldBeLate     bool          `json:"wouldBeLate" doc:"A base budget that is settled now comes late, and says why."`
	Fact            *record.Fact  `json:"fact" doc:"The fact that took the postings in."`
	Until           calendar.Date `json:"until,omitzero" doc:"The day until which postings are in."`
	Final           bool          `json:"final"`
	Counts          bool          `json:"counts" doc:"The requirement's result rests on the import; otherwise somebody has reported another one since."`
	Rows            int           `json:"rows"`
	Root            string        `json:"root" doc:"The Merkle root over the postings, which the fact states."`
	View            *BudgetView   `json:"view" doc:"Null while there is no base budget."`
}

type pageInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	web.AsOf
}

type pageOutput struct{ Body BudgetPage }

func (h Handlers) page(ctx context.Context, in *pageInput) (*pageOutput, error) {
	c, r, reader, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	a, err := h.accountOf(ctx, c, r, asOf(in.At))
	if err != nil {
		return nil, err
	}
	reports, err := h.Facts.Newest(ctx, c.ID, asOf(in.At), measure.KindReport)
	if err != nil {
		return nil, err
	}
	goal, _ := c.Requirement(r.ID)
	p := BudgetPage{
		Goal: goal.ID, Number: goal.Number, Requirement: r.ID, Title: measure.Name(goal, r), Contract: c.Title, Language: c.Language,
		Target: measure.TargetWords(reader.Lang, c, r), Settled: r.Spending.BudgetSettled, Day: in.At.Day, Past: in.At.Past,
		CanReport: reader.May(opReport, goal.ID),
	}
	p.CanSettle = p.CanReport && (a.base == nil || c.Version > a.base.Version || !in.At.Day.After(p.Settled))
	p.WouldBeLate = a.base == nil && comesLate(p.Settled, in.At.Day)
	if a.base != nil {
		if a.base.Late {
			p.Late = a.base.Reason
		}
		wire := reader.Wire(*a.baseFact)
		p.Base, p.ExpectsBase = &wire, a.baseFact.ID
		p.View = a.view(c, r, reader)
	}
	if a.postings != nil {
		wire := reader.Wire(*a.fact)
		p.Fact, p.ExpectsPostings, p.Until, p.Final = &wire, a.fact.ID, a.fact.Day, a.postings.Final
		p.Rows, p.Root = a.postings.Rows, a.postings.Root
		report := record.Newest(reports, measure.KindReport)[r.ID]
		p.Counts = report != nil && report.ID == record.FollowingID(a.fact.ID, measure.KindReport, a.fact.Subject)
	}
	return &pageOutput{p}, nil
}

// view puts a base budget and what was spent of it together.
func (a *account) view(c *contract.Contract, r *contract.Requirement, reader record.Reader) *BudgetView {
	v := &BudgetView{Months: []string{}, Lines: []BudgetLineView{}, Quarters: []BudgetQuarter{}}
	spent := Spend(a.base.Lines, a.months, nil)
	if a.postings != nil {
		v.Ended = MonthsUntil(a.months, a.fact.Day)
		spent = align(a.base.Lines, a.postings.Spent, spent)
	}
	for _, m := range a.months {
		v.Months = append(v.Months, m.String())
	}
	target := r.TargetFor(c.Year())
	v.Account = AccountOf(a.base.Lines, spent, v.Ended)
	if v.Ended > 0 {
		v.Deviation, v.Text = figure(reader.Lang, v.Account.Deviation(), target)
		v.Planned, v.PlannedText = figure(reader.Lang, v.Account.Planned(), target)
		if x := v.Account.Deviation(); x != nil && target != nil && target.Bound == contract.AtMost {
			kept := !target.Value.Less(*x)
			v.Kept = &kept
		}
	}
	explanations := record.Newest(a.facts, KindExplanation)
	for i, l := range a.base.Lines {
		line := BudgetLineView{BudgetLine: l, Spent: spent[i].Months, Account: AccountOf(a.base.Lines[i:i+1], spent[i:i+1], v.Ended)}
		if f := explanations[r.ID+"/"+l.ID]; f != nil {
			wire := reader.Wire(*f)
			line.Explanation, line.Fact = explanationOf(f).Text, &wire
		}
		v.Lines = append(v.Lines, line)
	}
	for _, q := range r.Covers(c).Quarters() {
		ended := MonthsUntil(a.months, q.To)
		if ended == 0 || ended > v.Ended {
			break
		}
		account := AccountOf(a.base.Lines, spent, ended)
		_, text := figure(reader.Lang, account.Deviation(), target)
		v.Quarters = append(v.Quarters, BudgetQuarter{q.To, account, text})
	}
	return v
}

// align puts what was spent in the order of the base budget's lines, which an amendment
// may have changed since the import.
func align(lines []BudgetLine, spent, none []BudgetSpent) []BudgetSpent {
	byLine := map[string]BudgetSpent{}
	for _, s := range spent {
		byLine[s.Line] = s
	}
	for i, l := range lines {
		if s, ok := byLine[l.ID]; ok {
			none[i] = s
		}
	}
	return none
}

func figure(lang string, x *exact.Rat, target *contract.Target) (value, text string) {
	if x == nil {
		return "", ""
	}
	return x.String(), measure.Figure(lang, *x, target)
}
