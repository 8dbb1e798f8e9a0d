package scoring

import (
	"strings"
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// drawnCurve writes the stretches and, after a bar, the degrees at their ends.
func drawnCurve(c *Curve) string {
	var parts []string
	for _, s := range c.Stretches {
		parts = append(parts, s.From.String()+"–"+s.To.String()+": "+s.Start.String()+"→"+s.End.String())
	}
	parts = append(parts, "|")
	for _, p := range c.Points {
		parts = append(parts, p.Result.String()+"="+p.Degree.String())
	}
	return strings.Join(parts, " ")
}

// Reckoned by hand from the rules: what belongs to a bound is told at the bound,
// what lies beside it by the stretch.
func TestTheCurveIsTheRule(t *testing.T) {
	t.Parallel()
	hundredth, eighty, start := exact.Int(100), exact.Int(80), exact.MustParse("3.1")
	of := func(bound contract.Bound, value string) []contract.Target {
		return []contract.Target{{Year: 2014, Bound: bound, Value: exact.MustParse(value)}}
	}
	for name, c := range map[string]struct {
		r    contract.Requirement
		want string
	}{
		// Nothing below 80, from 50 there to 100 at 90: the cliff belongs to 80.
		"a cliff, then a line": {contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByPieces, Pieces: []contract.Piece{
			{To: end("80", false)},
			{From: end("80", true), To: end("90", false), Degree: exact.Int(50), LineTo: &hundredth},
			{From: end("90", true), Degree: hundredth},
		}}}, "77.5–80: 0→0 80–90: 50→100 90–92.5: 100→100 | 80=50 90=100"},
		// At most 5: 5 is in, above is out.
		"at most": {contract.Requirement{Measure: contract.Deviation, Targets: of(contract.AtMost, "5"),
			Degree: contract.DegreeRule{By: contract.ByTarget}}, "3.75–5: 100→100 5–6.25: 0→0 | 5=100"},
		// A share ends at 100.
		"a share": {contract.Requirement{Measure: contract.Timeliness, Targets: of(contract.AtLeast, "96"),
			Degree: contract.DegreeRule{By: contract.ByTarget}}, "72–96: 0→0 96–100: 100→100 | 96=100"},
		// From 3.1 to 3.6, and 80 % of the way at least, which is 3.5 exactly.
		"a way with a least": {contract.Requirement{Measure: contract.Number, Targets: of(contract.AtLeast, "3.6"),
			Degree: contract.DegreeRule{By: contract.ByWay, From: &start, Least: &eighty}},
			"2.975–3.1: 0→0 3.1–3.5: 0→0 3.5–3.6: 80→100 3.6–3.725: 100→100 | 3.1=0 3.5=80 3.6=100"},
		// A line beyond the scale turns where it meets 100: half-way from 0 to 200.
		"a line beyond the scale": {contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByPieces, Pieces: []contract.Piece{
			{From: end("0", true), To: end("10", true), LineTo: new(exact.Int(200))},
		}}}, "0–5: 0→100 5–10: 100→100 10–12.5: 0→0 | 0=0 5=100 10=100"},
		// The best rank is the lowest; what no row holds is the rest.
		"ranks": {contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByTable, Table: []contract.TableRow{
			{To: end("1", true), Degree: hundredth}, {From: end("1", false), To: end("3", true), Degree: exact.Int(50)},
		}}}, "0.5–1: 100→100 1–3: 50→50 3–3.5: 0→0 | 1=100 3=50"},
	} {
		curve := CurveOf(one(c.r), nil, endOfYear, "r", nil)
		if curve == nil {
			t.Errorf("%s: no curve", name)
			continue
		}
		if got := drawnCurve(curve); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// A result that there is stands on the curve, and the picture reaches to it.
func TestTheResultStandsOnTheCurve(t *testing.T) {
	t.Parallel()
	now := exact.MustParse("7")
	r := contract.Requirement{Measure: contract.Number, Degree: contract.DegreeRule{By: contract.ByTarget},
		Targets: []contract.Target{{Year: 2014, Bound: contract.AtLeast, Value: exact.Int(3)}}}
	curve := CurveOf(one(r), nil, endOfYear, "r", &now)
	last := curve.Stretches[len(curve.Stretches)-1]
	if curve.Now == nil || curve.Now.Degree.String() != "100" || last.To.String() != "8" {
		t.Errorf("%+v, drawn to %s", curve.Now, last.To)
	}
	if CurveOf(one(contract.Requirement{Measure: contract.Milestones}), nil, endOfYear, "r", nil) != nil {
		t.Error("milestones have a curve")
	}
}
