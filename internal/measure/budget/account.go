package budget

import (
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// BudgetLine is a line of the base budget: øre for each month of the year.
type BudgetLine struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Months []int64 `json:"months" nullable:"false" doc:"Øre, month by month."`
}

// Posting is a row of a finance system's export.
type Posting struct {
	Reference string        `json:"reference"`
	Day       calendar.Date `json:"day"`
	Line      string        `json:"line"`
	Text      string        `json:"text"`
	Amount    int64         `json:"amount" doc:"Øre; what comes back is negative."`
}

// Account is a budget beside what was spent, until the end of a month.
type Account struct {
	Budget int64 `json:"budget" doc:"Øre, of the months until then."`
	Spent  int64 `json:"spent"`
	Year   int64 `json:"year" doc:"Øre, of the whole year."`
}

// BudgetSpent is what was spent of a line, month by month.
type BudgetSpent struct {
	Line   string  `json:"line"`
	Months []int64 `json:"months" nullable:"false"`
}

// Spend sums the postings by the budget's lines and the months.
func Spend(lines []BudgetLine, months []calendar.Month, postings []Posting) []BudgetSpent {
	place := map[string]int{}
	spent := make([]BudgetSpent, len(lines))
	for i, l := range lines {
		place[l.ID] = i
		spent[i] = BudgetSpent{l.ID, make([]int64, len(months))}
	}
	for _, p := range postings {
		i, ok := place[p.Line]
		month := slices.Index(months, calendar.MonthOf(p.Day))
		if ok && month >= 0 {
			spent[i].Months[month] += p.Amount
		}
	}
	return spent
}

// sum adds up the first months.
func sum(months []int64, first int) (total int64) {
	for _, amount := range months[:min(first, len(months))] {
		total += amount
	}
	return total
}

// AccountOf is all lines' account after so many months.
func AccountOf(lines []BudgetLine, spent []BudgetSpent, months int) (a Account) {
	for i, l := range lines {
		a.Budget += sum(l.Months, months)
		a.Year += sum(l.Months, len(l.Months))
		if i < len(spent) {
			a.Spent += sum(spent[i].Months, months)
		}
	}
	return a
}

// Deviation is |spent − budget| / budget in percent, exactly; nil for a budget of
// nothing or less (reading A10).
func (a Account) Deviation() *exact.Rat { return deviation(a.Spent, a.Budget) }

// Planned is the year's deviation if the rest of it goes by the budget.
func (a Account) Planned() *exact.Rat { return deviation(a.Spent+a.Year-a.Budget, a.Year) }

func deviation(spent, budget int64) *exact.Rat {
	if budget <= 0 {
		return nil
	}
	x := exact.Int(spent).Sub(exact.Int(budget)).Abs().Quo(exact.Int(budget)).Mul(exact.Int(100))
	return &x
}

// Changes are how a file's postings differ from those that came in before, by their
// references.
type Changes struct {
	New, Changed, Gone []Posting
	Before             []Posting // of Changed, in the same order
	Unchanged          int
}

// Compare compares two sets of postings.
func Compare(before, after []Posting) (c Changes) {
	old := map[string]Posting{}
	for _, p := range before {
		old[p.Reference] = p
	}
	for _, p := range after {
		was, known := old[p.Reference]
		delete(old, p.Reference)
		switch {
		case !known:
			c.New = append(c.New, p)
		case was == p:
			c.Unchanged++
		default:
			c.Changed, c.Before = append(c.Changed, p), append(c.Before, was)
		}
	}
	for _, p := range before {
		if _, gone := old[p.Reference]; gone {
			c.Gone = append(c.Gone, p)
		}
	}
	return c
}

// Same reports whether nothing differs.
func (c Changes) Same() bool { return len(c.New)+len(c.Changed)+len(c.Gone) == 0 }
