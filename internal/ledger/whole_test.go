package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

func unseen(int) {}

// many are n submissions about n subjects.
func many(n int) []ledger.Submission {
	all := make([]ledger.Submission, n)
	for i := range all {
		all[i] = submit("c", fmt.Sprintf("step-%d", i), "", fmt.Sprintf(`{"n":%d}`, i))
	}
	return all
}

// All are written, in their order, once: the same again answers with what is there.
func TestManyAreWrittenTogetherAndOnce(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	record(t, b, submit("c", "before", "", `{}`))
	all, told := many(300), 0
	facts, err := b.RecordAll(t.Context(), lead, all, func(done int) { told = done })
	if err != nil || len(facts) != 300 || told != 300 || sizeOf(t, b, "c") != 301 {
		t.Fatalf("%d facts, %d told, %v", len(facts), told, err)
	}
	for i, f := range facts {
		if f.Leaf != int64(i+1) || f.ID != all[i].ID || i > 0 && !f.Recorded.After(facts[i-1].Recorded) {
			t.Fatalf("fact %d: %+v", i, f)
		}
	}
	again, err := b.RecordAll(t.Context(), lead, all, unseen)
	if err != nil || len(again) != 300 || again[299].Leaf != 300 || sizeOf(t, b, "c") != 301 {
		t.Errorf("again: %d, log of %d, %v", len(again), sizeOf(t, b, "c"), err)
	}
	// The next, written one by one, stands on them.
	if f := record(t, b, submit("c", "step-7", all[7].ID, `{"n":8}`)); f.Leaf != 301 || f.Supersedes != all[7].ID {
		t.Errorf("after: %+v", f)
	}
	if none, err := b.RecordAll(t.Context(), lead, nil, unseen); err != nil || none != nil {
		t.Errorf("nothing: %v %v", none, err)
	}
}

// Two about one subject: the second stands on the first.
func TestOneOfManyMayStandOnAnother(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	first := submit("c", "step", "", `{"a":1}`)
	facts, err := b.RecordAll(t.Context(), lead, []ledger.Submission{first, submit("c", "step", first.ID, `{"a":2}`)}, unseen)
	if err != nil || facts[1].Supersedes != first.ID {
		t.Errorf("%+v %v", facts, err)
	}
}

// One that is refused keeps all the others out, and each is named by its place.
func TestOfManyOneRefusedKeepsAllOut(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	old := record(t, b, submit("c", "old", "", `{}`))
	change := func(i int, s ledger.Submission) func([]ledger.Submission) {
		return func(all []ledger.Submission) { all[i] = s }
	}
	for name, c := range map[string]struct {
		change []func([]ledger.Submission)
		by     person
		kind   fault.Kind
		paths  string
	}{
		"a rule":         {[]func([]ledger.Submission){change(3, submit("c", "x", "", `{"refuse":1}`)), change(7, submit("c", "y", "", `{"refuse":1}`))}, lead, fault.Invalid, "[[3].body.refuse [7].body.refuse]"},
		"stale":          {[]func([]ledger.Submission){change(2, submit("c", "old", "", `{}`))}, lead, fault.Conflict, "[[2]]"},
		"no such":        {[]func([]ledger.Submission){change(2, submit("c", "nowhere", "", `{}`))}, lead, fault.NotFound, "[[2]]"},
		"of two sorts":   {[]func([]ledger.Submission){change(2, submit("c", "old", "", `{}`)), change(4, submit("c", "x", "", `{"refuse":1}`))}, lead, fault.Invalid, "[[2] [4].body.refuse]"},
		"not theirs":     {nil, person{"x", "note.write"}, fault.Forbidden, ""},
		"a false id":     {[]func([]ledger.Submission){func(all []ledger.Submission) { all[1].ID = "1" }}, lead, fault.Invalid, "[[1].body.id]"},
		"twice the same": {[]func([]ledger.Submission){func(all []ledger.Submission) { all[1].ID = all[0].ID }}, lead, fault.Conflict, "[[1]]"},
		"person number":  {[]func([]ledger.Submission){change(5, submit("c", "x", "", `{"a":"0101701234"}`))}, lead, fault.Invalid, "[[5].body.a]"},
	} {
		all := many(10)
		for _, f := range c.change {
			f(all)
		}
		_, err := b.RecordAll(t.Context(), c.by, all, unseen)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Kind != c.kind {
			t.Errorf("%s: %v", name, err)
			continue
		}
		paths := []string{}
		for _, field := range f.Fields {
			paths = append(paths, field.Path)
		}
		if got := fmt.Sprint(paths); c.paths != "" && got != c.paths {
			t.Errorf("%s: places %s, want %s", name, got, c.paths)
		}
		if stale, is := f.Detail.(ledger.Stale); name == "stale" && (!is || stale.Current.ID != old.ID) {
			t.Errorf("%s: %+v", name, f.Detail)
		}
	}
	panics := many(3)
	panics[1].Body = []byte(`{"panic":1}`)
	if _, err := b.RecordAll(t.Context(), lead, panics, unseen); fault.KindOf(err) != fault.Internal {
		t.Errorf("a rule that panics: %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.RecordAll(gone, lead, many(3), unseen); !errors.Is(err, context.Canceled) {
		t.Errorf("a caller who has gone: %v", err)
	}
	if size := sizeOf(t, b, "c"); size != 1 {
		t.Errorf("%d facts were written", size-1)
	}
}

// The first 200 refusals are listed, and all are counted.
func TestManyRefusalsAreCounted(t *testing.T) {
	t.Parallel()
	b := open(t, databasetest.New(t), "c")
	all := many(250)
	for i := range all {
		all[i].Body = []byte(`{"refuse":1}`)
	}
	_, err := b.RecordAll(t.Context(), lead, all, unseen)
	if f, ok := errors.AsType[*fault.Error](err); !ok || len(f.Fields) != 200 || f.Params["count"] != 250 {
		t.Errorf("got %v", err)
	}
}

// Many at once and one by one, from two instances: nothing is lost, and the log holds.
func TestManyAndSinglesShareALog(t *testing.T) {
	t.Parallel()
	db := databasetest.New(t)
	b, other := open(t, db, "c"), open(t, db)
	var wg sync.WaitGroup
	errs := make(chan error, 100)
	for i := range 3 {
		wg.Go(func() {
			all := many(50)
			for k := range all {
				all[k].Subject = fmt.Sprintf("many-%d-%d", i, k)
			}
			_, err := []*ledger.Book{b, other}[i%2].RecordAll(context.Background(), lead, all, unseen)
			errs <- err
		})
	}
	for i := range 40 {
		wg.Go(func() {
			_, err := []*ledger.Book{b, other}[i%2].Record(context.Background(), lead, submit("c", fmt.Sprintf("single-%d", i), "", `{}`))
			errs <- err
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	facts, err := b.All(t.Context(), "c", time.Time{})
	if err != nil || len(facts) != 190 || facts[189].Leaf != 189 {
		t.Errorf("%d facts, %v", len(facts), err)
	}
}
