package ledger_test

import (
	"context"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
)

func TestTheSameRequestTwiceWritesOnce(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	s := submit("c", "step", "", `{"b": 2, "a": 1}`)
	first, again := record(t, b, s), record(t, b, s)
	if string(first.Body) != `{"a":1,"b":2}` || first.Leaf != 0 || !first.Recorded.Equal(day) {
		t.Errorf("got %+v", first)
	}
	if string(again.Canonical()) != string(first.Canonical()) || again.Leaf != first.Leaf {
		t.Errorf("the second answer differs: %s\n%s", again.Canonical(), first.Canonical())
	}
	head, err := b.Head(context.Background(), "c", time.Time{})
	if err != nil || head.Size != 1 {
		t.Errorf("the log has %d leaves (%v), want 1", head.Size, err)
	}
}
