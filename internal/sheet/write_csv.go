package sheet

import (
	"encoding/csv"
	"io"
	"strings"
)

// csvWriter writes a text file that spreadsheets open rightly: the mark of UTF-8, and
// the separator that the language's settings expect.
type csvWriter struct {
	csv    *csv.Writer
	danish bool
	record []string
}

func newCSV(out io.Writer, style Style, heads []Head) (*csvWriter, error) {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return nil, err
	}
	w := &csvWriter{csv: csv.NewWriter(out), danish: style.Danish}
	w.csv.UseCRLF = true
	if style.Danish {
		w.csv.Comma = ';'
	}
	names := make([]any, len(heads))
	for i, h := range heads {
		names[i] = h.Name
	}
	return w, w.Row(names...)
}

// Row writes a row.
func (w *csvWriter) Row(cells ...any) error {
	w.record = w.record[:0]
	for _, c := range cells {
		text, isNumber := number(c)
		switch {
		case isNumber && w.danish:
			text = strings.Replace(text, ".", ",", 1)
		case !isNumber:
			text = guard(words(c))
		}
		w.record = append(w.record, text)
	}
	return w.csv.Write(w.record)
}

// Close writes what is held back.
func (w *csvWriter) Close() error {
	w.csv.Flush()
	return w.csv.Error()
}
