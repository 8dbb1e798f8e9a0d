package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"opfyldt/internal/fault"
)

// What the stream of a text file can be refused for.
var (
	errFileTooLarge = errors.New("file too large")
	errRowTooLarge  = errors.New("row too large")
)

// The bounds of one row.
const (
	maxRow       = 1 << 20
	bufferBytes  = 1 << 16
	readerMargin = 2 * bufferBytes // what readers hold beyond the row they are at
)

// source stops a file, or a single row of it (a quote that is never closed), that is
// too long before it fills the memory.
type source struct {
	in     io.Reader
	most   int64
	read   int64
	rowEnd int64 // no row may need bytes beyond this
}

func (s *source) Read(p []byte) (int, error) {
	switch {
	case s.read > s.most:
		return 0, errFileTooLarge
	case s.read > s.rowEnd:
		return 0, errRowTooLarge
	}
	n, err := s.in.Read(p[:min(len(p), bufferBytes)])
	s.read += int64(n)
	return n, err
}

// rowAt says that the next row begins at the offset.
func (s *source) rowAt(offset int64) { s.rowEnd = offset + maxRow + readerMargin }

// textRows reads CSV.
type textRows struct {
	src    *source
	csv    *csv.Reader
	bounds Bounds
	row    row
	before int // lines before the first that is a row
	ends   int // the line behind the last row, without those
}

// noText tells by name what is no text file.
func noText(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "sheet.workbook"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "sheet.old_workbook"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "sheet.binary"
	}
	return ""
}

// openText finds the encoding and what separates the cells.
func openText(in io.Reader, look look, bounds Bounds, info *Info) (*textRows, error) {
	if code := noText(look.head); code != "" {
		return nil, stopped(code, nil)
	}
	info.Format = CSV
	decoded, encoding, err := decode(in, look)
	if err != nil {
		return nil, err
	}
	info.Encoding = encoding
	src := &source{in: decoded, most: 2 * bounds.Bytes, rowEnd: maxRow + readerMargin}
	buffered := bufio.NewReaderSize(src, bufferBytes)
	head, _ := buffered.Peek(bufferBytes) // a shorter file shows all it has
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		buffered = bufio.NewReaderSize(oldLines{buffered}, bufferBytes)
	}
	t := &textRows{src: src, bounds: bounds, ends: 1}
	comma, before := namedComma(buffered)
	if comma == 0 {
		comma = separator(buffered)
	}
	t.before = before
	info.Comma = string(comma)
	t.csv = csv.NewReader(buffered)
	t.csv.Comma = comma
	t.csv.FieldsPerRecord = -1
	t.csv.ReuseRecord = true
	return t, nil
}

// decode makes UTF-8 of the file.
func decode(in io.Reader, look look) (io.Reader, string, error) {
	order := unicode.LittleEndian
	wide := false
	switch h := look.head; {
	case bytes.HasPrefix(h, []byte("\xef\xbb\xbf")):
		_, err := io.CopyN(io.Discard, in, 3)
		return in, "UTF-8", err
	case bytes.HasPrefix(h, []byte("\xff\xfe")):
		wide = true
	case bytes.HasPrefix(h, []byte("\xfe\xff")):
		wide, order = true, unicode.BigEndian
	case bytes.IndexByte(h, 0) >= 0:
		even, odd := noughts(h)
		switch half := min(len(h), 1000) / 2; {
		case even == 0 && odd > half/2:
			wide = true
		case odd == 0 && even > half/2:
			wide, order = true, unicode.BigEndian
		default:
			return nil, "", stopped("sheet.binary", nil)
		}
	}
	switch {
	case wide:
		return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(in), "UTF-16", nil
	case look.utf8:
		return in, "UTF-8", nil
	}
	return charmap.Windows1252.NewDecoder().Reader(in), "Windows-1252", nil
}

// noughts counts the bytes 0 at even and at odd places of the beginning.
func noughts(head []byte) (even, odd int) {
	for i, b := range head[:min(len(head), 1000)] {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}

// oldLines makes line ends of lone carriage returns.
type oldLines struct{ in io.Reader }

func (o oldLines) Read(p []byte) (int, error) {
	n, err := o.in.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// namedComma takes the line "sep=;" that some spreadsheets begin a file with.
func namedComma(r *bufio.Reader) (comma rune, lines int) {
	head, _ := r.Peek(len("sep=;\r\n"))
	if len(head) < len("sep=;\n") || !bytes.EqualFold(head[:len("sep=")], []byte("sep=")) {
		return 0, 0
	}
	if c := head[4]; strings.IndexByte(";,\t", c) >= 0 {
		if _, err := r.ReadString('\n'); err == nil {
			return rune(c), 1
		}
	}
	return 0, 0
}

// separator finds what stands between the cells: of semicolon, comma and tab the
// one that the first line with text holds most of, outside quotes; a comma where it
// holds none.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(bufferBytes)
	counts, quoted, text := map[rune]int{}, false, false
	for len(head) > 0 {
		c, size := utf8.DecodeRune(head)
		head = head[size:]
		switch {
		case c == '"':
			quoted, text = !quoted, true
		case quoted:
		case c == '\n' && text:
			head = nil
		case c != '\n' && c != '\r':
			text = true
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

func (t *textRows) next() (row, error) {
	t.src.rowAt(t.csv.InputOffset())
	record, err := t.csv.Read()
	if err != nil {
		return row{}, t.refusal(err)
	}
	line, _ := t.csv.FieldPos(0)
	t.row = row{t.numberAt(line), t.before + line, t.row.cells[:0]}
	t.ends = line + 1
	for i, text := range record {
		t.ends += strings.Count(text, "\n")
		cell := textCell(text)
		if cell.Kind == Text && strings.HasPrefix(strings.TrimSpace(text), "=") {
			cell.Kind = Formula
		}
		if most := t.bounds.Columns; i < most {
			t.row.cells = append(t.row.cells, cell)
		} else if cell.Kind != Blank {
			return row{}, tooManyColumns(t.row, i, most)
		}
	}
	return t.row, nil
}

// numberAt is the number of the row that begins on the line: a spreadsheet counts
// empty lines, and not those within a cell.
func (t *textRows) numberAt(line int) int { return t.row.number + 1 + line - t.ends }

func (t *textRows) refusal(err error) error {
	at := func(line int, code string) error {
		return stop{Problem{Row: t.numberAt(line), Line: t.before + line, Code: code}}
	}
	parse, isParse := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, errFileTooLarge):
		return tooLarge(t.bounds)
	case errors.Is(err, errRowTooLarge):
		return at(t.ends, "sheet.row_too_large")
	case isParse:
		return at(parse.StartLine, "sheet.quotes")
	}
	return err
}

func (t *textRows) end() []Problem { return nil }

func tooLarge(b Bounds) error {
	return stopped("sheet.file_too_large", fault.Params{"most": b.Bytes >> 20})
}
