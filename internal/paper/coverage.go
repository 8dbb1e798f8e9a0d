package paper

import (
	"fmt"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// coverage says what a font can show.
type coverage struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	known  map[rune]bool
}

func covered(data []byte) *coverage {
	font, err := sfnt.Parse(data)
	if err != nil {
		panic(err) // the fonts are compiled in
	}
	return &coverage{font: font, known: map[rune]bool{'\n': true}}
}

// only returns the text as the font can show it: what it has no sign for stands as
// its number, never as an empty box.
func (c *coverage) only(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\t', r == '\u00a0', r == '\u202f':
			b.WriteByte(' ')
		case c.has(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "[U+%04X]", r)
		}
	}
	return b.String()
}

func (c *coverage) has(r rune) bool {
	has, asked := c.known[r]
	if !asked {
		glyph, err := c.font.GlyphIndex(&c.buffer, r)
		has = err == nil && glyph != 0 && r <= 0xffff
		c.known[r] = has
	}
	return has
}
