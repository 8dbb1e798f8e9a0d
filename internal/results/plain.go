package results

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

var zeroTime time.Time

// readResults reads plain results by requirement.
func (r *reader) readResults(n *yamlfile.Node) {
	f := r.open(n, "results")
	for _, e := range f.Entries {
		_, req := r.contract.Requirement(e.Key)
		if req == nil {
			r.unknown(e.At, f.Field(e.Key), e.Key, r.requirements())
			continue
		}
		if e.Value.Kind != yamlfile.Nothing {
			r.readResult(f, e, req)
		}
	}
}

func (r *reader) requirements() []string {
	var ids []string
	for _, g := range r.contract.Goals() {
		for _, req := range g.Requirements {
			ids = append(ids, req.ID)
		}
	}
	return ids
}

func (r *reader) readResult(f *fields, e yamlfile.Entry, req *contract.Requirement) {
	path := f.Field(e.Key)
	switch {
	case req.Measure == contract.Milestones:
		r.readSteps(e.Value, path, req)
		return
	case !r.claim(e.At, path, "requirement "+req.ID, "results"):
		return
	case req.Measure == contract.MonthlyCount:
		r.readMonths(e.Value, path, req)
		return
	case e.Value.Kind == yamlfile.Scalar:
		if v := r.short(f, e, req); v != nil {
			r.put(path, req.ID, req.Covers(r.contract).To, zeroTime, v)
		}
		return
	}
	d := r.open(e.Value, path)
	if n := d.get("periods"); n != nil && hasPeriods(req) {
		r.readPeriods(d, n, req)
		d.close()
		return
	}
	day := d.date("day", req.Covers(r.contract).To)
	value := r.figures(d, req)
	basis := d.basis(value)
	d.close()
	if value != nil {
		r.put(path, req.ID, day, zeroTime, value)
		r.facts[len(r.facts)-1].Basis = basis
	}
}

// short reads a result written as one value: an answer, a number, a level.
func (r *reader) short(f *fields, e yamlfile.Entry, req *contract.Requirement) scoring.Value {
	switch req.Measure {
	case contract.YesNo:
		return f.answer(e.Value, e.Key)
	case contract.Number:
		if x, ok := f.number(e.Value, e.Key); ok {
			return scoring.Quantity{Value: x, Final: true}
		}
		return nil
	case contract.Verbal:
		return r.level(f, e.Value, e.Key, req)
	}
	r.add(e.Value.At, f.Field(e.Key), "results.not-share", map[string]any{"keys": keysOf(req.Measure)})
	return nil
}

func keysOf(m contract.Measure) string {
	switch m {
	case contract.Timeliness:
		return "timely, total"
	case contract.Survey:
		return "satisfied, answered"
	}
	return "budget, spent"
}

// figures reads a result's numbers by the requirement's measure.
func (r *reader) figures(d *fields, req *contract.Requirement) scoring.Value {
	switch req.Measure {
	case contract.Timeliness:
		timely, total, ok := d.share("timely", "total")
		return given(ok, scoring.CaseShare{Timely: timely, Total: total, Final: d.flag("final", true)})
	case contract.Survey:
		satisfied, answered, ok := d.share("satisfied", "answered")
		return given(ok, scoring.SurveyShare{Satisfied: satisfied, Answered: answered, Final: d.flag("final", true)})
	case contract.Deviation:
		return d.spending()
	case contract.YesNo:
		return d.answer(d.need("yes"), "yes")
	case contract.Number:
		x, ok := d.number(d.need("value"), "value")
		return given(ok, scoring.Quantity{Value: x, Final: d.flag("final", true)})
	case contract.Verbal:
		return r.level(d, d.need("level"), "level", req)
	}
	return nil
}

func given(ok bool, v scoring.Value) scoring.Value {
	if !ok {
		return nil
	}
	return v
}

// share reads a part and the whole that it is of.
func (f *fields) share(partKey, wholeKey string) (part, whole int64, ok bool) {
	p, w := f.need(partKey), f.need(wholeKey)
	part, okPart := f.count(p, partKey)
	whole, okWhole := f.count(w, wholeKey)
	switch {
	case !okPart || !okWhole:
		return 0, 0, false
	case whole == 0:
		f.wrong(w, wholeKey, "results.whole-zero")
		return 0, 0, false
	case part > whole:
		f.add(p.At, f.Field(partKey), "results.part-above-whole", map[string]any{"part": part, "whole": whole, "key": wholeKey})
		return 0, 0, false
	}
	return part, whole, true
}

// spending reads amounts in the contract's currency. A budget of nothing has no
// deviation (reading A10).
func (f *fields) spending() scoring.Value {
	b, s := f.need("budget"), f.need("spent")
	budget, okBudget := f.money(b, "budget")
	spent, okSpent := f.money(s, "spent")
	final := f.flag("final", true)
	if okBudget && budget == 0 {
		f.wrong(b, "budget", "results.budget-zero")
		return nil
	}
	return given(okBudget && okSpent, scoring.Spending{Budget: budget, Spent: spent, Final: final})
}

func (f *fields) answer(n *yamlfile.Node, key string) scoring.Value {
	if n == nil {
		return nil
	}
	yes, ok := asFlag(n)
	if !ok {
		f.wrong(n, key, "results.not-flag")
	}
	return given(ok, scoring.Answer{Yes: yes})
}

func (r *reader) level(f *fields, n *yamlfile.Node, key string, req *contract.Requirement) scoring.Value {
	if n == nil {
		return nil
	}
	g, _ := r.contract.Requirement(req.ID)
	var known []string
	for _, l := range g.Scale.Levels {
		if n.Kind == yamlfile.Scalar && (n.Text == l.ID || n.Text == l.Title) {
			return scoring.LevelReached{Level: l.ID}
		}
		known = append(known, l.ID)
	}
	r.unknown(n.At, f.Field(key), n.Text, known)
	return nil
}

// readSteps reads {steps: {id: date, late, dropped or null}}.
func (r *reader) readSteps(n *yamlfile.Node, path string, req *contract.Requirement) {
	d := r.open(n, path)
	if steps := d.need("steps"); steps != nil {
		f := r.open(steps, d.Field("steps"))
		for _, e := range f.Entries {
			step := stepOf(req, e.Key)
			if step == nil {
				r.unknown(e.At, f.Field(e.Key), e.Key, stepIDs(req))
				continue
			}
			if e.Value.Kind != yamlfile.Nothing && r.claim(e.At, f.Field(e.Key), "step "+step.ID, "results") {
				r.readStep(f, e, step)
			}
		}
	}
	d.close()
}

func (r *reader) readStep(f *fields, e yamlfile.Entry, step *contract.Step) {
	id := f.Field(e.Key)
	switch {
	case e.Value.Text == "dropped":
		r.put(id, step.ID, step.Due, zeroTime, scoring.StepReport{Status: scoring.Dropped})
		return
	case e.Value.Text == "late" && !step.Due.IsZero():
		// On the day after the agreed one it was not done.
		r.put(id, step.ID, step.Due.AddDays(1), zeroTime, scoring.StepReport{Status: scoring.Started})
		return
	}
	day, err := calendar.ParseDate(e.Value.Text)
	if err != nil || e.Value.Kind != yamlfile.Scalar {
		f.wrong(e.Value, e.Key, "results.not-step")
		return
	}
	r.put(id, step.ID, day, zeroTime, scoring.StepReport{Status: scoring.Done})
}

func stepOf(req *contract.Requirement, id string) *contract.Step {
	for i := range req.Items {
		for s := range req.Items[i].Steps {
			if req.Items[i].Steps[s].ID == id {
				return &req.Items[i].Steps[s]
			}
		}
	}
	return nil
}

func stepIDs(req *contract.Requirement) []string {
	var ids []string
	for _, item := range req.Items {
		for _, s := range item.Steps {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
