package sheet

import (
	"io"
	"iter"
)

// Part is a sheet of a workbook.
type Part struct {
	Name  string
	Heads []Head
	Rows  iter.Seq2[[]any, error]
}

// WriteBook writes a workbook of several sheets, whose names differ.
func WriteBook(out io.Writer, parts []Part) error {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.Name
	}
	w, err := beginBook(out, names...)
	if err != nil {
		return err
	}
	for i, p := range parts {
		if err := w.sheet(i+1, p.Heads); err != nil {
			return err
		}
		for row, err := range p.Rows {
			if err != nil {
				return err
			}
			if err := w.Row(row...); err != nil {
				return err
			}
		}
		if err := w.endSheet(); err != nil {
			return err
		}
	}
	return w.archive.Close()
}
