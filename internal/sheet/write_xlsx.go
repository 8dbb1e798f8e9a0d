package sheet

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/calendar"
)

// xlsxWriter writes a workbook's sheets as a stream: texts stand in their cells, so
// that nothing need be kept.
type xlsxWriter struct {
	archive *zip.Writer
	out     *bufio.Writer // of the sheet's part
	rows    int
	columns int
}

// The styles of cells, by their place in the styles' part.
const (
	styleNone = iota
	styleHead
	styleDate
	styleMoney
	styleText
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const spreadsheetNames = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const (
	packageNames  = "http://schemas.openxmlformats.org/package/2006/"
	documentNames = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	contentNames  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// stylesPart has the styles of cells.
const stylesPart = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
	`<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/></patternFill></fill></fills>` +
	`<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf/></cellStyleXfs>` +
	`<cellXfs count="5"><xf/>` +
	`<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="164" applyNumberFormat="1"/>` +
	`<xf numFmtId="4" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/>` +
	`</cellXfs></styleSheet>`

// bookPart is a file of the archive.
type bookPart struct{ name, text string }

// bookParts are what stands in a workbook beside its sheets.
func bookParts(names []string) []bookPart {
	var types, relations, sheets strings.Builder
	for i, name := range names {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n, contentNames)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, n, documentNames, n)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(sheetName(name)), n, n)
	}
	return []bookPart{
		{"[Content_Types].xml", `<Types xmlns="` + packageNames + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + contentNames + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + contentNames + `styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packageNames + `relationships">` +
			`<Relationship Id="rId1" Type="` + documentNames + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packageNames + `relationships">` + relations.String() +
			fmt.Sprintf(`<Relationship Id="rId%d" Type="%sstyles" Target="styles.xml"/></Relationships>`, len(names)+1, documentNames)},
		{"xl/workbook.xml", `<workbook ` + spreadsheetNames + `><bookViews><workbookView/></bookViews><sheets>` + sheets.String() + `</sheets></workbook>`},
		{"xl/styles.xml", stylesPart},
	}
}

// beginBook writes what stands beside the sheets.
func beginBook(out io.Writer, names ...string) (*xlsxWriter, error) {
	w := &xlsxWriter{archive: zip.NewWriter(out)}
	for _, p := range bookParts(names) {
		file, err := w.archive.Create(p.name)
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(file, xmlHead+p.text); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func newXLSX(out io.Writer, style Style, heads []Head) (*xlsxWriter, error) {
	w, err := beginBook(out, style.Name)
	if err != nil {
		return nil, err
	}
	return w, w.sheet(1, heads)
}

// sheet begins the sheet with the number, from 1.
func (w *xlsxWriter) sheet(number int, heads []Head) error {
	file, err := w.archive.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", number))
	if err != nil {
		return err
	}
	w.out, w.rows, w.columns = bufio.NewWriterSize(file, bufferBytes), 0, len(heads)
	return w.begin(heads)
}

// begin writes the columns' widths and names; the names stay in sight.
func (w *xlsxWriter) begin(heads []Head) error {
	fmt.Fprint(w.out, xmlHead, `<worksheet `, spreadsheetNames, `>`,
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`, `<cols>`)
	for i, h := range heads {
		width := max(h.Width, utf8.RuneCountInString(h.Name)+2)
		fmt.Fprintf(w.out, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	fmt.Fprint(w.out, `</cols><sheetData>`)
	w.open()
	for i, h := range heads {
		w.text(i, styleHead, h.Name)
	}
	return w.end()
}

func (w *xlsxWriter) open() {
	w.rows++
	fmt.Fprintf(w.out, `<row r="%d">`, w.rows)
}

func (w *xlsxWriter) end() error {
	_, err := w.out.WriteString("</row>")
	return err
}

// Row writes a row.
func (w *xlsxWriter) Row(cells ...any) error {
	w.open()
	for i, c := range cells {
		plain, isNumber := number(c)
		date, isDate := c.(calendar.Date)
		_, isMoney := c.(Ore)
		switch {
		case isMoney:
			w.number(i, styleMoney, plain)
		case isNumber:
			w.number(i, styleNone, plain)
		case isDate && date.Year() >= earliestYear && !date.IsZero():
			w.number(i, styleDate, fmt.Sprint(serial(date)))
		default:
			if text := words(c); text != "" {
				w.text(i, textStyle(text), text)
			}
		}
	}
	return w.end()
}

// textStyle keeps a text that would run, or that looks like a number, a text also
// when somebody edits it.
func textStyle(text string) int {
	if guard(text) != text || text[0] >= '0' && text[0] <= '9' {
		return styleText
	}
	return styleNone
}

func (w *xlsxWriter) number(column, style int, plain string) {
	fmt.Fprintf(w.out, `<c r="%s%d" s="%d"><v>%s</v></c>`, Letter(column), w.rows, style, plain)
}

// text writes a text where no program looks for a formula. Only one that would be
// taken for a guarded one when it is read back needs the apostrophe.
func (w *xlsxWriter) text(column, style int, text string) {
	if unguard(text) != text {
		text = guard(text)
	}
	fmt.Fprintf(w.out, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, Letter(column), w.rows, style, escaped(text))
}

// Close writes the end of the workbook.
func (w *xlsxWriter) Close() error {
	if err := w.endSheet(); err != nil {
		return err
	}
	return w.archive.Close()
}

// endSheet writes the filter and the end of the sheet.
func (w *xlsxWriter) endSheet() error {
	fmt.Fprintf(w.out, `</sheetData><autoFilter ref="A1:%s%d"/></worksheet>`, Letter(max(0, w.columns-1)), w.rows)
	return w.out.Flush()
}

// unwritable are characters that XML cannot hold, and texts that would be read as
// one.
var unwritable = regexp.MustCompile(`[\x00-\x08\x0B-\x1F\x{FFFE}\x{FFFF}]|_x[0-9A-Fa-f]{4}_`)

// escaped writes a text in XML.
func escaped(text string) string {
	text = unwritable.ReplaceAllStringFunc(text, func(s string) string {
		if strings.HasPrefix(s, "_x") {
			return "_x005F" + s
		}
		r, _ := utf8.DecodeRuneInString(s)
		return fmt.Sprintf("_x%04X_", r)
	})
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes all
	return b.String()
}

// maxSheetName is how many characters a sheet's name may have.
const maxSheetName = 31

// sheetName is a name that a sheet may have.
func sheetName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, name), " '")
	if runes := []rune(name); len(runes) > maxSheetName {
		name = string(runes[:maxSheetName])
	}
	if name == "" {
		return "1"
	}
	return name
}
