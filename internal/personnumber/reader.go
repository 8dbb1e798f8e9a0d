package personnumber

import (
	"unicode"
	"unicode/utf8"
)

// group is a run of digits and what stands between it and the one before.
type group struct {
	digits, value int
	start, end    int // in bytes
	gap           gap
}

// tooLong is a run of digits that no part of a number has.
const tooLong = 99

// gap is up to three separators; a gap without any is no connection.
type gap struct {
	runes [3]rune
	count int
}

func (g gap) none() bool   { return g.count == 0 }
func (g gap) single() bool { return g.count == 1 && g.runes[0] != '\t' }

// same reports whether two gaps are the same single separator.
func (g gap) same(as gap) bool { return g.single() && as.single() && g.runes[0] == as.runes[0] }

// dash reports whether there is a dash and nothing else.
func (g gap) dash() bool {
	return g.count == 1 && (g.runes[0] == '\u2212' || unicode.Is(unicode.Pd, g.runes[0]))
}

// blank reports whether there is nothing but blanks.
func (g gap) blank() bool {
	for _, r := range g.runes[:g.count] {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// separates reports whether people put the rune between the parts of a number:
// any blank within a line, any dash, the minus sign, and what dates are written
// with.
func separates(r rune) bool {
	switch r {
	case '.', '/', '_', '+', '\u2212':
		return true
	case '\n':
		return false
	}
	return r == ' ' || r == '-' || r > 0x7f && unicode.Is(unicode.Pd, r) || unicode.IsSpace(r)
}

// reader passes over a text and holds its newest groups of digits, the newest
// first, as far as separators alone stand between them.
type reader struct {
	s        string
	unescape bool
	at       int
	groups   [allDigits + 1]group
	gap      gap
}

// inert are the ASCII characters that no number and no hash has: most of a text.
var inert = func() (table [256]bool) {
	for c := range utf8.RuneSelf {
		table[c] = c != '%' && !hex(byte(c)) && !separates(rune(c))
	}
	return table
}()

// next reads on to the end of the next group; false at the end of the text.
func (r *reader) next() bool {
	for r.at < len(r.s) {
		if inert[r.s[r.at]] {
			r.at++
			r.apart()
			continue
		}
		if n := wordAt(r.s, r.at); n > 0 {
			r.at += n
			r.apart()
			continue
		}
		c, size := r.rune()
		if _, ok := digitOf(c); ok {
			r.group()
			return true
		}
		r.at += size
		switch {
		case unseen(c):
		case !separates(c) || r.gap.count == len(r.gap.runes):
			r.apart()
		default:
			r.gap.runes[r.gap.count] = c
			r.gap.count++
		}
	}
	return false
}

// goesOn reports whether a blank and one more digit come next.
func (r *reader) goesOn() bool {
	at := *r
	c, size := at.peek()
	if !unicode.IsSpace(c) {
		return false
	}
	at.at += size
	c, _ = at.peek()
	_, ok := digitOf(c)
	return ok
}

// peek is rune, or nothing at the text's end.
func (r *reader) peek() (rune, int) {
	if r.at >= len(r.s) {
		return 0, 0
	}
	return r.rune()
}

// apart forgets the groups: what comes now is not connected with them. It is
// called for every letter, so it does nothing where there is nothing to forget.
func (r *reader) apart() {
	r.gap.count = 0
	if r.groups[0].digits > 0 {
		r.groups = [allDigits + 1]group{}
	}
}

// group reads a run of digits.
func (r *reader) group() {
	g := group{start: r.at, end: r.at, gap: r.gap}
	if g.gap.none() {
		r.groups = [allDigits + 1]group{}
	}
	for r.at < len(r.s) {
		c, size := r.rune()
		value, ok := digitOf(c)
		if !ok && !unseen(c) {
			break
		}
		r.at += size
		if ok {
			g.digits, g.end = min(g.digits+1, tooLong), r.at
			if g.digits <= allDigits {
				g.value = g.value*10 + value
			}
		}
	}
	copy(r.groups[1:], r.groups[:])
	r.groups[0], r.gap = g, gap{}
}

// rune reads the character at the place, through %2D where that is asked.
func (r *reader) rune() (rune, int) {
	c := r.s[r.at]
	if c == '%' && r.unescape {
		if decoded, size := unescaped(r.s[r.at:]); size > 0 {
			return decoded, size
		}
	}
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(r.s[r.at:])
}

// unescaped reads a character that is written as one or more of %2D; size 0
// where none is.
func unescaped(s string) (rune, int) {
	var raw [utf8.UTFMax]byte
	n := 0
	for n < len(raw) && len(s) >= 3*n+3 && s[3*n] == '%' && hex(s[3*n+1]) && hex(s[3*n+2]) {
		raw[n] = nibble(s[3*n+1])<<4 | nibble(s[3*n+2])
		n++
	}
	if n == 0 {
		return 0, 0
	}
	decoded, size := utf8.DecodeRune(raw[:n])
	return decoded, 3 * size
}

func hex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }

func nibble(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c&^0x20 - 'A' + 10
}

// unseen reports characters that nobody sees between two others: joiners, marks
// of direction, soft hyphens.
func unseen(r rune) bool { return r >= 0x80 && unicode.Is(unicode.Cf, r) }

// digitOf returns the value of a digit of any script. In the tables of Unicode
// they stand in tens, from nought to nine.
func digitOf(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r < 0x80 || !unicode.Is(unicode.Nd, r):
		return 0, false
	}
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, true
		}
	}
	return 0, false
}
