package cases

import (
	"context"
	"encoding/json"
	"fmt"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// KindImport is the kind of fact that an import is.
const KindImport = "case.import"

// The operations of the permission table: who reports figures brings cases in, and
// who verifies figures looks at cases.
const (
	opImport = "result.report"
	opRead   = "contract.read"
)

// Import is the body of a case.import: what came in, the root over the rows that
// it brought, and the figures that follow from all cases as they then stand.
type Import struct {
	Number    int         `json:"number" doc:"Its number among the requirement's imports, from 1."`
	File      Source      `json:"file"`
	Rows      Bound       `json:"rows"`
	New       int64       `json:"new"`
	Changed   int64       `json:"changed"`
	Removed   int64       `json:"removed"`
	Unchanged int64       `json:"unchanged"`
	Vanished  int64       `json:"vanished" doc:"Cases that the file does not have and that stay."`
	Figures   CaseFigures `json:"figures"`
	Note      string      `json:"note,omitempty"`
}

// Source is where the rows came from.
type Source struct {
	Name     string `json:"name"`
	SHA256   string `json:"sha256,omitempty"`
	Format   string `json:"format" enum:"csv,xlsx,json"`
	Encoding string `json:"encoding,omitempty"`
	Rows     int    `json:"rows"`
	Part     bool   `json:"part" doc:"It holds some of the cases; those it does not name stay."`
}

// Bound binds the rows that an import brought: new, changed and removed ones.
type Bound struct {
	Size int64  `json:"size"`
	Root string `json:"root"`
}

// Figures follow from the cases as they stand after an import.
type CaseFigures struct {
	Cases    int64        `json:"cases"`
	Open     int64        `json:"open"`
	OpenLate int64        `json:"openLate" doc:"Open on the import's day, and past their last timely day."`
	Timely   int64        `json:"timely" doc:"Concluded in the window and in time."`
	Total    int64        `json:"total" doc:"Concluded in the window; with the open late ones where the contract counts them."`
	Months   []MonthTally `json:"months" nullable:"false"`
}

// MonthTally is what was received and concluded in a month.
type MonthTally struct {
	Month     string `json:"month"`
	Received  int64  `json:"received"`
	Concluded int64  `json:"concluded"`
	Timely    int64  `json:"timely"`
}

// ImportOf reads a recorded import.
func ImportOf(f *ledger.Fact) *Import {
	var i Import
	if f == nil || f.Kind != KindImport || json.Unmarshal(f.Body, &i) != nil {
		return nil
	}
	return &i
}

// settle counts the share in the window.
func (f *CaseFigures) settle(rule Rule) {
	f.Timely, f.Total = 0, 0
	for _, m := range f.Months {
		month, err := calendar.ParseMonth(m.Month)
		if err == nil && rule.Window.Contains(month.Last()) {
			f.Timely += m.Timely
			f.Total += m.Concluded
		}
	}
	if rule.OpenLateCounts {
		f.Total += f.OpenLate
	}
}

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds() []ledger.Kind {
	return []ledger.Kind{{Name: KindImport, Operation: opImport, Goal: goalOf, Check: checkImport, Then: results}}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	goal, _, _, err := Find(c, subject)
	if err != nil {
		return "", err
	}
	return goal.ID, nil
}

// Find names a requirement whose figures follow from cases, with its goal and
// rule.
func Find(c *contract.Contract, id string) (*contract.Goal, *contract.Requirement, Rule, error) {
	goal, r := c.Requirement(id)
	if r == nil {
		return nil, nil, Rule{}, fault.New(fault.NotFound, "measure.no_requirement", fault.Params{"requirement": record.Shorten(id, 60)})
	}
	rule, ok := RuleOf(c, r)
	if !ok {
		return nil, nil, Rule{}, fault.New(fault.NotFound, "cases.none", fault.Params{"requirement": r.Title})
	}
	return goal, r, rule, nil
}

// checkImport holds what the service's own intake holds too: an import is of a day
// not before the last one's, and follows on it.
func checkImport(_ context.Context, m ledger.Moment) (any, error) {
	var i Import
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &i)}
	c.Day(m.Submission.Day, earliest, calendar.DateOf(m.Now))
	before := ImportOf(m.Previous)
	number := 1
	if before != nil {
		number = before.Number + 1
		if m.Submission.Day.Before(m.Previous.Day) {
			c.Add("day", "cases.day_back", fault.Params{"day": m.Previous.Day})
		}
	}
	if i.Number != number {
		c.Add("number", "cases.number", fault.Params{"number": number})
	}
	c.Needed("file.name", &i.File.Name, record.ShortText, "field.needed")
	c.Text("note", &i.Note, record.LongText)
	return i, c.Err()
}

// results are what an import brings about: the share as of its day, or each month
// whose count is another than was reported.
func results(ctx context.Context, m ledger.Moment, f ledger.Fact) ([]ledger.Submission, error) {
	_, r, rule, err := Find(m.Contract, f.Subject)
	if err != nil {
		return nil, err
	}
	facts, err := m.Facts.Newest(ctx, f.Contract, m.Now, record.KindResult)
	if err != nil {
		return nil, err
	}
	w := writer{rule: rule, fact: f, imported: ImportOf(&f), newest: record.Newest(facts, record.KindResult), lang: m.Contract.Language}
	if r.Measure == contract.MonthlyCount {
		err = w.months()
	} else {
		err = w.share()
	}
	return w.out, err
}

// writer writes the results of an import.
type writer struct {
	rule     Rule
	fact     ledger.Fact
	imported *Import
	newest   map[string]*ledger.Fact
	lang     string
	out      []ledger.Submission
}

// share writes the share of cases in time; none before the window has begun or
// while no case counts.
func (w *writer) share() error {
	figures := w.imported.Figures
	if w.fact.Day.Before(w.rule.Window.From) || figures.Total == 0 {
		return nil
	}
	final := !w.fact.Day.Before(w.rule.Window.To)
	return w.write(w.fact.Subject, w.fact.Day, final, map[string]any{"timely": figures.Timely, "total": figures.Total})
}

// months writes the counts of months that have begun.
func (w *writer) months() error {
	counts := map[string]int64{}
	for _, m := range w.imported.Figures.Months {
		counts[m.Month] = m.Concluded
	}
	for _, month := range w.rule.Window.Months() {
		first := month.Last().AddDays(1).AddMonths(-1)
		if w.fact.Day.Before(first) {
			break
		}
		day := month.Last()
		if w.fact.Day.Before(day) {
			day = w.fact.Day
		}
		text := month.String()
		if err := w.write(w.fact.Subject+"/"+text, day, false, map[string]any{"month": text, "count": counts[text]}); err != nil {
			return err
		}
	}
	return nil
}

// write writes a result where it says anything new.
func (w *writer) write(subject string, day calendar.Date, final bool, figures map[string]any) error {
	body := record.Derived{Figures: figures, Final: final, Source: w.text("cases.source", nil)}
	if before := w.newest[subject]; before != nil {
		same, err := w.same(before, day, final, figures)
		if err != nil || same {
			return err
		}
		body.Reason = w.imported.Note
		if body.Reason == "" {
			body.Reason = w.text("cases.reason", map[string]any{"day": w.fact.Day})
		}
	}
	s, err := body.Follows(w.fact, subject, day)
	if err != nil {
		return err
	}
	w.out = append(w.out, s)
	return nil
}

func (w *writer) text(key string, params map[string]any) string {
	params = withFile(params, w.imported.File.Name)
	lang := w.lang
	if lang == "" {
		lang = catalogue.Danish
	}
	return catalogue.Text(lang, key, params)
}

func withFile(params map[string]any, name string) map[string]any {
	if params == nil {
		params = map[string]any{}
	}
	params["file"] = name
	return params
}

// same reports whether a result says this already.
func (w *writer) same(before *ledger.Fact, day calendar.Date, final bool, figures map[string]any) (bool, error) {
	var was struct {
		Figures map[string]json.RawMessage `json:"figures"`
		Final   bool                       `json:"final"`
	}
	if err := json.Unmarshal(before.Body, &was); err != nil {
		return false, fmt.Errorf("read the result of %s: %w", before.Subject, err)
	}
	for name, value := range figures {
		text, err := json.Marshal(value)
		if err != nil || string(was.Figures[name]) != string(text) {
			return false, err
		}
	}
	return before.Day == day && was.Final == final, nil
}

// Share is a share in percent, exact; nil where there is nothing to share.
func Share(timely, total int64) *exact.Rat {
	if total == 0 {
		return nil
	}
	x := exact.Frac(timely, total).Mul(exact.Int(100))
	return &x
}
