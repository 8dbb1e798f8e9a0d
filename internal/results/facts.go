package results

import (
	"reflect"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

// readFacts reads the list of facts with dates.
func (r *reader) readFacts(n *yamlfile.Node) {
	if n.Kind != yamlfile.List {
		r.add(n.At, "facts", "results.not-list", nil)
		return
	}
	seen := seenFacts{ids: map[string]int{}, at: map[moment]told{}}
	for i, item := range n.Items {
		f := r.open(item, yamlfile.Index("facts", i))
		r.readFact(f, seen)
		f.close()
	}
}

// seenFacts remembers the facts of the list that were read before.
type seenFacts struct {
	ids map[string]int // own id → line
	at  map[moment]told
}

func (r *reader) readFact(f *fields, seen seenFacts) {
	id := r.factID(f, seen.ids)
	subject, ok := f.text(f.need("subject"), "subject")
	if f.need("day") == nil {
		ok = false
	}
	day := f.date("day", calendar.Date{})
	recorded := f.instant("recorded")
	value := r.factValue(f, subject, ok)
	basis := f.basis(value)
	if value != nil && !day.IsZero() {
		r.put(id, subject, day, recorded, value)
		r.facts[len(r.facts)-1].Basis = basis
		r.contradiction(f, seen)
	}
}

// moment is what one fact alone can say: something about a subject at an
// instant. A month's count is about the month, an assessment about the goal.
type moment struct {
	about    string
	recorded time.Time
}

// told is what a fact said, and where.
type told struct {
	fact  scoring.Fact
	line  int
	named bool // it has an id of its own
}

// contradiction reports a fact that says otherwise than another at the same
// instant. Of two with ids the greater one counts; without, their order in the
// file would decide, which means nothing.
func (r *reader) contradiction(f *fields, seen seenFacts) {
	fact := r.facts[len(r.facts)-1]
	now := told{fact, f.At.Line, f.has("id")}
	at := moment{r.aboutOf(&fact), fact.Recorded}
	before, there := seen.at[at]
	if !there {
		seen.at[at] = now
		return
	}
	same := before.fact.Day == fact.Day && reflect.DeepEqual(before.fact.Value, fact.Value)
	if !same && !(before.named && now.named) {
		r.add(f.At, f.Path, "results.contradiction", map[string]any{"line": before.line})
	}
}

func (r *reader) aboutOf(f *scoring.Fact) string {
	switch v := f.Value.(type) {
	case scoring.MonthCount:
		return "requirement " + f.Subject + " " + v.Month.String()
	case scoring.Assessment:
		return "goal " + f.Subject
	case scoring.StepReport:
		return "step " + f.Subject
	case scoring.Event:
		return "event of step " + f.Subject
	case scoring.NoIndicator:
		return "indicator of requirement " + f.Subject
	case scoring.Benchmark:
		return "benchmark of requirement " + f.Subject
	}
	return "requirement " + f.Subject + r.periodOf(f)
}

func (r *reader) factID(f *fields, ids map[string]int) string {
	id, ok := f.text(f.get("id"), "id")
	if !ok {
		return f.Path
	}
	if line, twice := ids[id]; twice {
		f.add(f.get("id").At, f.Field("id"), "results.duplicate-id", map[string]any{"line": line})
	}
	ids[id] = f.At.Line
	return id
}

// factValue finds what the subject is: a goal where a degree is given, else a
// step or a requirement.
func (r *reader) factValue(f *fields, subject string, ok bool) scoring.Value {
	if !ok {
		f.Ask(allFactKeys()...)
		return nil
	}
	at := f.get("subject")
	if f.has("degree") || f.has("withdrawn") {
		return r.assessment(f, at, subject)
	}
	if _, _, _, step := r.contract.Step(subject); step != nil {
		if !r.claim(at.At, f.Field("subject"), "step "+subject, "facts") {
			return nil
		}
		if f.has("event") {
			return f.event(step)
		}
		return f.stepReport()
	}
	_, req := r.contract.Requirement(subject)
	if req == nil {
		f.Ask(allFactKeys()...)
		r.unknown(at.At, f.Field("subject"), subject, r.subjects())
		return nil
	}
	if !r.claim(at.At, f.Field("subject"), "requirement "+subject, "facts") {
		return nil
	}
	switch {
	case f.has("missing"):
		return f.noIndicator(req)
	case f.has("benchmark"):
		return f.benchmark(req)
	}
	switch req.Measure {
	case contract.Milestones:
		f.Ask(allFactKeys()...)
		f.add(at.At, f.Field("subject"), "results.not-a-step", map[string]any{"known": stepIDs(req)})
		return nil
	case contract.MonthlyCount:
		return r.monthCount(f, req)
	}
	return r.figures(f, req)
}

func allFactKeys() []string {
	return []string{"status", "expected", "at-risk", "timely", "total", "satisfied", "answered", "budget", "spent",
		"month", "count", "partial", "yes", "value", "level", "final", "degree", "reason", "withdrawn", "event", "missing", "benchmark", "rests-on", "of", "asked"}
}

func (r *reader) subjects() []string {
	known := r.requirements()
	for _, g := range r.contract.Goals() {
		for i := range g.Requirements {
			known = append(known, stepIDs(&g.Requirements[i])...)
		}
	}
	return known
}

func (r *reader) assessment(f *fields, at *yamlfile.Node, subject string) scoring.Value {
	reason, _ := f.text(f.get("reason"), "reason")
	withdrawn := f.flag("withdrawn", false)
	n := f.get("degree")
	g := r.goal(yamlfile.Entry{Key: subject, At: at.At}, f.Field("subject"))
	switch {
	case g == nil || !r.claim(at.At, f.Field("subject"), "goal "+subject, "facts"):
		return nil
	case withdrawn:
		return scoring.Assessment{Reason: reason, Withdrawn: true}
	case n == nil:
		f.need("degree")
		return nil
	}
	degree, ok := f.degree(n, "degree", g)
	return given(ok, scoring.Assessment{Degree: degree, Reason: reason})
}

func (f *fields) stepReport() scoring.Value {
	n := f.need("status")
	report := scoring.StepReport{Expected: f.date("expected", calendar.Date{}), AtRisk: f.flag("at-risk", false)}
	if n == nil {
		return nil
	}
	known := []string{}
	for _, s := range []scoring.StepStatus{scoring.Planned, scoring.Started, scoring.Done, scoring.Dropped} {
		if n.Text == string(s) {
			report.Status = s
			return report
		}
		known = append(known, string(s))
	}
	f.unknown(n.At, f.Field("status"), n.Text, known)
	return nil
}

func (r *reader) monthCount(f *fields, req *contract.Requirement) scoring.Value {
	m, c := f.need("month"), f.need("count")
	partial := f.flag("partial", false)
	if m == nil || c == nil {
		return nil
	}
	month, okMonth := f.month(m.At, "month", m.Text, req.Covers(r.contract).Months())
	count, okCount := f.count(c, "count")
	return given(okMonth && okCount, scoring.MonthCount{Month: month, Count: count, Partial: partial})
}

// instant reads an instant ("2014-04-02T09:30:00Z") or a day, which is known
// from its beginning.
func (f *fields) instant(key string) time.Time {
	n := f.get(key)
	if n == nil {
		return time.Time{}
	}
	if n.Kind == yamlfile.Scalar {
		if t, err := time.Parse(time.RFC3339, n.Text); err == nil && t.Year() > 0 {
			return t.UTC()
		}
		if d, err := calendar.ParseDate(n.Text); err == nil {
			return d.Start()
		}
	}
	f.wrong(n, key, "results.not-instant")
	return time.Time{}
}
