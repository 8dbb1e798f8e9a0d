package web

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/sheet"
)

type tableInput struct {
	Contract string `path:"contract"`
	TableFormat
	AsOf
}

// lists is a bench with a list that can be had as a file; the third row fails where
// it is asked for as of 2014.
func lists(t *testing.T) *bench {
	b := newBench(t)
	opts := b.router.opts
	opts.Metrics = nil
	b.router = New(opts)
	Register(b.router, Route{Method: "GET", Path: "/contracts/{contract}/list", Operation: "read", ID: "getList", Tag: "test", Table: true},
		func(ctx context.Context, in *tableInput) (*File, error) {
			return in.Table(ctx, "Liste æ/1", []sheet.Head{{Name: "Navn"}, {Name: "Tal"}}, func(yield func([]any, error) bool) {
				_ = yield([]any{"=a", 1}, nil) && yield([]any{"b", sheet.Ore(150)}, nil) && in.At.Past && yield(nil, errors.New("broken"))
			}), nil
		})
	h, err := b.router.Handler()
	if err != nil {
		t.Fatal(err)
	}
	b.handler = h
	return b
}

func TestAListIsHadAsAFile(t *testing.T) {
	b := lists(t)
	for _, c := range []struct{ query, lang, contentType, name, first string }{
		{"?format=csv", "da", "text/csv; charset=utf-8", `attachment; filename="Liste____1.csv"`, "\ufeffNavn;Tal\r\n'=a;1\r\nb;1,50\r\n"},
		{"?format=csv", "en", "text/csv; charset=utf-8", `attachment; filename="Liste____1.csv"`, "\ufeffNavn,Tal\r\n'=a,1\r\nb,1.50\r\n"},
		{"", "da", sheet.XLSX.ContentType(), `attachment; filename="Liste____1.xlsx"`, "PK"},
	} {
		r := b.as("anna", "GET", "/api/v1/contracts/a/list"+c.query, "", "Accept-Language", c.lang)
		if body := bodyOf(t, r); r.StatusCode != http.StatusOK || !bytes.HasPrefix(body, []byte(c.first)) {
			t.Errorf("%+v: %d %.60q", c, r.StatusCode, body)
		}
		if r.Header.Get("Content-Type") != c.contentType || r.Header.Get("Content-Disposition") != c.name || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%+v: %v", c, r.Header)
		}
	}
	if p := problemOf(t, b.as("anna", "GET", "/api/v1/contracts/a/list?format=pdf", "")); p.Status != http.StatusUnprocessableEntity || p.Errors[0].Location != "query.format" {
		t.Errorf("another format: %+v", p)
	}
	description, err := b.router.Description()
	if err != nil || !strings.Contains(string(description), sheet.XLSX.ContentType()) || !strings.Contains(string(description), `"text/csv; charset=utf-8"`) {
		t.Errorf("the description leaves the formats out: %v", err)
	}
}

// A file that cannot be finished is broken off, so that nobody takes it for whole.
func TestAFileThatFailsIsBrokenOff(t *testing.T) {
	b := lists(t)
	defer func() {
		if recover() != http.ErrAbortHandler { //nolint:errorlint // the very value is the sign
			t.Error("the answer ends as if it were whole")
		}
	}()
	b.as("anna", "GET", "/api/v1/contracts/a/list?asOf=2013-01-01", "")
}
