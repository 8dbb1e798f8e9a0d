package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"testing"
	"time"

	"opfyldt/internal/apptest"
	"opfyldt/internal/scoring"
)

// BenchmarkRatios measures every row once and prints the table.
func BenchmarkRatios(b *testing.B) {
	var rows []row
	rows = append(rows, reads(b)...)
	rows = append(rows, steps(b))
	rows = append(rows, score(b))
	rows = append(rows, writes(b)...)
	rows = append(rows, startAndRest(b)...)
	fmt.Println()
	printTable(os.Stdout, rows)
}

// reads holds the overview against handlers that write the same from memory, each
// asked by the same requests.
func reads(b *testing.B) []row {
	h := apptest.New(b)
	page := h.URL + "/api/v1/contracts/" + apptest.Contract + "/overview"
	header := http.Header{"Cookie": {h.As("lead").Cookie()}, "Accept-Encoding": {"gzip"}}
	body, tag, coding := fetch(b, page, header)
	plain := bare(b, http.StatusOK, coding, body)
	unchanged := bare(b, http.StatusNotModified, "", nil)
	tagged := header.Clone()
	tagged.Set("If-None-Match", tag)

	read, readLimit := compare(
		func() float64 { return perSecond(b, page, header, http.StatusOK) },
		func() float64 { return perSecond(b, plain, header, http.StatusOK) })
	same, sameLimit := compare(
		func() float64 { return perSecond(b, page, tagged, http.StatusNotModified) },
		func() float64 { return perSecond(b, unchanged, tagged, http.StatusNotModified) })
	return []row{
		{"overview read, against its bytes from memory", "reads/s", read, readLimit, atLeast(0.5)},
		{"unchanged read by ETag, against a bare 304", "reads/s", same, sameLimit, atLeast(0.6)},
	}
}

// score holds 100,000 facts' score against reading them once.
func score(b *testing.B) row {
	c, facts := manyFacts(b, 100_000)
	asOf := facts[len(facts)-1].Recorded
	ours, limit := compare(
		func() float64 {
			return milliseconds(func() {
				if _, err := scoring.Score(c, facts, asOf); err != nil {
					b.Fatal(err)
				}
			})
		},
		func() float64 { return milliseconds(func() { sink = readOnce(facts) }) })
	return row{"score of 100,000 facts, against reading them once", "ms", ours, limit, atMost(4)}
}

// sink keeps the compiler from leaving the work out.
var sink uint64

// readOnce looks at every byte that a fact holds.
func readOnce(facts []scoring.Fact) (sum uint64) {
	for i := range facts {
		f := &facts[i]
		for _, text := range []string{f.ID, f.Subject} {
			for j := range len(text) {
				sum += uint64(text[j])
			}
		}
		sum += uint64(f.Day.Year()) + uint64(f.Recorded.UnixNano())
		switch v := f.Value.(type) {
		case scoring.CaseShare:
			sum += uint64(v.Timely + v.Total)
		case scoring.MonthCount:
			sum += uint64(v.Count)
		case scoring.StepReport:
			sum += uint64(len(v.Status))
		}
	}
	return sum
}

// steps holds a list of 1,000 steps as JSON against the same rows by plain pgx,
// encoded by the standard library.
func steps(b *testing.B) row {
	h := apptest.New(b)
	lead := h.As("lead")
	addSteps(b, lead, 1000)
	header := http.Header{"Cookie": {lead.Cookie()}}
	page := h.URL + "/api/v1/contracts/" + apptest.Contract + "/steps"
	n := 0
	ours, limit := compare(
		func() float64 {
			return milliseconds(func() {
				n++ // another address each time: no kept answer helps
				fetch(b, fmt.Sprintf("%s?asOf=%s", page, apptest.Noon.Add(time.Hour-time.Duration(n)*time.Second).Format(time.RFC3339)), header)
			})
		},
		func() float64 { return milliseconds(func() { plainSteps(b, h) }) })
	return row{"list of 1,000 steps as JSON, against plain pgx", "ms", ours, limit, atMost(1.5)}
}

// plainSteps reads the newest fact of each step and writes it as JSON.
func plainSteps(b *testing.B, h *apptest.House) {
	rows, err := h.Database.Pool.Query(context.Background(), `
		SELECT DISTINCT ON (kind, subject) id::text, kind, subject, goal, day::text, recorded, actor_name, body
		FROM facts WHERE contract_id = $1 ORDER BY kind, subject, leaf DESC`, apptest.Contract)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	type step struct {
		ID, Kind, Subject, Goal, Day, Actor string
		Recorded                            time.Time
		Body                                json.RawMessage
	}
	var list []step
	for rows.Next() {
		var s step
		var body string
		if err := rows.Scan(&s.ID, &s.Kind, &s.Subject, &s.Goal, &s.Day, &s.Recorded, &s.Actor, &body); err != nil {
			b.Fatal(err)
		}
		s.Body = json.RawMessage(body)
		list = append(list, s)
	}
	if err := rows.Err(); err != nil || len(list) < 1000 {
		b.Fatalf("%d rows, %v", len(list), err)
	}
	if _, err := json.Marshal(list); err != nil {
		b.Fatal(err)
	}
}

func milliseconds(work func()) float64 {
	began := time.Now()
	work()
	return float64(time.Since(began).Microseconds()) / 1000
}
