package library

import (
	"fmt"
	"slices"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// cpr asks the parsed contract short questions.
type cpr struct{ *contract.Contract }

// all answers which of the conditions does not hold, "" when all do.
func (c cpr) all(conditions ...bool) string {
	for i, holds := range conditions {
		if !holds {
			return fmt.Sprintf("condition %d does not hold", i+1)
		}
	}
	return ""
}

func (c cpr) need(id string) *contract.Requirement {
	_, r := c.Requirement(id)
	if r == nil {
		return &contract.Requirement{}
	}
	return r
}

func (c cpr) reading(id string) string {
	if r := c.ReadingByID(id); r != nil {
		return r.Taken
	}
	return ""
}

func (c cpr) touches(requirement, reading string) bool {
	return slices.Contains(c.need(requirement).Readings, reading)
}

func (c cpr) obligation(id string) string {
	for _, o := range c.Obligations {
		if o.ID == id {
			return o.Text
		}
	}
	return ""
}

func (c cpr) deadline(kind contract.DeadlineKind) *contract.Deadline {
	for i, d := range c.Reporting.Deadlines {
		if d.Kind == kind {
			return &c.Reporting.Deadlines[i]
		}
	}
	return nil
}

func (c cpr) mentions(text string, words ...string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (c cpr) goalsOf(b contract.Block) string {
	var ids []string
	for _, g := range b.Goals {
		ids = append(ids, g.ID)
	}
	return strings.Join(ids, " ")
}

func (c cpr) itemsOf(r *contract.Requirement) string {
	var ids []string
	for _, item := range r.Items {
		ids = append(ids, item.ID)
	}
	return strings.Join(ids, " ")
}

// targets writes a requirement's targets: "2014≥95".
func (c cpr) targets(id string) string {
	signs := map[contract.Bound]string{contract.AtLeast: "≥", contract.AtMost: "≤"}
	var all []string
	for _, t := range c.need(id).Targets {
		all = append(all, fmt.Sprintf("%d%s%s", t.Year, signs[t.Bound], t.Value))
	}
	return strings.Join(all, " ")
}

func (c cpr) targetTexts(id string) string {
	var all []string
	for _, t := range c.need(id).Targets {
		all = append(all, t.Text)
	}
	return strings.Join(all, "|")
}

// decidedByYearEnd reports whether each item has one deciding step, agreed for
// the year's last day and planned before it.
func decidedByYearEnd(r *contract.Requirement) bool {
	for i := range r.Items {
		deciding := r.Items[i].Deciding()
		if len(deciding) != 1 || deciding[0].Due.String() != "2014-12-31" || !deciding[0].PlannedDay().Before(deciding[0].Due) {
			return false
		}
	}
	return len(r.Items) > 0
}

func namesStep(r *contract.Requirement, prefix string) bool {
	for _, band := range r.Degree.Steps {
		for _, id := range append(append([]string{}, band.Kept...), band.Done...) {
			if strings.HasPrefix(id, prefix) {
				return true
			}
		}
	}
	return false
}

// weighted sums degrees by the goals' weights, in percent.
func weighted(c cpr, degrees []int64) exact.Rat {
	total := exact.Rat{}
	for i, g := range c.Goals() {
		total = total.Add(g.Weight.Value.Mul(exact.Frac(degrees[i], 100)))
	}
	return total
}
