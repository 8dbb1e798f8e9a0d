package visit

import (
	"context"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
)

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return t
}

// A story of looks, each with the log's length, and since when there is news.
func TestNewsStaysNewsWhileTheVisitLasts(t *testing.T) {
	t.Parallel()
	store := NewStore(databasetest.New(t).Pool)
	for _, step := range []struct {
		at    string
		size  int64
		since string
		news  int64 // the first leaf that is news
		first bool
	}{
		{"2014-09-24 09:00", 80, "2014-09-24 09:00", 80, true},
		{"2014-09-24 09:40", 82, "2014-09-24 09:00", 80, true}, // loaded anew: the two that came are still news
		{"2014-10-02 08:30", 88, "2014-09-24 09:40", 82, false},
		{"2014-10-02 08:31", 88, "2014-09-24 09:40", 82, false}, // loaded anew: the list stays
		{"2014-10-02 09:31", 90, "2014-09-24 09:40", 82, false}, // just an hour later: the same visit
		{"2014-10-02 10:32", 91, "2014-10-02 09:31", 90, false}, // a minute more: another one
		{"2014-10-02 10:20", 90, "2014-10-02 09:31", 90, false}, // a request that was overtaken takes nothing back
		{"2014-10-03 08:00", 95, "2014-10-02 10:32", 91, false},
	} {
		v, err := store.Look(context.Background(), "cpr-2014", "u-lead", at(step.at), step.size)
		if err != nil {
			t.Fatal(err)
		}
		if !v.Since.Equal(at(step.since)) || v.SinceSize != step.news || v.First() != step.first {
			t.Errorf("%s: news since %s from leaf %d, first %v; want %s, %d, %v",
				step.at, v.Since, v.SinceSize, v.First(), step.since, step.news, step.first)
		}
	}
}

// Visits are each person's own, contract by contract.
func TestVisitsAreOnesOwn(t *testing.T) {
	t.Parallel()
	store := NewStore(databasetest.New(t).Pool)
	look := func(contract, person, when string, size int64) Visit {
		v, err := store.Look(context.Background(), contract, person, at(when), size)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	look("cpr-2014", "u-lead", "2014-09-01 09:00", 10)
	if v := look("cpr-2014", "u-auditor", "2014-09-02 09:00", 12); !v.First() {
		t.Error("another person's visit counts as one's own")
	}
	if v := look("cpr-2015", "u-lead", "2014-09-02 09:00", 3); !v.First() {
		t.Error("a visit to another contract counts")
	}
	if v := look("cpr-2014", "u-lead", "2014-09-02 09:00", 12); v.First() || v.SinceSize != 10 {
		t.Errorf("the second visit: %+v", v)
	}
}
