package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/papertest"
)

func set(t *testing.T, write func(*Document)) []byte {
	t.Helper()
	d := New(About{Title: "Rapport", Language: "da", Made: time.Date(2014, 11, 3, 0, 0, 0, 0, time.UTC), Foot: "Runde 1", PageOf: "Side %s af %s"})
	write(d)
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A text is broken between words, and a word that no line holds within itself; not
// a character is lost.
func TestATextIsBrokenWithoutLoss(t *testing.T) {
	d := New(About{Made: time.Unix(0, 0)})
	d.font(mono, 8)
	hash := strings.Repeat("0123456789abcdef", 16)
	lines := d.wrap("Æblet på åen\n"+hash, 60)
	if lines[0] != "Æblet på åen" || strings.Join(lines[1:], "") != hash || len(lines) < 3 {
		t.Errorf("%q", lines)
	}
	for _, line := range lines {
		if d.pdf.GetStringWidth(line) > 60 {
			t.Errorf("too wide: %q", line)
		}
	}
}

// What the font has no sign for stands as its number.
func TestWhatTheFontLacksIsNamed(t *testing.T) {
	d := New(About{Made: time.Unix(0, 0)})
	if got := d.fonts[regular].only("Ærø ≤ 5 – 😊漢"); got != "Ærø ≤ 5 – [U+1F60A][U+6F22]" {
		t.Errorf("%q", got)
	}
}

// A long table goes over several pages, and a page's break is no place for a heading.
func TestALongTableGoesOverPages(t *testing.T) {
	pdf := set(t, func(d *Document) {
		d.Title("Stikprøvekontrol")
		d.Heading("Spørgsmål")
		d.Text("Følger kunderne vilkårene?\nÅr 2014.")
		d.Small("Med småt.")
		d.Code(strings.Repeat("ab", 200))
		d.Pairs(Pair{Name: "Liste", Value: "kunder.csv"}, Pair{"Hash", strings.Repeat("0f", 100), true})
		var rows [][]string
		for i := range 120 {
			rows = append(rows, []string{fmt.Sprint(i), strings.Repeat("ord ", i%30), "x"})
		}
		d.Table([]Column{{"Nr.", 1, true, false}, {"Hvad", 4, false, false}, {"Hash", 1, false, true}}, rows)
		before := d.pdf.PageNo()
		d.pdf.SetY(265)
		if d.Heading("Konklusion"); d.pdf.PageNo() != before+1 {
			t.Error("a heading stands alone at the foot of a page")
		}
	})
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || bytes.Count(pdf, []byte("/Type /Page\n")) < 4 {
		t.Errorf("no pages: %.20q", pdf)
	}
}

// What stands on a page can be read out of the file.
func TestTheTextCanBeReadBack(t *testing.T) {
	pages, err := papertest.Pages(set(t, func(d *Document) { d.Text("Rødgrød (med fløde) på Ærø") }))
	if err != nil || len(pages) != 1 || !strings.Contains(pages[0], "Rødgrød (med fløde) på Ærø\n") || !strings.Contains(pages[0], "Side 1 af 1\n") {
		t.Errorf("%v %q", err, pages)
	}
}
