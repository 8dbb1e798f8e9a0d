package apptest

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/portfolio"
)

func TestThePortfolioFollowsTheLogs(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead, department := h.As("lead"), h.As("department")
	read := func(query string) portfolio.Portfolio {
		var p portfolio.Portfolio
		department.Get("/portfolio"+query, &p)
		return p
	}
	before := read("")
	if len(before.Lines) != 2 || before.Tally.Pending != 0 || before.Lines[0].Counts.Late == 0 || len(before.Lines[0].Goals) != 8 {
		t.Fatalf("two contracts of eight goals, their steps late in November: %+v", before.Tally)
	}
	lead.Post(path("/steps/%s/updates", "web-client.in-use"), map[string]any{"id": NewID(), "day": "2014-10-30", "status": "done"}, http.StatusCreated, nil)
	for _, l := range read("?sort=total&down=true").Lines {
		if want := map[string]string{Contract: "12.5", Other: "0"}[l.Contract.ID]; l.Total.Worst.String() != want {
			t.Errorf("%s: %s, want %s", l.Contract.ID, l.Total.Worst, want)
		}
	}
	if then := read("?asOf=2014-10-01"); len(then.Lines) != 0 {
		t.Errorf("before the logs began: %+v", then.Lines)
	}
	file := department.Send("GET", "/api/v1/portfolio/table?format=csv&text="+Other, "", "Accept-Language", "en")
	if file.StatusCode != http.StatusOK || strings.Count(file.Text, "\r\n") != 1+8 {
		t.Errorf("the file: %d %s", file.StatusCode, file.Text)
	}
}

// many loads so many copies of the contract.
func many(n int) func(*config.Config, *app.Options) {
	return func(_ *config.Config, o *app.Options) {
		o.Seed = func(ctx context.Context, s app.Seeding) error {
			f, err := library.Open(Contract)
			if err != nil {
				return err
			}
			for i := range n {
				id := fmt.Appendf(nil, "\nid: cpr-%04d", i)
				if err := s.Load(ctx, bytes.Replace(f.Source, []byte("\nid: "+Contract), id, 1)); err != nil {
					return err
				}
			}
			return nil
		}
	}
}

// BenchmarkPortfolio reads the first page of 300 contracts that are kept.
func BenchmarkPortfolio(b *testing.B) {
	h := New(b, many(300))
	department := h.As("department")
	for pending := true; pending; {
		var p portfolio.Portfolio
		department.Get("/portfolio", &p)
		pending = p.Tally.Pending > 0
	}
	for b.Loop() {
		if a := department.Send("GET", "/api/v1/portfolio?limit=100", ""); a.StatusCode != http.StatusOK {
			b.Fatal(a.Text)
		}
	}
}
