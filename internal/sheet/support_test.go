package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// steps is a table with a column of each sort.
var steps = Shape{Columns: []Column{
	{Key: "id", Names: []string{"Nummer", "id"}, Filled: true, Unique: true},
	{Key: "name", Names: []string{"Navn"}},
	{Key: "day", Names: []string{"Aftalt dato"}},
	{Key: "share", Names: []string{"Andel"}, Optional: true},
	{Key: "money", Names: []string{"Beløb"}, Optional: true},
	{Key: "count", Names: []string{"Antal"}, Optional: true},
	{Key: "done", Names: []string{"Udført"}, Optional: true},
	{Key: "state", Names: []string{"Status"}, Optional: true},
}}

var states = []Choice{{"planned", []string{"planlagt"}}, {"started", []string{"i gang", "igang"}}, {"done", []string{"færdig"}}}

// readAll reads a file to lines of what its readers found: "1 a 2014-06-30 …".
func readAll(file []byte, shape Shape) (lines []string, info Info, err error) {
	t, err := Open(bytes.NewReader(file), int64(len(file)), shape)
	if err != nil {
		return nil, Info{}, err
	}
	for r := range t.Rows() {
		lines = append(lines, line(r))
	}
	info, err = t.Close()
	return lines, info, err
}

func line(r *Row) string {
	cells := []string{r.Text("id"), r.Text("name")}
	add := func(value any, ok bool) {
		if ok {
			cells = append(cells, fmt.Sprint(value))
		} else {
			cells = append(cells, "-")
		}
	}
	day, ok := r.Date("day")
	add(day, ok)
	share, ok := r.Decimal("share")
	add(share, ok)
	money, ok := r.Money("money")
	add(money, ok)
	count, ok := r.Whole("count")
	add(count, ok)
	yes, ok := r.YesNo("done")
	add(yes, ok)
	state := r.Choice("state", states)
	add(state, state != "")
	return strings.Join(cells, "|")
}

// refusal is what is wrong with a file: "C17: code" by line.
func refusal(t *testing.T, file []byte, shape Shape) string {
	t.Helper()
	_, _, err := readAll(file, shape)
	faulty, ok := errors.AsType[*Faulty](err)
	if !ok {
		return fmt.Sprintf("taken, or %v", err)
	}
	return faulty.Error()
}

// book is a workbook made by another program's hand.
func book(t *testing.T, make func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := make(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// cells puts values into the first sheet, row by row from A1.
func cells(rows ...[]any) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		for i, row := range rows {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				return err
			}
		}
		return nil
	}
}
