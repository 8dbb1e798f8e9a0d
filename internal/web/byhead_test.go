package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const textPath = "/api/v1/contracts/a/text"

func TestAnUnchangedReadIsAnsweredWithoutTheHandler(t *testing.T) {
	b := newBench(t)
	first := b.as("p", "GET", textPath, "")
	tag := first.Header.Get("Etag")
	if first.StatusCode != 200 || tag == "" || first.Header.Get("Cache-Control") != "private, no-cache" {
		t.Fatalf("got %d %v", first.StatusCode, first.Header)
	}
	again := b.as("p", "GET", textPath, "", "If-None-Match", tag)
	if again.StatusCode != http.StatusNotModified || len(bodyOf(t, again)) != 0 || again.Header.Get("Etag") != tag {
		t.Errorf("got %d %v", again.StatusCode, again.Header)
	}
	kept := b.as("p", "GET", textPath, "")
	if !bytes.Equal(bodyOf(t, kept), bodyOf(t, first)) || b.renders.Load() != 1 {
		t.Errorf("the handler ran %d times", b.renders.Load())
	}
	b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"x"}`)
	after := b.as("p", "GET", textPath, "", "If-None-Match", tag)
	if after.StatusCode != 200 || after.Header.Get("Etag") == tag || b.renders.Load() != 2 {
		t.Errorf("after a fact: got %d, %d renders", after.StatusCode, b.renders.Load())
	}
}

// A page over several contracts is another one after a fact in any of them.
func TestAPageOverContractsIsTaggedByAllTheirHeads(t *testing.T) {
	b := newBench(t)
	const path = "/api/v1/everything"
	tag := b.as("p", "GET", path, "").Header.Get("Etag")
	if again := b.as("p", "GET", path, "", "If-None-Match", tag); tag == "" || again.StatusCode != http.StatusNotModified || b.renders.Load() != 1 {
		t.Errorf("tag %q, then %d after %d renders", tag, again.StatusCode, b.renders.Load())
	}
	for _, contract := range []string{"a", "z"} {
		b.as("p", "POST", "/api/v1/contracts/"+contract+"/notes", `{"note":"x"}`)
		after := b.as("p", "GET", path, "", "If-None-Match", tag)
		if after.StatusCode != http.StatusOK || after.Header.Get("Etag") == tag {
			t.Errorf("after a fact in %s: %d", contract, after.StatusCode)
		}
		tag = after.Header.Get("Etag")
	}
}

// Each of these makes another answer, so none may share its tag with another.
func TestATagNamesEverythingThatTheAnswerDependsOn(t *testing.T) {
	b := newBench(t)
	tags := map[string]string{}
	for name, r := range map[string]*http.Response{
		"plain":          b.as("p", "GET", textPath, ""),
		"another person": b.as("q", "GET", textPath, ""),
		"English":        b.as("p", "GET", textPath, "", "Accept-Language", "en"),
		"a past day":     b.as("p", "GET", textPath+"?asOf=2014-06-30", ""),
	} {
		tag := r.Header.Get("Etag")
		if other, ok := tags[tag]; ok || r.StatusCode != 200 {
			t.Errorf("%s: status %d, tag as %s", name, r.StatusCode, other)
		}
		tags[tag] = name
	}
}

func TestCodings(t *testing.T) {
	b := newBench(t)
	plain := bodyOf(t, b.as("p", "GET", textPath, ""))
	for range 2 { // as rendered, then as kept
		r := b.as("p", "GET", textPath, "", "Accept-Encoding", "gzip")
		unzip, err := gzip.NewReader(r.Body)
		if err != nil || r.Header.Get("Content-Encoding") != "gzip" {
			t.Fatalf("%v %v", err, r.Header)
		}
		if got, _ := io.ReadAll(unzip); !bytes.Equal(got, plain) {
			t.Error("gzip does not give the plain bytes back")
		}
		r = b.as("p", "GET", textPath, "", "Accept-Encoding", "gzip, deflate, br, zstd")
		unz, err := zstd.NewReader(r.Body)
		if err != nil || r.Header.Get("Content-Encoding") != "zstd" {
			t.Fatalf("%v %v", err, r.Header)
		}
		if got, _ := io.ReadAll(unz); !bytes.Equal(got, plain) {
			t.Error("zstd does not give the plain bytes back")
		}
	}
	if r := b.as("p", "GET", textPath, "", "Accept-Encoding", "gzip;q=0"); r.Header.Get("Content-Encoding") != "" {
		t.Error("gzip was refused and sent")
	}
	small := b.ask("GET", "/api/v1/status", "", "Accept-Encoding", "gzip")
	if small.Header.Get("Content-Encoding") != "" || small.Header.Get("Content-Length") == "" {
		t.Errorf("a small answer: %v", small.Header)
	}
	doc := b.ask("GET", "/api/openapi.json", "", "Accept-Encoding", "gzip")
	if doc.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("a long answer that is not kept: %v", doc.Header)
	}
	if unzip, err := gzip.NewReader(doc.Body); err != nil {
		t.Error(err)
	} else if got, err := io.ReadAll(unzip); err != nil || !bytes.HasPrefix(got, []byte("{")) {
		t.Errorf("%v %.20s", err, got)
	}
}

// Whoever has written a fact sees it, however many read at the same time.
func TestAWriterSeesTheirWrite(t *testing.T) {
	b := newBench(t)
	var readers sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					b.as("r", "GET", textPath, "")
				}
			}
		})
	}
	for range 50 {
		before := b.as("p", "GET", textPath, "").Header.Get("Etag")
		b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"x"}`)
		if after := b.as("p", "GET", textPath, "").Header.Get("Etag"); after == before {
			t.Error("the fact is not seen")
		}
	}
	close(stop)
	readers.Wait()
}

func TestTheCacheStaysWithinItsBound(t *testing.T) {
	c := newCache(40_000) // a page of 4,000 bytes counts as 4,000 + 2,000 + 512
	for i := range 20 {
		c.put(&page{tag: string(rune('a' + i)), body: make([]byte, 4000)})
	}
	if _, ok := c.get("a"); ok || len(c.byTag) != 6 || c.used != 6*6512 {
		t.Errorf("%d pages, %d bytes", len(c.byTag), c.used)
	}
	if _, ok := c.get("t"); !ok {
		t.Error("the newest page is not kept")
	}
	c.put(&page{tag: "huge", body: make([]byte, 30_000)})
	if _, ok := c.get("huge"); ok {
		t.Error("one page pushed everything out")
	}
}

// A browser that has just written goes past the kept head, at every instance
// for as long as its cookie lives.
func TestTheFreshCookieLooksAtTheLog(t *testing.T) {
	b := newBench(t)
	b.as("p", "GET", textPath, "")
	before := b.log.reads.Load()
	b.as("p", "GET", textPath, "", "Cookie", freshCookie+"=1")
	if b.log.reads.Load() == before {
		t.Error("the kept head was used")
	}
	written := b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"x"}`)
	cookies := written.Cookies()
	if len(cookies) != 1 || cookies[0].Name != freshCookie || !cookies[0].HttpOnly || cookies[0].MaxAge != 2 {
		t.Errorf("cookies after a write: %v", cookies)
	}
}

// A database that does not answer is told as such, by the head as by a handler.
func TestNoDatabaseIsUnavailable(t *testing.T) {
	b := newBench(t, func(o *Options) {
		o.Heads = brokenLog{}
		o.Unavailable = func(err error) bool { return errors.Is(err, errSecret) }
	})
	if p := problemOf(t, b.as("p", "GET", textPath, "")); p.Status != 503 || p.Code != "web.unavailable" {
		t.Errorf("a read: %+v", p)
	}
	if p := problemOf(t, b.as("p", "POST", "/api/v1/contracts/a/notes", `{"note":"broken"}`)); p.Status != 503 {
		t.Errorf("a write: %+v", p)
	}
}

type brokenLog struct{}

func (brokenLog) Head(context.Context, string) (string, error) {
	return "", fmt.Errorf("read head: %w", errSecret)
}
