package contract

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode/utf8"
)

// The bounds within which a contract file is read. A real contract is a
// hundredth of them.
const (
	maxSize   = 1 << 20 // bytes
	maxTokens = 60_000
	maxDepth  = 32
)

// Loaded is a contract file that has been read: the contract, nil where the
// problems refuse it, and the file's bytes.
type Loaded struct {
	Contract *Contract
	Source   []byte
	Problems Problems
}

// LoadFile reads and parses a contract file. The error is of the reading only;
// what is wrong with the file stands in Problems.
func LoadFile(path string) (Loaded, error) {
	f, err := os.Open(path)
	if err != nil {
		return Loaded{}, fmt.Errorf("open contract file: %w", err)
	}
	defer f.Close()
	return ParseReader(path, f)
}

// ParseReader reads and parses what r yields. Of a text beyond the bound on
// size it reads no more than the bound.
func ParseReader(name string, r io.Reader) (Loaded, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return Loaded{}, fmt.Errorf("read contract file: %w", err)
	}
	c, problems := Parse(name, src)
	return Loaded{c, src, problems}, nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// asText checks size and encoding and returns the text without a byte order
// mark.
func (l *log) asText(src []byte) (string, bool) {
	if len(src) > maxSize {
		l.add(place{1, 1}, "file", "too-large", "most", "1 MiB")
		return "", false
	}
	src = bytes.TrimPrefix(src, byteOrderMark)
	code := ""
	switch {
	case isUTF16(src):
		code = "utf16"
	case !utf8.Valid(src):
		code = "not-utf8"
	case bytes.IndexByte(src, 0) >= 0:
		code = "zero-byte"
	case len(bytes.TrimSpace(src)) == 0:
		code = "empty"
	}
	if code != "" {
		l.add(firstInvalid(src), "file", code)
		return "", false
	}
	return string(src), true
}

func isUTF16(src []byte) bool {
	if bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		return true
	}
	// Latin text in UTF-16 without a mark: every other byte is zero.
	return len(src) >= 4 && (src[0] == 0 && src[2] == 0 || src[1] == 0 && src[3] == 0)
}

// firstInvalid returns the place of the first byte that is no UTF-8 text.
func firstInvalid(src []byte) place {
	at := place{1, 1}
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		if r == utf8.RuneError && size == 1 || r == 0 {
			return at
		}
		at.column++
		if r == '\n' {
			at = place{at.line + 1, 1}
		}
		src = src[size:]
	}
	return place{1, 1}
}
