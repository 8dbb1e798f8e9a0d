package apptest

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"opfyldt/internal/app"
	"opfyldt/internal/calendar"
	"opfyldt/internal/config"
	"opfyldt/internal/ledger"
)

// seedersAtOnce is how many contracts are loaded beside each other.
const seedersAtOnce = 32

//go:embed agency.yaml
var agencyFile string

// ManyID is the id of one of many contracts.
func ManyID(i int) string { return fmt.Sprintf("agency-%05d", i) }

// Many has the house hold so many small contracts in place of its own, each of
// another agency and with two facts. Every tenth, from the first on, is of 2013.
func Many(n int) func(*config.Config, *app.Options) {
	return func(_ *config.Config, o *app.Options) {
		o.Seed = func(ctx context.Context, s app.Seeding) error {
			lead, err := s.Person("lead")
			if err != nil {
				return err
			}
			err = beside(ctx, n, func(ctx context.Context, i int) error { return s.Load(ctx, []byte(manyFile(i))) })
			if err != nil {
				return err
			}
			return beside(ctx, n, func(ctx context.Context, i int) error {
				for _, one := range manyFacts(i) {
					if _, err := s.Facts.Record(ctx, lead, one); err != nil {
						return fmt.Errorf("record a fact of %s: %w", one.Contract, err)
					}
				}
				return nil
			})
		}
	}
}

func beside(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(seedersAtOnce)
	for i := range n {
		group.Go(func() error { return do(ctx, i) })
	}
	return group.Wait()
}

// inYear moves what is written for 2014 to the contract's year.
func inYear(i int, text string) string {
	if i%10 != 0 {
		return text
	}
	return strings.NewReplacer("2013", "2012", "2014", "2013", "2015", "2014").Replace(text)
}

func manyFile(i int) string {
	return strings.ReplaceAll(inYear(i, agencyFile), "00000", fmt.Sprintf("%05d", i))
}

// manyFacts are a figure that misses its target in a third of the contracts, and
// the step that decides done, in a fifth only the one before it.
func manyFacts(i int) []ledger.Submission {
	step := "move.done"
	if i%5 == 4 {
		step = "move.plan"
	}
	fact := func(kind, subject, day, body string) ledger.Submission {
		return ledger.Submission{Contract: ManyID(i), ID: NewID(), Kind: kind, Subject: subject,
			Day: calendar.MustDate(inYear(i, day)), Body: json.RawMessage(body)}
	}
	return []ledger.Submission{
		fact("milestone.update", step, "2014-10-20", `{"status":"done","progress":100,"risk":"on_track"}`),
		fact("result.report", "2", "2014-09-30",
			fmt.Sprintf(`{"figures":{"timely":%d,"total":100},"final":false,"source":"Journalen"}`, 100-i%3*8)),
	}
}

// ReaderOf answers the secret of a token that reads the named contracts alone.
func (h *House) ReaderOf(contracts ...string) string {
	h.t.Helper()
	var made struct{ Secret string }
	h.As("lead").Post("/tokens", map[string]any{
		"name": "agency", "operations": []string{"contract.read"}, "contracts": contracts, "goals": []string{"*"},
		"expires": time.Now().AddDate(0, 1, 0).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	return made.Secret
}
