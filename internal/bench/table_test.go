package bench

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// row is one line of the table: ours beside the plain work it is held against.
type row struct {
	work  string
	unit  string
	ours  float64
	limit float64
	goal  goal
}

// goal says which ratio of ours to the limit is good enough.
type goal struct {
	least bool // at least the bound; otherwise at most
	bound float64
}

func atLeast(ratio float64) goal { return goal{true, ratio} }
func atMost(ratio float64) goal  { return goal{false, ratio} }

func (g goal) String() string {
	if g.least {
		return fmt.Sprintf("≥ %.2f", g.bound)
	}
	return fmt.Sprintf("≤ %.2f", g.bound)
}

func (g goal) met(ratio float64) bool {
	if g.least {
		return ratio >= g.bound
	}
	return ratio <= g.bound
}

func printTable(w io.Writer, rows []row) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "work\tours\tlimit\tunit\tratio\tgoal\t\t")
	for _, r := range rows {
		ratio := r.ours / r.limit
		verdict := "reached"
		if !r.goal.met(ratio) {
			verdict = "FALLS SHORT"
		}
		fmt.Fprintf(t, "%s\t%.4g\t%.4g\t%s\t%.2f\t%s\t%s\t\n", r.work, r.ours, r.limit, r.unit, ratio, r.goal, verdict)
	}
	t.Flush()
}

// rounds is how often the two sides of a row are measured, in turn.
const rounds = 5

// compare measures two sides in turn and returns the medians.
func compare(ours, limit func() float64) (float64, float64) {
	a, b := make([]float64, rounds), make([]float64, rounds)
	for i := range rounds {
		a[i], b[i] = ours(), limit()
	}
	return median(a), median(b)
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
