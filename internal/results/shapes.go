package results

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

// event reads whether what a step's limit counts from has happened.
func (f *fields) event(step *contract.Step) scoring.Value {
	n := f.need("event")
	switch {
	case step.After == nil:
		f.add(n.At, f.Field("event"), "results.no-event", nil)
	case n.Text == "happened":
		return scoring.Event{}
	case n.Text == "never":
		return scoring.Event{Never: true}
	default:
		f.unknown(n.At, f.Field("event"), n.Text, []string{"happened", "never"})
	}
	return nil
}

// noIndicator reads that a requirement's indicator does not exist, which its reserve
// then stands in for.
func (f *fields) noIndicator(req *contract.Requirement) scoring.Value {
	missing := f.flag("missing", true)
	reason, _ := f.text(f.get("reason"), "reason")
	if req.Fallback == "" {
		f.add(f.get("missing").At, f.Field("missing"), "results.no-fallback", nil)
		return nil
	}
	return scoring.NoIndicator{Reason: reason, Withdrawn: !missing}
}

// benchmark reads the outside figure that a requirement's target is.
func (f *fields) benchmark(req *contract.Requirement) scoring.Value {
	value, ok := f.number(f.get("benchmark"), "benchmark")
	for i := range req.Targets {
		if req.Targets[i].Benchmark != "" {
			return given(ok, scoring.Benchmark{Value: value})
		}
	}
	f.add(f.get("benchmark").At, f.Field("benchmark"), "results.no-benchmark", nil)
	return nil
}

// basis reads what a figure rests on: a number says both, a survey how many were
// asked.
func (f *fields) basis(v scoring.Value) scoring.Basis {
	var b scoring.Basis
	switch v := v.(type) {
	case scoring.Quantity:
		b.Count, _ = f.countOf("rests-on")
		b.Whole, _ = f.countOf("of")
		f.partOf(b, "rests-on")
	case scoring.SurveyShare:
		b.Count = v.Answered
		b.Whole, _ = f.countOf("asked")
		f.partOf(b, "asked")
	}
	return b
}

func (f *fields) countOf(key string) (int64, bool) {
	n := f.get(key)
	if n == nil {
		return 0, false
	}
	return f.count(n, key)
}

// partOf refuses more than the whole.
func (f *fields) partOf(b scoring.Basis, key string) {
	if n := f.get(key); n != nil && b.Whole > 0 && b.Count > b.Whole {
		f.add(n.At, f.Field(key), "results.part-above-whole", map[string]any{"part": b.Count, "whole": b.Whole, "key": "of"})
	}
}

// readPeriods reads {periods: [...]}: a figure for each of the periods that make the
// result, from the first on. A null is one not known yet.
func (r *reader) readPeriods(d *fields, n *yamlfile.Node, req *contract.Requirement) {
	spans := req.Spans(r.contract)
	switch {
	case n.Kind != yamlfile.List:
		d.add(n.At, d.Field("periods"), "results.not-list", nil)
		return
	case len(n.Items) > len(spans):
		d.add(n.At, d.Field("periods"), "results.periods.too-many", map[string]any{"count": len(n.Items), "periods": len(spans)})
		return
	}
	for i, item := range n.Items {
		key := yamlfile.Index("periods", i)
		if item.Kind == yamlfile.Nothing {
			continue
		}
		if x, ok := d.number(item, key); ok {
			r.put(d.Field(key), req.ID, spans[i].To, zeroTime, scoring.Quantity{Value: x, Final: true})
		}
	}
}

// periodOf is the period that a figure speaks of, where several make the result.
func (r *reader) periodOf(f *scoring.Fact) string {
	_, req := r.contract.Requirement(f.Subject)
	if req == nil {
		return ""
	}
	return " " + req.PeriodOf(r.contract, f.Day).To.String()
}

// hasPeriods reports whether the requirement's result is typed as one figure for
// each period.
func hasPeriods(req *contract.Requirement) bool {
	return req.Measure == contract.Number && req.Over != nil
}
