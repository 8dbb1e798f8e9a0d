package portfolio

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"opfyldt/internal/exact"
	"opfyldt/internal/scorecard"
)

// Line is a contract in the list.
type Line struct {
	scorecard.Summary
	AgencyID string `json:"agencyId"`
	Reckoned bool   `json:"reckoned" doc:"False while the figures are still being reckoned; they are empty then."`

	words string // what the text of a filter is looked for in
	order []byte // what Danish orders the agency's name by
}

func newLine(s scorecard.Summary, agencyID string, reckoned bool, order []byte) *Line {
	c := s.Contract
	return &Line{
		Summary: s, AgencyID: agencyID, Reckoned: reckoned,
		words: strings.ToLower(c.Agency + " " + c.Title + " " + c.ID), order: order,
	}
}

// orderOf makes of a name what Danish orders it by: å comes after z.
func orderOf(name string) []byte {
	return collate.New(language.Danish, collate.Numeric).KeyFromString(&collate.Buffer{}, name)
}

// SortBy names an order of the list.
type SortBy string

// The orders.
const (
	ByAgency   SortBy = "agency" // and an agency's contracts, the latest year first
	ByYear     SortBy = "year"
	ByTotal    SortBy = "total" // what is obtained, then what can be
	ByBest     SortBy = "best"
	ByLate     SortBy = "late"
	ByDeadline SortBy = "deadline"
)

// Filter narrows the list; what is empty does not.
type Filter struct {
	Text   string // in the contract's or the agency's name or id, whatever its case
	Agency string // its id
	Year   int    // in which the period begins
	Late   bool   // with steps past their agreed or their expected date
	Missed bool   // with a goal that is not kept, or no longer can be in full
}

// takes reports whether the line passes. What is not reckoned yet is neither
// late nor missed as far as anybody knows.
func (f Filter) takes(l *Line) bool {
	c := l.Contract
	if f.Agency != "" && l.AgencyID != f.Agency || f.Year != 0 && c.From.Year() != f.Year {
		return false
	}
	if f.Late && l.Counts.Late == 0 || f.Missed && !missed(l) {
		return false
	}
	return f.Text == "" || strings.Contains(l.words, strings.ToLower(f.Text))
}

func missed(l *Line) bool {
	return l.Reckoned && (l.Counts.NotKept+l.Counts.Partly > 0 || l.Total.Best.Less(exact.Int(100)))
}

// sortLines orders the lines; equal ones stand by agency and year, and lines
// without figures come last either way.
func sortLines(lines []*Line, by SortBy, down bool) {
	key := keys[by]
	slices.SortFunc(lines, func(a, b *Line) int {
		if key == nil {
			if down {
				return usual(b, a)
			}
			return usual(a, b)
		}
		if a.Reckoned != b.Reckoned && by != ByYear {
			return unreckonedLast(a.Reckoned)
		}
		order := key(a, b)
		if down {
			order = -order
		}
		if order != 0 {
			return order
		}
		return usual(a, b)
	})
}

// usual orders by agency, the latest year first.
func usual(a, b *Line) int {
	if order := bytes.Compare(a.order, b.order); order != 0 {
		return order
	}
	return cmp.Or(b.Contract.From.Compare(a.Contract.From), cmp.Compare(a.Contract.ID, b.Contract.ID))
}

func unreckonedLast(reckoned bool) int {
	if reckoned {
		return -1
	}
	return 1
}

// keys compare what each order is by, beside the usual one.
var keys = map[SortBy]func(a, b *Line) int{
	ByYear:  func(a, b *Line) int { return a.Contract.From.Compare(b.Contract.From) },
	ByTotal: func(a, b *Line) int { return cmp.Or(a.Total.Worst.Cmp(b.Total.Worst), a.Total.Best.Cmp(b.Total.Best)) },
	ByBest:  func(a, b *Line) int { return cmp.Or(a.Total.Best.Cmp(b.Total.Best), a.Total.Worst.Cmp(b.Total.Worst)) },
	ByLate:  func(a, b *Line) int { return cmp.Compare(a.Counts.Late, b.Counts.Late) },
	ByDeadline: func(a, b *Line) int {
		switch x, y := a.NextDeadline, b.NextDeadline; {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return 1
		case y == nil:
			return -1
		default:
			return x.Due.Compare(y.Due)
		}
	},
}

// Tally is what the lines of a list add up to.
type Tally struct {
	Contracts int `json:"contracts"`
	Pending   int `json:"pending" doc:"Contracts whose figures are still being reckoned."`
	Late      int `json:"late" doc:"Contracts with steps past their agreed or their expected date."`
	Missed    int `json:"missed" doc:"Contracts with a goal that is not kept, or no longer can be in full."`
}

func tally(lines []*Line) Tally {
	t := Tally{Contracts: len(lines)}
	for i := range lines {
		switch l := lines[i]; {
		case !l.Reckoned:
			t.Pending++
		default:
			if l.Counts.Late > 0 {
				t.Late++
			}
			if missed(l) {
				t.Missed++
			}
		}
	}
	return t
}
