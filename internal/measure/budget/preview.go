package budget

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure/imported"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// BudgetPreview is what a file would say, and everything that is wrong with it.
type BudgetPreview struct {
	imported.ImportRead
	New       []Posting   `json:"new" nullable:"false" doc:"The first 200 of each list."`
	NewCount  int         `json:"newCount"`
	Changed   []Posting   `json:"changed" nullable:"false"`
	Before    []Posting   `json:"before" nullable:"false" doc:"The changed ones as they stand."`
	Changes   int         `json:"changedCount"`
	Gone      []Posting   `json:"gone" nullable:"false" doc:"Of the import before and not in the file."`
	GoneCount int         `json:"goneCount"`
	Unchanged int         `json:"unchanged"`
	Result    *BudgetView `json:"result" doc:"What would stand; null while something is wrong."`
	Standing  *BudgetView `json:"standing" doc:"What stands now; null where there is none."`
}

// BudgetLook is a file to look at.
type BudgetLook struct {
	imported.ImportFile
	What string        `json:"what" enum:"base,postings"`
	Day  calendar.Date `json:"day" doc:"The day until which postings are in."`
}

type previewInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        BudgetLook
}

type previewOutput struct{ Body *BudgetPreview }

// preview reads the file and tells what it would change.
func (h Handlers) preview(ctx context.Context, in *previewInput) (*previewOutput, error) {
	c, r, reader, err := h.permitted(ctx, in.Contract, in.Requirement)
	if err != nil {
		return nil, err
	}
	if err := checkLook(in.Body, r.Covers(c), web.Today(ctx)); err != nil {
		return nil, err
	}
	file, err := in.Body.Bytes()
	if err != nil {
		return nil, err
	}
	a, err := h.accountOf(ctx, c, r, time.Time{})
	if err != nil {
		return nil, err
	}
	p := &BudgetPreview{ImportRead: imported.ReadAs(), New: []Posting{}, Changed: []Posting{}, Before: []Posting{}, Gone: []Posting{}}
	out := &previewOutput{p}
	if a.base != nil {
		p.Standing = a.view(c, r, reader)
	}
	if in.Body.What == "base" {
		lines, info, err := ReadBase(file, a.months)
		p.Take(info)
		if err != nil {
			return out, p.Refuse(reader.Lang, err)
		}
		if AccountOf(lines, nil, len(a.months)).Budget <= 0 {
			p.Whole(reader.Lang, "budget.nothing", nil)
			return out, nil
		}
		then := *a
		then.base = &Base{Lines: lines}
		p.Result = then.view(c, r, reader)
		return out, nil
	}
	return out, h.previewPostings(ctx, p, a, of{c, r, reader}, file, in.Body.Day)
}

// checkLook holds the day that a file is looked at for to what is asked when it is sent.
func checkLook(look BudgetLook, window calendar.Period, today calendar.Date) error {
	var c record.Checks
	switch {
	case look.What != "base":
		c.Day(look.Day, window.From, today)
		checkMonthEnd(look.Day, window, false, &c)
	case !look.Day.IsZero():
		c.Day(look.Day, calendar.Date{}, today)
	}
	return c.Err()
}

// of is whose postings are looked at, and by whom.
type of struct {
	contract    *contract.Contract
	requirement *contract.Requirement
	reader      record.Reader
}

func (h Handlers) previewPostings(ctx context.Context, p *BudgetPreview, a *account, o of, file []byte, day calendar.Date) error {
	if a.base == nil {
		return fault.New(fault.Invalid, "budget.no_base", nil)
	}
	rows, info, err := ReadPostings(file, a.base.Lines, o.requirement.Covers(o.contract), day)
	p.Take(info)
	if err != nil {
		return p.Refuse(o.reader.Lang, err)
	}
	var before []Posting
	if a.fact != nil {
		if before, _, err = h.Store.Read(ctx, o.contract.ID, a.fact.ID); err != nil {
			return err
		}
	}
	p.compare(Compare(before, rows))
	then := *a
	then.fact = &ledger.Fact{Day: day}
	then.postings = &Postings{Spent: Spend(a.base.Lines, a.months, rows)}
	p.Result = then.view(o.contract, o.requirement, o.reader)
	return nil
}

func (p *BudgetPreview) compare(c Changes) {
	first := func(list []Posting) []Posting { return append([]Posting{}, list[:min(len(list), sheet.MostListed)]...) }
	p.New, p.Changed, p.Before, p.Gone = first(c.New), first(c.Changed), first(c.Before), first(c.Gone)
	p.NewCount, p.Changes, p.GoneCount, p.Unchanged = len(c.New), len(c.Changed), len(c.Gone), c.Unchanged
}
