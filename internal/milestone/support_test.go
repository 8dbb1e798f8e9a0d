package milestone

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// agreed is a contract with one goal of two items: a service of three steps, of
// which the last decides and waits for the second, and a plan of one.
func agreed() *contract.Contract {
	day := calendar.MustDate
	return &contract.Contract{
		ID: "c", Signed: day("2013-12-18"), Period: calendar.Period{From: day("2014-01-01"), To: day("2014-12-31")},
		Blocks: []contract.Block{{Goals: []contract.Goal{{ID: "2", Requirements: []contract.Requirement{{
			ID: "2", Measure: contract.Milestones, Items: []contract.Item{
				{ID: "service", Title: "Service", Steps: []contract.Step{
					{ID: "service.built", Title: "Built", Due: day("2014-04-30"), Owner: "Kontoret"},
					{ID: "service.test", Title: "Test", Due: day("2014-05-30"), DependsOn: []string{"service.built"}},
					{ID: "service.live", Title: "Live", Planned: day("2014-06-30"), Due: day("2014-12-31"), Decides: true, DependsOn: []string{"service.test"}},
				}},
				{ID: "plan", Title: "Plan", Steps: []contract.Step{{ID: "plan", Title: "Plan", Due: day("2014-06-30"), Decides: true}}},
			},
		}}}}}},
	}
}

type person string

func (p person) Subject() string                               { return string(p) }
func (p person) Name() string                                  { return string(p) }
func (p person) Permit(string, string, string) (string, error) { return "lead", nil }

// memory is a log that slices' checks read.
type memory []ledger.Fact

func (m memory) Newest(_ context.Context, _ string, _ time.Time, kinds ...string) ([]ledger.Fact, error) {
	at := map[string]int{}
	var list []ledger.Fact
	for _, f := range m {
		if !strings.Contains(strings.Join(kinds, " "), f.Kind) {
			continue
		}
		if i, ok := at[f.Kind+f.Subject]; ok {
			list[i] = f
			continue
		}
		at[f.Kind+f.Subject] = len(list)
		list = append(list, f)
	}
	return list, nil
}

func (m memory) Fact(_ context.Context, _, id string) (ledger.Fact, error) {
	for _, f := range m {
		if f.ID == id {
			return f, nil
		}
	}
	return ledger.Fact{}, fault.New(fault.NotFound, "fact.unknown", nil)
}

// write puts a fact through its kind's rule as the ledger does, at noon of the
// day today.
func (m *memory) write(kind, subject, by, day, today, body string) error {
	facts, err := m.Newest(context.Background(), "c", time.Time{}, kind)
	if err != nil {
		return err
	}
	var previous *ledger.Fact
	for i := range facts {
		if facts[i].Subject == subject {
			previous = &facts[i]
		}
	}
	for _, k := range Kinds() {
		if k.Name != kind {
			continue
		}
		goal, err := k.Goal(agreed(), subject)
		if err != nil {
			return err
		}
		now := calendar.MustDate(today).Start().Add(12 * time.Hour)
		on, _ := calendar.ParseDate(day)
		kept, err := k.Check(context.Background(), ledger.Moment{
			Contract: agreed(), Person: person(by), Now: now, Previous: previous, Facts: m,
			Submission: ledger.Submission{Contract: "c", Kind: kind, Subject: subject, Day: on, Body: json.RawMessage(body)},
		})
		if err != nil {
			return err
		}
		raw, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		*m = append(*m, ledger.Fact{
			Contract: "c", ID: fmt.Sprintf("fact-%d", len(*m)), Kind: kind, Subject: subject, Goal: goal, Day: on,
			Recorded: now, Actor: ledger.Actor{Subject: by}, Body: raw, Leaf: int64(len(*m)),
		})
	}
	return nil
}

func (m *memory) must(t *testing.T, kind, subject, day, body string) {
	t.Helper()
	if err := m.write(kind, subject, "lead", day, day, body); err != nil {
		t.Fatalf("%s of %s: %v", kind, subject, err)
	}
}
