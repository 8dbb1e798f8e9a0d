package web

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// The content codings we write, the better one first.
const (
	zstdCoding = "zstd"
	gzipCoding = "gzip"
)

// worthCoding is the size in bytes below which an answer goes as it is.
const worthCoding = 1024

// encoder is what both codings' writers can do.
type encoder interface {
	io.WriteCloser
	Flush() error
	Reset(w io.Writer)
}

// encoders lends out writers, which are dear to make.
type encoders struct{ pools map[string]*sync.Pool }

func newEncoders() *encoders {
	return &encoders{map[string]*sync.Pool{
		gzipCoding: {New: func() any {
			w, _ := gzip.NewWriterLevel(io.Discard, 5) // the level is in range
			return w
		}},
		zstdCoding: {New: func() any {
			// A window of 1 MiB keeps a writer at a few MB.
			w, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
			return w
		}},
	}}
}

func (e *encoders) take(coding string, w io.Writer) encoder {
	enc := e.pools[coding].Get().(encoder)
	enc.Reset(w)
	return enc
}

func (e *encoders) give(coding string, enc encoder) {
	enc.Reset(io.Discard)
	e.pools[coding].Put(enc)
}

// encode writes the whole body in a coding.
func (e *encoders) encode(coding string, body []byte) ([]byte, error) {
	var out bytes.Buffer
	enc := e.take(coding, &out)
	defer e.give(coding, enc)
	if _, err := enc.Write(body); err != nil {
		return nil, err
	}
	if err := enc.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// negotiate chooses the coding for an Accept-Encoding header: zstd, gzip, or
// none ("").
func negotiate(accept string) string {
	best, bestQ := "", 0.0
	for part := range strings.SplitSeq(accept, ",") {
		name, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name != zstdCoding && name != gzipCoding {
			continue
		}
		q := weight(rest)
		if q > bestQ || q == bestQ && q > 0 && name == zstdCoding {
			best, bestQ = name, q
		}
	}
	return best
}

func weight(params string) float64 {
	value, found := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
	if !found {
		return 1
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0
	}
	return q
}

// compressible reports whether a media type gets smaller by coding.
func compressible(contentType string) bool {
	for _, part := range []string{"json", "text/", "javascript", "xml", "yaml", "svg"} {
		if strings.Contains(contentType, part) {
			return true
		}
	}
	return false
}
