package work

import (
	"context"
	"errors"
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// some is a source of the tasks that it is.
type some []record.Task

func (s some) Tasks(context.Context, *contract.Contract, record.Reader) ([]record.Task, error) {
	return s, nil
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Tasks(context.Context, *contract.Contract, record.Reader) ([]record.Task, error) {
	return nil, errBroken
}

func task(id, day string, late, waits bool) record.Task {
	return record.Task{ID: id, Day: calendar.MustDate(day), Late: late, Waits: waits}
}

// What is late hurts most, the longest first; then what others wait for; then
// what is coming, the nearest first.
func TestWhatHurtsFirstIsFirst(t *testing.T) {
	sources := Sources{
		some{task("coming", "2014-10-04", false, false), task("late 3 days", "2014-09-29", true, false)},
		some{task("question", "2014-09-01", false, true), task("late a month", "2014-09-02", true, false)},
		some{task("ended", "2014-09-30", false, false)},
	}
	tasks, err := sources.Tasks(t.Context(), nil, record.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, one := range tasks {
		got = append(got, one.ID)
		if one.Evidence == nil {
			t.Errorf("%s: evidence is null", one.ID)
		}
	}
	if want := "late a month, late 3 days, question, ended, coming"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// A page without some of one's tasks would look as if they were done.
func TestASourceThatFailsIsNoEmptyList(t *testing.T) {
	if _, err := (Sources{some{}, broken{}}).Tasks(t.Context(), nil, record.Reader{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
