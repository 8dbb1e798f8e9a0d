package bench

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/apptest"
)

const million = 1_000_000

// BenchmarkMillionCases imports a million cases of ten years once: broken off in the
// middle, whole, and the same again; then one row too many. It prints time and the
// service's peak memory (the database's own is not in it). Run it by itself:
//
//	go test -run '^$' -bench MillionCases -benchtime 1x -timeout 30m ./internal/bench
func BenchmarkMillionCases(b *testing.B) {
	h := apptest.New(b)
	var made struct{ Secret string }
	h.As("lead").Post("/tokens", map[string]any{
		"name": "case system", "operations": []string{"result.report", "contract.read"}, "contracts": []string{apptest.Contract},
		"goals": []string{"5"}, "expires": time.Now().AddDate(0, 1, 0).UTC().Format(time.RFC3339),
	}, http.StatusCreated, &made)
	s := sender{b, h.URL + "/api/v1/contracts/" + apptest.Contract + "/requirements/5a/cases", made.Secret}
	fmt.Println()
	id := apptest.NewID()
	s.broken(id, 30*time.Second)
	if found := s.found(); found != 0 {
		b.Fatalf("%d cases count of an import that was broken off", found)
	}
	first := s.send(id, million)
	if first.New != million || first.Fact == nil {
		b.Fatalf("the same request again, whole: %+v", first)
	}
	if again := s.send(apptest.NewID(), million); again.Unchanged != million || again.Fact != nil {
		b.Fatalf("the same file again: %+v", again)
	}
	if over := s.send(apptest.NewID(), million+1); over.FaultCount == 0 || over.Fact != nil {
		b.Fatalf("one row too many: %+v", over)
	}
	for _, page := range []string{"/one?reference=S-0777777", "?limit=50", "/sample"} {
		begun := time.Now()
		s.get(page, nil)
		fmt.Printf("GET cases%s: %s\n", page, time.Since(begun).Round(time.Millisecond))
	}
}

// sender sends files of cases that are made as they are read.
type sender struct {
	b            *testing.B
	cases, token string
}

type taken struct {
	New, Unchanged, FaultCount int
	Fact                       *struct{ ID string }
}

// send imports so many cases, and prints how long that took and how much memory.
func (s sender) send(id string, rows int) (out taken) {
	forgetPeak(s.b)
	begun := time.Now()
	s.read(s.post(context.Background(), id, rows), &out)
	fmt.Printf("%d rows: %d new, %d unchanged, %d faults in %s, peak memory %s\n",
		rows, out.New, out.Unchanged, out.FaultCount, time.Since(begun).Round(time.Millisecond), peak(s.b))
	return out
}

// broken begins an import and hangs up.
func (s sender) broken(id string, after time.Duration) {
	ctx, stop := context.WithTimeout(context.Background(), after)
	defer stop()
	answer, err := http.DefaultClient.Do(s.request(ctx, id, million))
	if err == nil {
		answer.Body.Close() //nolint:errcheck // nothing is read of it
		s.b.Fatal("the import was done before it was broken off")
	}
	fmt.Printf("broken off after %s\n", after)
}

func (s sender) post(ctx context.Context, id string, rows int) *http.Response {
	answer, err := http.DefaultClient.Do(s.request(ctx, id, rows))
	if err != nil {
		s.b.Fatal(err)
	}
	return answer
}

func (s sender) request(ctx context.Context, id string, rows int) *http.Request {
	out, in := io.Pipe()
	go func() { in.CloseWithError(write(in, rows)) }() //nolint:errcheck // it answers nil
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.cases+"/imports?name=sager.csv&day=2014-11-03&vanished=keep&id="+id, out)
	if err != nil {
		s.b.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	req.Header.Set("Content-Type", "application/octet-stream")
	return req
}

// write writes cases received over ten years, concluded after 30 to 229 days.
func write(to io.Writer, rows int) error {
	w := bufio.NewWriter(to)
	fmt.Fprintln(w, "Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Kommune")
	begin := time.Date(2004, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := range rows {
		received := begin.AddDate(0, 0, n%3650)
		concluded := received.AddDate(0, 0, 30+n%200)
		fmt.Fprintf(w, "S-%07d;%s;%s;Type %d;Udfald %d;Kommune %d\n", n, received.Format(time.DateOnly), concluded.Format(time.DateOnly), n%7, n%4, n%98)
	}
	return w.Flush()
}

func (s sender) get(page string, into any) {
	req, err := http.NewRequest(http.MethodGet, s.cases+page, nil)
	if err != nil {
		s.b.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		s.b.Fatal(err)
	}
	s.read(answer, into)
}

func (s sender) read(answer *http.Response, into any) {
	defer answer.Body.Close() //nolint:errcheck // it was read
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= http.StatusBadRequest {
		s.b.Fatalf("%s: %d %.300s %v", answer.Request.URL.Path, answer.StatusCode, body, err)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal(body, into); err != nil {
		s.b.Fatal(err)
	}
}

func (s sender) found() int {
	var list struct{ Found int }
	s.get("?limit=1", &list)
	return list.Found
}

// forgetPeak lets the kernel measure the process's peak memory anew.
func forgetPeak(b *testing.B) {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Logf("the peak is that of the whole run: %v", err)
	}
}

// peak is the process's peak memory, as the kernel says it.
func peak(b *testing.B) string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Log(err)
		return "unknown"
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}
