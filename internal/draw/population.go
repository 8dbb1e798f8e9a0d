package draw

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"

	"opfyldt/internal/fault"
)

// Columns says which columns of a population file are used.
type Columns struct {
	ID     string // "" for the one named id, or the first
	Strata string // "" for none
	Volume string // "" for none
}

// Population is a list of customers as a file gave it.
type Population struct {
	Customers []Customer
	Volumes   []int64 // of the customers, where their column was named
	IDColumn  string  // the column that was taken for the ids
	SHA256    string  // of the file, byte by byte
}

// Read reads a population from CSV in UTF-8, as a stream: a header, then a row for
// each customer; semicolon, comma or tab between the cells. The file is taken
// whole or refused whole, with every faulty place as Problems.
func Read(in io.Reader, use Columns) (*Population, error) { return read(in, use, maxRows) }

func read(in io.Reader, use Columns, most int) (*Population, error) {
	src := newSource(in)
	buffered := bufio.NewReaderSize(src, bufferBytes)
	if code := opening(buffered); code != "" {
		return nil, Problems{{Code: code}}
	}
	rows := csv.NewReader(buffered)
	rows.Comma = separator(buffered)
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	t := &table{rows: rows, src: src, seen: map[string]int{}, strata: map[string]string{}}
	if t.header(use) {
		t.body(most)
	}
	if len(t.problems) > 0 {
		return nil, t.problems
	}
	if t.err != nil {
		return nil, t.err
	}
	return &Population{t.customers, t.volumes, t.names[t.id], src.SHA256()}, nil
}

// next reads a record; false at the end and at a fault that nothing behind can be
// trusted after.
func (t *table) next() ([]string, bool) {
	t.src.recordAt(t.rows.InputOffset())
	record, err := t.rows.Read()
	if err == nil {
		t.line, _ = t.rows.FieldPos(0)
		return record, true
	}
	parse, isParse := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
	case errors.Is(err, errFileTooLarge):
		t.wrong(Problem{Code: "draw.file_too_large"})
	case errors.Is(err, errRecordTooLarge):
		t.wrong(Problem{Line: t.line + 1, Code: "draw.record_too_large"})
	case isParse:
		t.wrong(Problem{Line: parse.StartLine, Code: "draw.quotes"})
	default:
		t.err = err
	}
	return nil, false
}

// body reads the customers, row by row, and no more than most of them.
func (t *table) body(most int) {
	for !t.problems.full() {
		record, more := t.next()
		if !more {
			break
		}
		if t.count++; t.count > most {
			t.wrong(Problem{Line: t.line, Code: "draw.too_many_rows", Params: fault.Params{"most": most}})
			return
		}
		t.row(record)
	}
	if t.count == 0 && len(t.problems) == 0 && t.err == nil {
		t.wrong(Problem{Code: "draw.no_rows"})
	}
}
