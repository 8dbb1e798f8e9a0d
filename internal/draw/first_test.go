package draw

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
)

// one after the other, without an error.
func each(customers []Customer) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, c := range customers {
			if !yield(c.ID, nil) {
				return
			}
		}
	}
}

// What is drawn from ids one after the other is the beginning of the whole order,
// and their frame is that of the list.
func TestFirstIsTheBeginningOfTheOrder(t *testing.T) {
	var customers []Customer
	for i := range 300 {
		customers = append(customers, Customer{ID: fmt.Sprintf("S-%d", i)})
	}
	for _, size := range []int64{0, 1, 59, 300, 400} {
		got, err := First("seed", each(customers), size)
		want := Order("seed", customers)[:min(size, 300)]
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("the first %d: %v, %v", size, got, err)
		}
	}
	slices.SortFunc(customers, func(a, b Customer) int { return strings.Compare(a.ID, b.ID) })
	if frame, n, err := FrameOf(each(customers)); frame != Frame(customers) || n != 300 || err != nil {
		t.Errorf("frame %s of %d, %v", frame, n, err)
	}
}
