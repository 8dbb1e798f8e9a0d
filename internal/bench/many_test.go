package bench

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"opfyldt/internal/apptest"
	"opfyldt/internal/portfolio"
)

// manyContracts is how many contracts the list is measured with.
const manyContracts = 10_000

// BenchmarkManyContracts loads 10,000 contracts with two facts each and reads the
// list as a department that sees them all and as an agency that sees one. It prints
// the median and the slowest of each request; a page is to take 100 ms at most. Run
// it by itself:
//
//	go test -run '^$' -bench ManyContracts -benchtime 1x -timeout 30m ./internal/bench
func BenchmarkManyContracts(b *testing.B) {
	begun := time.Now()
	h := apptest.New(b, apptest.Many(manyContracts))
	fmt.Printf("\n%d contracts loaded in %s\n", manyContracts, time.Since(begun).Round(time.Second))
	department := http.Header{"Cookie": {h.As("department").Cookie()}, "Accept-Encoding": {"gzip"}}
	agency := http.Header{"Authorization": {"Bearer " + h.ReaderOf(apptest.ManyID(123))}, "Accept-Encoding": {"gzip"}}
	begun = time.Now()
	reckonAll(b, h, department)
	fmt.Printf("all reckoned %s later\n", time.Since(begun).Round(time.Second))

	for _, reader := range []struct {
		name  string
		as    http.Header
		finds int
	}{{"department", department, manyContracts}, {"agency", agency, 1}} {
		if got := listOf(b, h, reader.as, "").Tally.Contracts; got != reader.finds {
			b.Fatalf("a reader as %s finds %d contracts, want %d", reader.name, got, reader.finds)
		}
		for _, page := range []string{
			"", "?skip=9900", "?text=styrelse+001", "?agency=a-00123", "?late=true", "?missed=true&year=2014", "?sort=total&down=true",
			"?sort=deadline&skip=5000", "?sort=agency&down=true", "?asOf=2014-11-03", "/table?format=csv", "/table?format=xlsx",
		} {
			took, size := timesOf(b, h.URL+"/api/v1/portfolio"+page, reader.as)
			fmt.Printf("%-10s %-26s median %7.1f ms, slowest %7.1f ms, %d kB\n", reader.name, page, median(took), took[len(took)-1], size/1000)
		}
	}
	fmt.Printf("peak memory, of the service and this benchmark: %s\n", peak(b))
}

func listOf(b *testing.B, h *apptest.House, as http.Header, query string) (p portfolio.Portfolio) {
	b.Helper()
	plain := as.Clone()
	plain.Del("Accept-Encoding")
	body, _, _ := fetch(b, h.URL+"/api/v1/portfolio"+query, plain)
	if err := json.Unmarshal(body, &p); err != nil {
		b.Fatal(err)
	}
	return p
}

// reckonAll asks until no contract's figures are waited for, today's and of the
// day that is looked back to.
func reckonAll(b *testing.B, h *apptest.House, as http.Header) {
	for _, query := range []string{"?limit=1", "?limit=1&asOf=2014-11-03"} {
		for listOf(b, h, as, query).Tally.Pending > 0 {
			continue
		}
	}
}

// timesOf asks for an address in rounds, and answers how many milliseconds each
// took, in order, and how many bytes came.
func timesOf(b *testing.B, url string, as http.Header) (took []float64, size int) {
	for range rounds {
		took = append(took, milliseconds(func() {
			body, _, _ := fetch(b, url, as)
			size = len(body)
		}))
	}
	slices.Sort(took)
	return took, size
}
