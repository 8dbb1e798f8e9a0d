package audit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// maxLine bounds a line, and with it the memory that a file from outside takes.
const maxLine = 4 << 20

// lines reads a file line by line and knows where it is.
type lines struct {
	scanner *bufio.Reader
	file    string
	number  int64
}

func newLines(r io.Reader, file string) *lines {
	return &lines{scanner: bufio.NewReaderSize(r, 64<<10), file: file}
}

// next returns the next line without its line feed. The bytes are the caller's.
func (l *lines) next(what string) ([]byte, error) {
	l.number++
	var text []byte
	for {
		part, err := l.scanner.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case len(text) > maxLine:
			return nil, l.finding("the line is longer than %d bytes", maxLine)
		case err == nil:
			text = text[:len(text)-1]
			if !utf8.Valid(text) {
				return nil, l.finding("the line is not UTF-8")
			}
			return text, nil
		case errors.Is(err, io.EOF):
			return nil, l.finding("the file ends before %s is whole", what)
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, fmt.Errorf("read %s: %w", l.file, err)
		}
	}
}

// end refuses anything behind the last line.
func (l *lines) end() error {
	l.number++
	_, err := l.scanner.ReadByte()
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", l.file, err)
	}
	return l.finding("something follows the last checkpoint")
}

func (l *lines) finding(format string, args ...any) error {
	return l.findingAt(l.number, format, args...)
}

func (l *lines) findingAt(line int64, format string, args ...any) error {
	return &Finding{File: l.file, Line: line, What: fmt.Sprintf(format, args...)}
}
