package scoring

import (
	"fmt"
	"testing"
	"time"

	"opfyldt/internal/calendar"
)

// manyFacts makes n facts about the CPR contract's steps, months and shares, a
// minute apart: most are corrected by later ones.
func manyFacts(b *testing.B, n int) []Fact {
	b.Helper()
	steps := stepsOf(cpr(b))
	facts := make([]Fact, n)
	for i := range facts {
		f := &facts[i]
		f.ID = fmt.Sprintf("01936e2a-%04x-7000-8000-%012x", i%0xffff, i)
		f.Day = calendar.MustDate("2014-01-01").AddDays(i % 365)
		f.Recorded = calendar.MustDate("2014-01-01").Start().Add(time.Duration(i) * time.Minute)
		switch i % 4 {
		case 0:
			f.Subject, f.Value = "4", CaseShare{Timely: int64(i%90 + 1), Total: 100}
		case 1:
			f.Subject, f.Value = "5b", MonthCount{Month: calendar.Month{Year: 2014, Month: i%12 + 1}, Count: int64(i % 99)}
		default:
			f.Subject, f.Value = steps[i/4%len(steps)], StepReport{Status: Done}
		}
	}
	return facts
}

var sizes = []int{10, 1_000, 100_000}

func BenchmarkScore(b *testing.B) {
	c := cpr(b)
	for _, n := range sizes {
		facts := manyFacts(b, n)
		asOf := facts[n-1].Recorded
		b.Run(fmt.Sprintf("facts=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Score(c, facts, asOf); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRead is the measure for BenchmarkScore: every fact looked at once,
// each of its fields read to the last byte.
func BenchmarkRead(b *testing.B) {
	for _, n := range sizes {
		facts := manyFacts(b, n)
		asOf := facts[n-1].Recorded
		b.Run(fmt.Sprintf("facts=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sum = readOnce(facts, asOf)
			}
		})
	}
}

var sum int64

func readOnce(facts []Fact, asOf time.Time) int64 {
	var sum int64
	for i := range facts {
		f := &facts[i]
		if f.Recorded.After(asOf) {
			continue
		}
		for j := range len(f.ID) {
			sum += int64(f.ID[j])
		}
		for j := range len(f.Subject) {
			sum += int64(f.Subject[j])
		}
		switch v := f.Value.(type) {
		case StepReport:
			sum += int64(len(v.Status))
		case CaseShare:
			sum += v.Timely + v.Total
		case MonthCount:
			sum += int64(v.Month.Month) + v.Count
		}
		sum += int64(f.Day.DaysUntil(calendar.Date{}))
	}
	return sum
}

func BenchmarkTimeline(b *testing.B) {
	c := cpr(b)
	facts := manyFacts(b, 1_000)
	until := calendar.MustDate("2014-12-31").End()
	for i := range facts { // spread over the year
		facts[i].Recorded = facts[i].Day.Start()
	}
	for b.Loop() {
		if _, err := Timeline(c, facts, until); err != nil {
			b.Fatal(err)
		}
	}
}
