package bench

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"opfyldt/internal/apptest"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/scoring"
)

// manyFacts makes n facts about the 2014 contract, most corrected by later ones.
func manyFacts(b *testing.B, n int) (*contract.Contract, []scoring.Fact) {
	b.Helper()
	file, err := library.Open(apptest.Contract)
	if err != nil {
		b.Fatal(err)
	}
	c, problems := contract.Parse(file.Name, file.Source)
	if problems.HasErrors() {
		b.Fatal(problems)
	}
	start := calendar.MustDate("2014-01-01")
	facts := make([]scoring.Fact, n)
	for i := range facts {
		f := scoring.Fact{
			ID: fmt.Sprintf("0144-%012x", i), Day: start.AddDays(i % 365),
			Recorded: start.Start().Add(time.Duration(i) * time.Minute),
		}
		switch i % 3 {
		case 0:
			f.Subject, f.Value = "4", scoring.CaseShare{Timely: int64(i%90 + 1), Total: 100}
		case 1:
			f.Subject, f.Value = "5b", scoring.MonthCount{Month: calendar.Month{Year: 2014, Month: i%12 + 1}, Count: int64(i % 99)}
		default:
			f.Subject, f.Value = "marketing.live", scoring.StepReport{Status: scoring.Done}
		}
		facts[i] = f
	}
	return c, facts
}

// addSteps records n working steps under one item, each with a report.
func addSteps(b *testing.B, lead *apptest.Client, n int) {
	b.Helper()
	for i := range n {
		lead.Post("/contracts/"+apptest.Contract+"/items/web-client/steps", map[string]any{
			"id": apptest.NewID(), "day": "2014-11-03", "title": fmt.Sprintf("Arbejdstrin %d", i),
			"planned": "2014-12-01", "owner": "Line Lund",
		}, http.StatusCreated, nil)
	}
}
