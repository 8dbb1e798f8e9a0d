package ledger_test

import (
	"encoding/json"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// What was tried is refused for the same reasons as what is written, and leaves
// the log as it was.
func TestATryIsJudgedAndNotWritten(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	first := record(t, b, submit("c", "step", "", `{"a":1}`))
	before, err := b.Head(t.Context(), "c", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	good := submit("c", "step", first.ID, `{"a":2}`)
	tried, err := b.Try(t.Context(), lead, good)
	if err != nil || tried.Leaf != ledger.NoLeaf || tried.Supersedes != first.ID || string(tried.Body) != `{"a":2}` || tried.Actor.Role != "lead" {
		t.Errorf("got %+v, %v", tried, err)
	}
	digits := `{"a":"0101701234"}`
	for _, c := range []struct {
		name string
		by   person
		s    ledger.Submission
		kind fault.Kind
	}{
		{"a stale one", lead, submit("c", "step", "", `{}`), fault.Conflict},
		{"one that a rule refuses", lead, submit("c", "step", first.ID, `{"refuse":1}`), fault.Invalid},
		{"a person number", lead, submit("c", "step", first.ID, digits), fault.Invalid},
		{"one that is not theirs", person{"x", "note.write"}, good, fault.Forbidden},
		{"of nothing", lead, submit("c", "nowhere", "", `{}`), fault.NotFound},
	} {
		if _, err := b.Try(t.Context(), c.by, c.s); err == nil || fault.KindOf(err) != c.kind {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
	if after, err := b.Head(t.Context(), "c", time.Time{}); err != nil || after != before {
		t.Errorf("the log went from %+v to %+v, %v", before, after, err)
	}
	// What was tried can be written after, and a try of it then answers with it.
	written := record(t, b, good)
	again, err := b.Try(t.Context(), lead, good)
	if err != nil || again.Leaf != written.Leaf {
		t.Errorf("tried after it was written: %+v, %v", again, err)
	}
	good.Body = json.RawMessage(`{"a":3}`)
	if _, err := b.Try(t.Context(), lead, good); fault.KindOf(err) != fault.Conflict {
		t.Errorf("another body under the same id: %v", err)
	}
}
