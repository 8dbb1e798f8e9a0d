package scoring

import (
	"testing"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

var endOfYear = time.Date(2014, 12, 31, 11, 0, 0, 0, time.UTC)

// eightGoals is Table 11's frame: eight goals of 12.5 %, assessed alone.
func eightGoals() *contract.Contract {
	c := &contract.Contract{ID: "cpr-2014", Total: contract.TotalRule{By: contract.WeightedSum}}
	b := contract.Block{ID: "all"}
	for _, id := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		b.Goals = append(b.Goals, contract.Goal{
			ID: id, Weight: contract.Weight{Value: exact.MustParse("12.5")},
			Scale: contract.Scale{Degrees: []exact.Rat{{}, exact.Int(50), exact.Int(100)}},
		})
	}
	c.Blocks = []contract.Block{b}
	return c
}

// Rule S5: 12.5 + 6.25 + 6.25 + 12.5 + 12.5 + 0 + 12.5 + 12.5 = 75.
func TestTable11(t *testing.T) {
	var facts []Fact
	for i, degree := range []int64{100, 50, 50, 100, 100, 0, 100, 100} {
		id := string(rune('1' + i))
		facts = append(facts, Fact{ID: id, Subject: id, Value: Assessment{Degree: exact.Int(degree), Reason: "Table 11"}})
	}
	card, err := Score(eightGoals(), facts, endOfYear)
	if err != nil {
		t.Fatal(err)
	}
	if got := card.Total.Obtained.String(); got != "75" {
		t.Errorf("total %s, want 75", got)
	}
}
