package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// agreed is a contract with one requirement of each measure, each under the
// goal of the same id.
func agreed() *contract.Contract {
	day := calendar.MustDate
	target := func(bound contract.Bound, n string) []contract.Target {
		return []contract.Target{{Year: 2014, Bound: bound, Value: exact.MustParse(n)}}
	}
	c := &contract.Contract{
		ID: "c", Signed: day("2013-12-18"), Period: calendar.Period{From: day("2014-01-01"), To: day("2014-12-31")},
		Blocks: []contract.Block{{}},
	}
	for _, r := range []contract.Requirement{
		{ID: "cases", Title: "Klagesager", Measure: contract.Timeliness, Targets: target(contract.AtLeast, "95")},
		{ID: "months", Title: "Dobbelt", Measure: contract.MonthlyCount, Targets: target(contract.AtLeast, "50")},
		{ID: "survey", Title: "Tilfredshed", Measure: contract.Survey, Targets: target(contract.AtLeast, "75")},
		{ID: "budget", Title: "Forbrug", Measure: contract.Deviation, Targets: target(contract.AtMost, "2")},
		{ID: "yes", Title: "Svar", Measure: contract.YesNo},
		{ID: "number", Title: "Tal", Unit: "dage", Measure: contract.Number, Targets: target(contract.Between, "10")},
		{ID: "level", Title: "Niveau", Measure: contract.Verbal},
		{ID: "steps", Title: "Trin", Measure: contract.Milestones},
	} {
		goal := contract.Goal{ID: r.ID, Title: r.Title, Requirements: []contract.Requirement{r}}
		goal.Scale.Levels = []contract.Level{{ID: "partly", Title: "delvist", Degree: exact.Int(50)}, {ID: "fully", Title: "helt", Degree: exact.Int(100)}}
		c.Blocks[0].Goals = append(c.Blocks[0].Goals, goal)
	}
	upper := exact.Int(20)
	_, number := c.Requirement("number")
	number.Targets[0].Upper = &upper
	return c
}

type person string

func (p person) Subject() string                               { return string(p) }
func (p person) Name() string                                  { return string(p) }
func (p person) Permit(string, string, string) (string, error) { return "lead", nil }

// memory is a log that slices' checks read.
type memory []ledger.Fact

func (m memory) Newest(_ context.Context, _ string, _ time.Time, kinds ...string) ([]ledger.Fact, error) {
	var list []ledger.Fact
	for _, f := range m {
		if strings.Contains(strings.Join(kinds, " "), f.Kind) {
			list = append(list, f)
		}
	}
	return list, nil
}

func (m memory) Fact(context.Context, string, string) (ledger.Fact, error) {
	return ledger.Fact{}, fault.New(fault.NotFound, "fact.unknown", nil)
}

// write puts a fact through its kind's rule as the ledger does, at noon of the
// day today.
func (m *memory) write(kind, subject, by, day, today, body string) error {
	previous := record.Newest(*m, kind)[subject]
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

func (m *memory) must(t *testing.T, subject, day, body string) {
	t.Helper()
	if err := m.write(KindReport, subject, "lead", day, day, body); err != nil {
		t.Fatalf("report of %s: %v", subject, err)
	}
}

func reader(today string, operations ...string) record.Reader {
	return record.Reader{
		Subject: "reader", Today: calendar.MustDate(today), Lang: "da",
		May:  func(operation, _ string) bool { return strings.Contains(strings.Join(operations, " "), operation) },
		Wire: func(f ledger.Fact) record.Fact { return record.ToWire(f, 0, "") },
	}
}
