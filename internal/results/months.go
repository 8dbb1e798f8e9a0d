package results

import (
	"fmt"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
)

// readMonths reads {months: ...}: counts by month, or a list from the window's
// first month on. A null is a month not known yet.
func (r *reader) readMonths(n *node, path string, req *contract.Requirement) {
	d := r.open(n, path)
	months := d.need("months")
	window := req.Covers(r.contract).Months()
	switch {
	case months == nil:
	case months.kind == list:
		r.readMonthList(d, months, window, req)
	default:
		f := r.open(months, d.at("months"))
		for _, e := range f.node.entries {
			if m, ok := f.month(e.at, e.key, e.key, window); ok && e.value.kind != nothing {
				r.putMonth(f, e.value, e.key, m, req)
			}
		}
	}
	d.close()
}

func (r *reader) readMonthList(d *fields, n *node, window []calendar.Month, req *contract.Requirement) {
	if len(n.items) > len(window) {
		d.add(n, d.at("months"), "results.months.too-many", map[string]any{"count": len(n.items), "months": len(window)})
		return
	}
	for i, item := range n.items {
		if item.kind != nothing {
			r.putMonth(d, item, fmt.Sprintf("months[%d]", i), window[i], req)
		}
	}
}

// month reads a month of the requirement's window.
func (f *fields) month(n *node, key, text string, window []calendar.Month) (calendar.Month, bool) {
	m, err := calendar.ParseMonth(text)
	switch {
	case err != nil:
		f.add(n, f.at(key), "results.not-month", map[string]any{"found": visible(text)})
		return m, false
	case !slices.Contains(window, m):
		f.add(n, f.at(key), "results.month-outside", map[string]any{"month": m, "first": window[0], "last": window[len(window)-1]})
		return m, false
	}
	return m, true
}

func (r *reader) putMonth(f *fields, n *node, key string, m calendar.Month, req *contract.Requirement) {
	if count, ok := f.count(n, key); ok {
		r.put(f.at(key), req.ID, m.Last(), zeroTime, scoring.MonthCount{Month: m, Count: count})
	}
}
