package results

import (
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
	"opfyldt/internal/yamlfile"
)

// readMonths reads {months: ...}: counts by month, or a list from the window's
// first month on. A null is a month not known yet.
func (r *reader) readMonths(n *yamlfile.Node, path string, req *contract.Requirement) {
	d := r.open(n, path)
	months := d.need("months")
	window := req.Covers(r.contract).Months()
	switch {
	case months == nil:
	case months.Kind == yamlfile.List:
		r.readMonthList(d, months, window, req)
	default:
		f := r.open(months, d.Field("months"))
		for _, e := range f.Entries {
			if m, ok := f.month(e.At, e.Key, e.Key, window); ok && e.Value.Kind != yamlfile.Nothing {
				r.putMonth(f, e.Value, e.Key, m, req)
			}
		}
	}
	d.close()
}

func (r *reader) readMonthList(d *fields, n *yamlfile.Node, window []calendar.Month, req *contract.Requirement) {
	if len(n.Items) > len(window) {
		d.add(n.At, d.Field("months"), "results.months.too-many", map[string]any{"count": len(n.Items), "months": len(window)})
		return
	}
	for i, item := range n.Items {
		if item.Kind != yamlfile.Nothing {
			r.putMonth(d, item, yamlfile.Index("months", i), window[i], req)
		}
	}
}

// month reads a month of the requirement's window.
func (f *fields) month(at yamlfile.Place, key, text string, window []calendar.Month) (calendar.Month, bool) {
	m, err := calendar.ParseMonth(text)
	switch {
	case err != nil:
		f.add(at, f.Field(key), "results.not-month", map[string]any{"found": visible(text)})
		return m, false
	case !slices.Contains(window, m):
		f.add(at, f.Field(key), "results.month-outside", map[string]any{"month": m, "first": window[0], "last": window[len(window)-1]})
		return m, false
	}
	return m, true
}

func (r *reader) putMonth(f *fields, n *yamlfile.Node, key string, m calendar.Month, req *contract.Requirement) {
	if count, ok := f.count(n, key); ok {
		r.put(f.Field(key), req.ID, m.Last(), zeroTime, scoring.MonthCount{Month: m, Count: count})
	}
}
