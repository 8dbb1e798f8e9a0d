package results

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

// Format is the version stamp that this program reads.
const Format = "opfyldt-results/1"

// Results is what a file says, as facts. A fact's id is its place in the file:
// "results.4", "degrees.1", "facts[3]".
type Results struct {
	Facts []scoring.Fact
	Last  time.Time // the instant from which everything in the file is known
}

// Parse reads a results file for the contract. The error is *Problems, with
// every mistake and its line.
func Parse(name string, src []byte, c *contract.Contract) (*Results, error) {
	r := &reader{sink: &sink{}, contract: c, given: map[string]string{}}
	r.last = c.Period.To.End()
	if root := r.parse(src); root != nil {
		r.refusePersonNumbers(root)
		r.read(root)
	}
	if err := r.problems(name); err != nil {
		return nil, err
	}
	return &Results{Facts: r.facts, Last: r.last}, nil
}

// reader turns the file's nodes into facts.
type reader struct {
	*sink
	contract *contract.Contract
	facts    []scoring.Fact
	last     time.Time
	given    map[string]string // subject → the form that gives it
}

func (r *reader) read(root *yamlfile.Node) {
	f := r.open(root, "")
	r.readHead(f)
	if n := f.get("degrees"); n != nil {
		r.readDegrees(n)
	}
	if n := f.get("results"); n != nil {
		r.readResults(n)
	}
	if n := f.get("facts"); n != nil {
		r.readFacts(n)
	}
	if f.IsMapping && !f.has("degrees") && !f.has("results") && !f.has("facts") {
		r.add(root.At, yamlfile.File, "results.nothing", nil)
	}
	f.close()
}

func (r *reader) readHead(f *fields) {
	if n := f.get("format"); n != nil && n.Text != Format {
		f.add(n.At, "format", "results.format", map[string]any{"found": found(n), "format": Format})
	}
	if n := f.get("contract"); n != nil && n.Text != r.contract.ID {
		f.add(n.At, "contract", "results.contract", map[string]any{"found": found(n), "contract": r.contract.ID})
	}
}

// put keeps a fact. One of which nobody says when it was recorded is known
// from its own day on; one without a day was always known.
func (r *reader) put(id, subject string, day calendar.Date, recorded time.Time, v scoring.Value) {
	if recorded.IsZero() && !day.IsZero() {
		recorded = day.Start()
	}
	if recorded.After(r.last) {
		r.last = recorded
	}
	if !day.IsZero() && day.End().After(r.last) {
		r.last = day.End()
	}
	r.facts = append(r.facts, scoring.Fact{ID: id, Subject: subject, Day: day, Recorded: recorded, Value: v})
}

// claim reports whether the form is the only one that gives the subject. Two
// forms for one thing would leave open which holds.
func (r *reader) claim(at yamlfile.Place, field, subject, form string) bool {
	if other, ok := r.given[subject]; ok && other != form {
		r.add(at, field, "results.given-twice", map[string]any{"other": other})
		return false
	}
	r.given[subject] = form
	return true
}

// refusePersonNumbers looks through every key and text. Plain numbers are
// counts and amounts, which may have any digits.
func (r *reader) refusePersonNumbers(n *yamlfile.Node) {
	if n.Kind == yamlfile.Scalar && n.Plain == yamlfile.Text && yamlfile.HoldsPersonNumber(n.Text) {
		r.add(n.At, yamlfile.File, "results.person-number", nil)
	}
	for _, e := range n.Entries {
		if yamlfile.HoldsPersonNumber(e.Key) {
			r.add(e.At, yamlfile.File, "results.person-number", nil)
		}
		r.refusePersonNumbers(e.Value)
	}
	for _, item := range n.Items {
		r.refusePersonNumbers(item)
	}
}
