package cases

import (
	"errors"
	"io"
	"iter"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// earliest is the first day that a case may have been received: an earlier one is
// a slip.
var earliest = calendar.MustDate("1968-04-02")

// File is an agency's file of cases while it is read.
type File struct {
	Table *sheet.Table
	rule  Rule
	day   calendar.Date // what it speaks of
	stops map[string][]CaseStop
	place string // the column of the references, for faults found later
}

// OpenFile reads down to the names of the columns; of a workbook, the sheet of
// stops too. The error is a *sheet.Faulty where the file is to blame.
func OpenFile(in io.ReaderAt, size int64, lang string, rule Rule, day calendar.Date) (*File, error) {
	t, err := sheet.Open(in, size, shape(lang))
	if err != nil {
		return nil, err
	}
	f := &File{Table: t, rule: rule, day: day}
	for _, name := range t.Info().Unread {
		if slices.Contains(stopSheets(), name) {
			if err := f.readStops(in, size, stopShape(lang, name)); err != nil {
				return nil, err
			}
			break
		}
	}
	return f, nil
}

// readStops reads the sheet of stops.
func (f *File) readStops(in io.ReaderAt, size int64, s sheet.Shape) error {
	t, err := sheet.Open(in, size, s)
	if err != nil {
		return err
	}
	f.stops = map[string][]CaseStop{}
	for r := range t.Rows() {
		stop, ok := f.stop(r, colFrom, colTo, colReason)
		reference := r.Text(colReference)
		if len(f.stops[reference]) == mostOnSheet {
			r.Wrong(colReference, "cases.stops", fault.Params{"most": mostOnSheet})
		}
		if ok && !r.Faulty() {
			f.stops[reference] = append(f.stops[reference], stop)
		}
	}
	_, err = t.Close()
	return err
}

// Incoming is a row on its way in, with its number in the file.
type Incoming struct {
	CaseRow
	Number int
	Text   []byte // canonical
}

// Rows goes through the cases that have no fault. What is wrong is told by Close.
func (f *File) Rows() iter.Seq2[Incoming, error] {
	return func(yield func(Incoming, error) bool) {
		for r := range f.Table.Rows() {
			row := f.row(r)
			if f.place == "" {
				f.place = r.Place(colReference)
			}
			if r.Faulty() {
				continue
			}
			text, err := row.canonical()
			if !yield(Incoming{row, r.Number(), text}, err) {
				return
			}
		}
	}
}

// Close says whether the file may be taken: a *sheet.Faulty with every faulty place,
// those of rows found twice by others among them.
func (f *File) Close(twice []Double) (sheet.Info, error) {
	info, err := f.Table.Close()
	faulty, ok := errors.AsType[*sheet.Faulty](err)
	switch {
	case err != nil && !ok:
		return info, err
	case len(twice) == 0:
		return info, err
	case !ok:
		faulty = &sheet.Faulty{}
	}
	for _, d := range twice {
		if faulty.Count++; len(faulty.Problems) < sheet.MostListed {
			faulty.Problems = append(faulty.Problems, sheet.Problem{
				Row: d.Row, Column: letters(f.place), Header: f.header(), Code: "sheet.twice", Params: fault.Params{"row": d.First},
			})
		}
	}
	slices.SortStableFunc(faulty.Problems, func(a, b sheet.Problem) int { return a.Row - b.Row })
	return info, faulty
}

// Double is a reference that stood in an earlier row.
type Double struct{ Row, First int }

// letters is a cell's column.
func letters(place string) string {
	n := 0
	for n < len(place) && place[n] >= 'A' {
		n++
	}
	return place[:n]
}

func (f *File) header() string {
	headers := f.Table.Info().Headers
	for i, h := range headers {
		if sheet.Letter(i) == letters(f.place) {
			return h
		}
	}
	return ""
}

// row reads a case.
func (f *File) row(r *sheet.Row) CaseRow {
	row := CaseRow{Reference: f.text(r, colReference), Kind: f.text(r, colKind), Outcome: f.text(r, colOutcome)}
	row.Received, _ = r.Date(colReceived)
	row.Concluded, _ = r.Date(colConcluded)
	for _, slip := range daySlips(row, f.day) {
		r.Wrong(slip.key, slip.code, slip.params)
	}
	if others := r.Others(); len(others) > mostMore {
		r.Wrong("", "cases.columns", fault.Params{"most": mostMore})
	} else if len(others) > 0 {
		row.More = others
	}
	for n := 1; n <= mostStops; n++ {
		if !r.Has(stopKey(n, colFrom)) {
			continue
		}
		if stop, ok := f.stop(r, stopKey(n, colFrom), stopKey(n, colTo), stopKey(n, colReason)); ok {
			row.Stops = append(row.Stops, stop)
		}
	}
	row.Stops = append(row.Stops, f.stops[row.Reference]...)
	f.rule.judge(&row)
	return row
}

// text reads a cell that lists, filters and links are made of.
func (f *File) text(r *sheet.Row, key string) string {
	said := r.Text(key)
	var c record.Checks
	if text(&c, key, &said); len(c.Wrong) > 0 {
		r.Wrong(key, c.Wrong[0].Code, c.Wrong[0].Params)
		return ""
	}
	return said
}

// stop reads a stop; none where its cells are empty.
func (f *File) stop(r *sheet.Row, from, to, reason string) (CaseStop, bool) {
	s := CaseStop{Reason: f.text(r, reason)}
	s.From, _ = r.Date(from)
	s.To, _ = r.Date(to)
	if s.From.IsZero() && s.To.IsZero() && s.Reason == "" {
		return s, false
	}
	at := map[string]string{colFrom: from, colTo: to, colReason: reason}
	for _, slip := range stopSlips(s, f.day) {
		if !r.Spoilt(at[slip.key]) {
			r.Wrong(at[slip.key], slip.code, slip.params)
		}
	}
	return s, true
}
