package web

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func TestThePageApp(t *testing.T) {
	b := newBench(t)
	for _, path := range []string{"/", "/index.html", "/kontrakt/cpr-2014/maal/2", "/../../etc/passwd", "/.gitkeep"} {
		r := b.ask("GET", path, "")
		if r.StatusCode != 200 || r.Header.Get("Cache-Control") != "no-cache" || !strings.Contains(string(bodyOf(t, r)), "<title>app") {
			t.Errorf("%s: %d %v", path, r.StatusCode, r.Header)
		}
	}
	r := b.ask("GET", "/assets/app-1a2b.js", "", "Accept-Encoding", "zstd")
	if r.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" || r.Header.Get("Content-Encoding") != "zstd" ||
		r.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("an asset: %v", r.Header)
	}
	if r := b.ask("GET", "/assets/app-gone.js", ""); r.StatusCode != 404 {
		t.Errorf("an asset of another build: %d", r.StatusCode)
	}
	tag := b.ask("GET", "/", "").Header.Get("Etag")
	if r := b.ask("GET", "/", "", "If-None-Match", tag); r.StatusCode != 304 {
		t.Errorf("unchanged: %d", r.StatusCode)
	}
	if r := b.ask("HEAD", "/", ""); r.StatusCode != 200 || len(bodyOf(t, r)) != 0 {
		t.Errorf("HEAD: %d", r.StatusCode)
	}
}

func TestAPlainPageWhereTheAppIsNotBuilt(t *testing.T) {
	b := newBench(t, func(o *Options) { o.Assets = fstest.MapFS{".gitkeep": {}} })
	r := b.ask("GET", "/", "", "Accept-Language", "en")
	if body := string(bodyOf(t, r)); r.StatusCode != 200 || !strings.Contains(body, "built without its pages") || !strings.Contains(body, `lang="en"`) {
		t.Errorf("%d %s", r.StatusCode, body)
	}
}

func TestHealth(t *testing.T) {
	ready := errors.New("no database")
	b := newBench(t, func(o *Options) { o.Ready = func(context.Context) error { return ready } })
	if r := b.ask("GET", "/healthz", ""); r.StatusCode != 200 {
		t.Errorf("healthz: %d", r.StatusCode)
	}
	if r := b.ask("GET", "/readyz", ""); r.StatusCode != 503 || strings.Contains(string(bodyOf(t, r)), "database") {
		t.Errorf("readyz: %d", r.StatusCode)
	}
	ready = nil
	if r := b.ask("GET", "/readyz", ""); r.StatusCode != 200 {
		t.Errorf("readyz: %d", r.StatusCode)
	}
	b.as("p", "GET", textPath, "")
	shown := string(bodyOf(t, b.ask("GET", "/metrics", "")))
	if !strings.Contains(shown, `opfyldt_http_requests_total{method="GET",route="/api/v1/contracts/{contract}/text",status="200"} 1`) {
		t.Errorf("metrics: %s", shown)
	}
}
