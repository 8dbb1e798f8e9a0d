package paper

import (
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

// About is what a document says of itself.
type About struct {
	Title    string
	Language string // "da" or "en"
	Made     time.Time
	// Foot stands at the foot of each page, on the left.
	Foot string
	// PageOf counts the pages there, with two places: "Side %s af %s".
	PageOf string
}

// The measures of a page, in millimetres and points.
const (
	margin     = 22.0
	foot       = 20.0
	textPoints = 10.0
	smallest   = 8.0
	leading    = 1.35
	pointMM    = 25.4 / 72
	nameShare  = 0.32 // of the width, for the names of a list
	gap        = 3.0
	// headingRoom is what a heading needs with the first lines behind it.
	headingRoom = 28.0
)

const (
	regular = "regular"
	bold    = "bold"
	mono    = "mono"
)

// allPages stands for the number of pages until it is known.
const allPages = "{nb}"

// Document is a document that is being set.
type Document struct {
	pdf   *fpdf.Fpdf
	fonts map[string]*coverage
	width float64
	now   string // the font that is set
}

// New begins a document.
func New(about About) *Document {
	pdf := fpdf.New("P", "mm", "A4", "")
	d := &Document{pdf: pdf, fonts: map[string]*coverage{}}
	for _, f := range []struct {
		name string
		data []byte
	}{{regular, goregular.TTF}, {bold, gobold.TTF}, {mono, gomono.TTF}} {
		pdf.AddUTF8FontFromBytes(f.name, "", f.data)
		d.fonts[f.name] = covered(f.data)
	}
	pdf.SetTitle(about.Title, true)
	pdf.SetLang(about.Language)
	pdf.SetCreationDate(about.Made.UTC())
	pdf.SetModificationDate(about.Made.UTC())
	pdf.SetCatalogSort(true)
	pdf.SetMargins(margin, margin, margin)
	pdf.SetAutoPageBreak(false, foot)
	pdf.AliasNbPages(allPages)
	w, _ := pdf.GetPageSize()
	d.width = w - 2*margin
	pdf.SetFooterFunc(func() { d.foot(about) })
	pdf.AddPage()
	return d
}

func (d *Document) foot(about About) {
	d.pdf.SetY(-foot + 6)
	d.font(regular, smallest)
	d.pdf.SetTextColor(90, 90, 90)
	d.pdf.CellFormat(d.width/2, 5, d.fonts[regular].only(about.Foot), "", 0, "L", false, 0, "")
	count := fmt.Sprintf(about.PageOf, fmt.Sprint(d.pdf.PageNo()), allPages)
	d.pdf.CellFormat(d.width/2, 5, count, "", 0, "R", false, 0, "")
	d.pdf.SetTextColor(0, 0, 0)
}

func (d *Document) font(name string, points float64) {
	d.now = name
	d.pdf.SetFont(name, "", points)
}

// Title sets the document's heading.
func (d *Document) Title(text string) {
	d.font(bold, 18)
	d.lines(text, 18)
	d.space(2)
}

// Heading sets a part's heading, on the same page as what follows it.
func (d *Document) Heading(text string) {
	d.space(4)
	d.keep(headingRoom)
	d.font(bold, 12.5)
	d.lines(text, 12.5)
	d.space(1)
}

// Text sets a paragraph; line feeds in it begin new lines.
func (d *Document) Text(text string) {
	d.font(regular, textPoints)
	d.lines(text, textPoints)
	d.space(1.5)
}

// Small sets a paragraph of smaller print.
func (d *Document) Small(text string) {
	d.font(regular, smallest)
	d.lines(text, smallest)
	d.space(1.5)
}

// Code sets a text of which every character counts.
func (d *Document) Code(text string) {
	d.font(mono, smallest)
	d.lines(text, smallest)
	d.space(1.5)
}

// Write writes the document.
func (d *Document) Write(out io.Writer) error {
	if err := d.pdf.Output(out); err != nil {
		return fmt.Errorf("write a PDF: %w", err)
	}
	return nil
}

// space leaves room, but none at the top of a page.
func (d *Document) space(millimetres float64) {
	if d.pdf.GetY() > margin {
		d.pdf.SetY(d.pdf.GetY() + millimetres)
	}
}

// keep begins a new page where so much does not fit on this one any more; true
// where it did.
func (d *Document) keep(millimetres float64) bool {
	_, height := d.pdf.GetPageSize()
	if d.pdf.GetY()+millimetres <= height-foot {
		return false
	}
	name := d.now
	points, _ := d.pdf.GetFontSize()
	d.pdf.AddPage()
	d.font(name, points)
	return true
}

// lines sets a text over the whole width.
func (d *Document) lines(text string, points float64) {
	height := points * leading * pointMM
	for _, line := range d.wrap(text, d.width) {
		d.keep(height)
		d.pdf.SetX(margin)
		d.pdf.CellFormat(d.width, height, line, "", 1, "L", false, 0, "")
	}
}

// wrap breaks a text into lines of a width, between words where it can.
func (d *Document) wrap(text string, width float64) []string {
	var lines []string
	for _, paragraph := range strings.Split(d.fonts[d.now].only(text), "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if whole := strings.TrimLeft(line+" "+word, " "); d.pdf.GetStringWidth(whole) <= width {
				line = whole
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			var full []string
			full, line = d.cut(word, width)
			lines = append(lines, full...)
		}
		lines = append(lines, line)
	}
	return lines
}

// cut cuts a word that is wider than a line.
func (d *Document) cut(word string, width float64) (full []string, rest string) {
	for _, r := range word {
		if rest != "" && d.pdf.GetStringWidth(rest+string(r)) > width {
			full, rest = append(full, rest), ""
		}
		rest += string(r)
	}
	return full, rest
}
