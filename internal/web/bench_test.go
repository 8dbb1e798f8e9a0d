package web

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// serve answers on loopback, as in use; the engine's share of a request only
// shows beside the network's.
func serve(b *testing.B, h http.Handler) (url string, client *http.Client) {
	b.Helper()
	s := httptest.NewServer(h)
	b.Cleanup(s.Close)
	return s.URL, &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true, DialContext: (&net.Dialer{}).DialContext}}
}

func fetch(b *testing.B, client *http.Client, url, tag string, want int) {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		b.Fatal(err)
	}
	req.Header.Set("X-Test-Person", "p")
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	r, err := client.Do(req)
	if err != nil {
		b.Error(err)
		return
	}
	io.Copy(io.Discard, r.Body)
	r.Body.Close()
	if r.StatusCode != want {
		b.Errorf("status %d", r.StatusCode)
	}
}

func throughput(b *testing.B, h http.Handler, path, tag string, want int) {
	url, client := serve(b, h)
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			fetch(b, client, url+path, tag, want)
		}
	})
}

// The engine's unchanged read against the least that a handler can do.
func BenchmarkUnchanged(b *testing.B) {
	bench := newBench(b)
	tag := bench.as("p", "GET", textPath, "").Header.Get("Etag")
	b.Run("bare", func(b *testing.B) {
		throughput(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }), "/", "", 304)
	})
	b.Run("ours", func(b *testing.B) { throughput(b, bench.handler, textPath, tag, 304) })
}

// The engine's kept read against a handler that writes the same bytes.
func BenchmarkKept(b *testing.B) {
	bench := newBench(b)
	r := bench.as("p", "GET", textPath, "")
	body, err := io.ReadAll(r.Body)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("bare", func(b *testing.B) {
		throughput(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(body) }), "/", "", 200)
	})
	b.Run("ours", func(b *testing.B) { throughput(b, bench.handler, textPath, "", 200) })
}
