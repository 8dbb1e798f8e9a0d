package bench

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const (
	readers   = 8
	loadEvery = 700 * time.Millisecond // how long each side is loaded in a round
)

// perSecond loads an address with several readers and returns how many answers
// came in a second.
func perSecond(b *testing.B, url string, header http.Header, want int) float64 {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers, DisableCompression: true}}
	defer client.CloseIdleConnections()
	var answers atomic.Int64
	until := time.Now().Add(loadEvery)
	var wait sync.WaitGroup
	for range readers {
		wait.Go(func() {
			for time.Now().Before(until) && !b.Failed() {
				if once(b, client, url, header, want) {
					answers.Add(1)
				}
			}
		})
	}
	wait.Wait()
	return float64(answers.Load()) / loadEvery.Seconds()
}

func once(b *testing.B, client *http.Client, url string, header http.Header, want int) bool {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		b.Error(err)
		return false
	}
	req.Header = header
	answer, err := client.Do(req)
	if err != nil {
		b.Error(err)
		return false
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != want {
		b.Errorf("GET %s: status %d, %v", url, answer.StatusCode, err)
		return false
	}
	return true
}

// fetch reads an address once, with its entity tag.
func fetch(b *testing.B, url string, header http.Header) (body []byte, tag, coding string) {
	b.Helper()
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		b.Fatal(err)
	}
	req.Header = header
	answer, err := (&http.Client{Transport: &http.Transport{DisableCompression: true}}).Do(req)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err = io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		b.Fatalf("GET %s: status %d, %v", url, answer.StatusCode, err)
	}
	return body, answer.Header.Get("Etag"), answer.Header.Get("Content-Encoding")
}

// bare serves the least that a handler can do.
func bare(b *testing.B, status int, coding string, body []byte) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if coding != "" {
			w.Header().Set("Content-Encoding", coding)
		}
		w.WriteHeader(status)
		w.Write(body) //nolint:errcheck // the client is gone
	}))
	b.Cleanup(s.Close)
	return s.URL
}
