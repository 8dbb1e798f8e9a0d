package web

import (
	"context"
	"io"
	"iter"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
)

// TableFormat is embedded in the input of every list that can be had as a file. Its
// route says Table.
type TableFormat struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx" doc:"The file wanted: a workbook, or text in the reader's language's notation."`
}

// File is an answer that the browser saves.
type File struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        func(huma.Context)
}

// Table answers with rows as a file, which is written as they come. The name is the
// file's without its ending. An error that a row brings along breaks the file off.
func (t TableFormat) Table(ctx context.Context, name string, heads []sheet.Head, rows iter.Seq2[[]any, error]) *File {
	style := sheet.Style{Format: sheet.Format(t.Format), Name: name, Danish: Language(ctx) == catalogue.Danish}
	return Download(style.Format.ContentType(), FileName(name)+"."+t.Format, func(out io.Writer) error {
		return writeTable(out, style, heads, rows)
	})
}

// Download answers with a file that is written as it is read. Its route says Stream.
// Where writing fails the answer is broken off, so that nobody takes it for whole.
func Download(contentType, name string, write func(io.Writer) error) *File {
	return &File{
		ContentType: contentType,
		Disposition: `attachment; filename="` + name + `"`,
		Body: func(out huma.Context) {
			if err := write(out.BodyWriter()); err != nil {
				requestFrom(out.Context()).cause = err
				panic(http.ErrAbortHandler)
			}
		},
	}
}

func writeTable(out io.Writer, style sheet.Style, heads []sheet.Head, rows iter.Seq2[[]any, error]) error {
	w, err := sheet.NewWriter(out, style, heads)
	if err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := w.Row(row...); err != nil {
			return err
		}
	}
	return w.Close()
}

// FileName keeps of a name what a file's name may hold in every system.
func FileName(name string) string {
	b := []byte(name)
	for i, c := range b {
		if !isIDByte(c) && c != '.' {
			b[i] = '_'
		}
	}
	return string(b)
}

// tableResponse describes a table's file.
func tableResponse() *huma.Response {
	file := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	return &huma.Response{
		Description: http.StatusText(http.StatusOK),
		Content:     map[string]*huma.MediaType{sheet.XLSX.ContentType(): file, sheet.CSV.ContentType(): file},
	}
}

// Narrowed is embedded in the input of a list's file, which holds what the page's
// search field leaves of the list.
type Narrowed struct {
	Text string `query:"text" maxLength:"200" doc:"Only what holds this text, in any case."`
}

// Passes reports whether one of the texts holds what was looked for.
func (n Narrowed) Passes(texts ...string) bool {
	return strings.Contains(strings.ToLower(strings.Join(texts, " ")), strings.ToLower(n.Text))
}
