package scorecard_test

import (
	"net/http"
	"testing"

	"opfyldt/internal/scorecard"
)

// Between 1 July and 10 September a service was moved and goal 1
// settled: its delivered plan was worth 6.25 before and is worth 12.5 after; two
// facts, by Lene.
func TestTwoDaysBesideEachOther(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-06-25 10:00")
	h.post("/steps/plan.done/updates", "lead", fields{"status": "done"})
	h.set("2014-07-10 10:00")
	h.post("/steps/attestation.live/updates", "lead", fields{"status": "started", "expected": "2014-10-04", "reason": "Certifikatet mangler."})
	h.set("2014-09-09 16:30")
	h.post("/steps/plan.discussed/updates", "lead", fields{"status": "done"})
	h.set("2014-10-02 09:00")
	c := get[scorecard.SideBySide](h, "/side-by-side?left=2014-07-01&right=2014-09-10", "department")
	if c.Left.Total.Worst.String() != "6.25" || c.Right.Total.Worst.String() != "12.5" {
		t.Errorf("totals %+v and %+v", c.Left.Total, c.Right.Total)
	}
	for _, g := range c.Goals {
		if g.Changed != (g.ID == "1") {
			t.Errorf("goal %s changed: %v", g.ID, g.Changed)
		}
	}
	if len(c.Facts) != 2 || c.Facts[0].Subject != "plan.discussed" || c.Facts[1].Subject != "attestation.live" || c.Facts[0].Actor.Name != "Lene Leder" {
		t.Errorf("facts between: %+v", c.Facts)
	}
	moved := ""
	for _, s := range c.Steps {
		if s.ID == "attestation.live" {
			moved = s.Left.Expected.String() + " to " + s.Right.Expected.String()
		}
	}
	if moved != "2014-08-29 to 2014-10-04" {
		t.Errorf("the moved step: %q", moved)
	}
	// The other way round the same facts lie between.
	if back := get[scorecard.SideBySide](h, "/side-by-side?left=2014-09-10&right=2014-07-01", "lead"); len(back.Facts) != 2 || back.Right.Total.Worst.String() != "6.25" {
		t.Errorf("the other way round: %d facts, right %+v", len(back.Facts), back.Right.Total)
	}
	// Looking back, nothing later is known: both sides are the same.
	past := get[scorecard.SideBySide](h, "/side-by-side?left=2014-07-01&right=now&asOf=2014-07-01", "lead")
	if len(past.Steps) != 0 || past.Right.Day.String() != "2014-07-01" {
		t.Errorf("as of 1 July: %d steps differ, right side is %s", len(past.Steps), past.Right.Day)
	}
}

func TestSidesThatAreNone(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	for address, want := range map[string]int{
		"/side-by-side":                           http.StatusOK,
		"/side-by-side?left=yesterday":            http.StatusUnprocessableEntity,
		"/side-by-side?left=v0":                   http.StatusUnprocessableEntity,
		"/side-by-side?left=v2":                   http.StatusUnprocessableEntity,
		"/side-by-side?left=2014-02-30&right=now": http.StatusUnprocessableEntity,
		"/side-by-side?left=2014-01-01&right=now": http.StatusOK,
		"/side-by-side?left=2014-01-01&right=v1":  http.StatusOK,
	} {
		if status, body := h.do(http.MethodGet, address, "lead", nil); status != want {
			t.Errorf("%s: %d %s, want %d", address, status, body, want)
		}
	}
}
