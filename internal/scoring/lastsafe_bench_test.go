package scoring

import (
	"fmt"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// longPlan is a contract of one goal with n items of two steps each, of which
// the second decides: as much as one goal's page is asked to carry.
func longPlan(n int) *contract.Contract {
	due := calendar.MustDate("2014-12-31")
	r := contract.Requirement{Measure: contract.Milestones, Degree: contract.DegreeRule{
		By: contract.ByItems, Items: []contract.CountBand{{All: true, Degree: exact.Int(100)}},
	}}
	for i := range n {
		first, second := fmt.Sprintf("i%d.a", i), fmt.Sprintf("i%d.b", i)
		r.Items = append(r.Items, contract.Item{ID: fmt.Sprintf("i%d", i), Steps: []contract.Step{
			{ID: first, Due: due.AddDays(-30)},
			{ID: second, Due: due, Decides: true, DependsOn: []string{first}},
		}})
	}
	return one(r)
}

func BenchmarkLastSafeDays(b *testing.B) {
	asOf := calendar.MustDate("2014-03-01").Start()
	for _, items := range []int{5, 500} {
		c := longPlan(items)
		b.Run(fmt.Sprintf("steps=%d", 2*items), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				days, err := LastSafeDays(c, nil, asOf)
				if err != nil || len(days) != 2*items {
					b.Fatalf("%d days, %v", len(days), err)
				}
			}
		})
	}
}
