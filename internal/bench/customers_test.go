package bench

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/apptest"
)

// customerList is a list of so many customers of four kinds.
func customerList(n int) string {
	var b bytes.Buffer
	b.WriteString("id;navn;sektor;mængde;kontakt\n")
	for i := range n {
		fmt.Fprintf(&b, "K-%07d;Kunde %d;sektor %d;%d;post@kunde%d.dk\n", i, i, i%4, i%1000, i)
	}
	return b.String()
}

// BenchmarkMillionCustomers takes a list of 1,000,000 customers in through the
// service, and prints how long it took, how often it told how far it was, and the
// most memory that was in use. One customer more is refused.
func BenchmarkMillionCustomers(b *testing.B) {
	h := apptest.New(b)
	auditor := h.As("auditor")
	send := func(file string) (status int, text string, took time.Duration) {
		q := url.Values{"id": {apptest.NewID()}, "day": {"2014-11-03"}, "name": {"kunder.csv"}}
		begun := time.Now()
		a := auditor.Send("POST", "/api/v1/contracts/"+apptest.Contract+"/goals/3/spotchecks/population?"+q.Encode(), file,
			"Content-Type", "application/octet-stream", "Accept", "application/x-ndjson")
		return a.StatusCode, a.Text, time.Since(begun)
	}
	for b.Loop() {
		file := customerList(1_000_000)
		runtime.GC()
		forgetPeak(b)
		status, text, took := send(file)
		if status != http.StatusOK || !strings.Contains(text, `"status":201`) {
			b.Fatalf("a million customers: %d %.500s", status, text[max(0, len(text)-500):])
		}
		fmt.Printf("1,000,000 customers (%d MB): taken in %.1f s, peak memory %s, told %d times how far\n",
			len(file)>>20, took.Seconds(), peak(b), strings.Count(text, `"stage"`))
		_, text, took = send(customerList(1_000_001))
		if !strings.Contains(text, `"status":422`) || !strings.Contains(text, `"location":"file.1000002"`) {
			b.Fatalf("one more is taken: %.300s", text[max(0, len(text)-300):])
		}
		fmt.Printf("1,000,001 customers: refused in %.1f s\n", took.Seconds())
	}
}
