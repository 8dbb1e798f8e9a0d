package draw

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"unicode/utf8"
)

// The bounds of a population file.
const (
	maxBytes     = 256 << 20
	maxRecord    = 1 << 20
	maxRows      = 1_000_000
	maxColumns   = 200
	maxName      = 500 // bytes of an id or a stratum's name
	maxStrata    = 1_000
	bufferBytes  = 1 << 16
	readerMargin = 2 * bufferBytes // what readers hold beyond the record they are at
)

// What the stream itself can be refused for.
var (
	errFileTooLarge   = errors.New("file too large")
	errRecordTooLarge = errors.New("record too large")
)

// source counts and hashes the file's bytes as they pass, and stops a file or a
// single record (a quote that is never closed) that is too long before it fills
// the memory.
type source struct {
	in        io.Reader
	sum       hash.Hash
	read      int64
	recordEnd int64 // no record may need bytes beyond this
}

func newSource(in io.Reader) *source {
	return &source{in: in, sum: sha256.New(), recordEnd: maxRecord + readerMargin}
}

func (s *source) Read(p []byte) (int, error) {
	switch {
	case s.read > maxBytes:
		return 0, errFileTooLarge
	case s.read > s.recordEnd:
		return 0, errRecordTooLarge
	}
	n, err := s.in.Read(p[:min(len(p), bufferBytes)])
	s.read += int64(n)
	s.sum.Write(p[:n])
	return n, err
}

// recordAt says that the next record begins at the offset.
func (s *source) recordAt(offset int64) { s.recordEnd = offset + maxRecord + readerMargin }

// SHA256 returns the hash of what was read, in hex.
func (s *source) SHA256() string { return hex.EncodeToString(s.sum.Sum(nil)) }

// opening looks at a file's first bytes: it passes over the mark of UTF-8 and
// tells by name what is no CSV file in UTF-8.
func opening(r *bufio.Reader) (code string) {
	head, _ := r.Peek(4) // a shorter file shows all it has
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = r.Discard(3) // just peeked at
		return ""
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "draw.utf16"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "draw.workbook"
	case bytes.IndexByte(head, 0) >= 0:
		return "draw.binary"
	}
	return ""
}

// separator finds what stands between the cells: of semicolon, comma and tab the
// one that the header holds most of, outside quotes; a comma where it holds none.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(bufferBytes)
	counts, quoted := map[rune]int{}, false
	for len(head) > 0 {
		c, size := utf8.DecodeRune(head)
		head = head[size:]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			head = nil
		default:
			counts[c]++
		}
	}
	best := ','
	for _, c := range ";\t" {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}
