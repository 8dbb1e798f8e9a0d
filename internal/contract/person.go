package contract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HoldsPersonNumber reports whether the text holds a person number: a valid
// date and four digits. Opfyldt keeps none, so such a text is refused.
func HoldsPersonNumber(s string) bool { return len(personNumbers(s)) > 0 }

// personNumbers returns where person numbers stand in s, as byte ranges: six
// digits that are a day and four more, with or without a hyphen, dash or space
// between, and no digit on either side.
func personNumbers(s string) [][]int {
	var found [][]int
	for start := 0; start+10 <= len(s); start++ {
		if digitAt(s, start-1) || !digitsAt(s, start, 6) {
			continue
		}
		rest := start + 6
		if r, size := utf8.DecodeRuneInString(s[rest:]); separates(r) {
			rest += size
		}
		if digitsAt(s, rest, 4) && !digitAt(s, rest+4) && isDay(s[start:start+6]) {
			found = append(found, []int{start, rest + 4})
		}
	}
	return found
}

// separates reports whether people write the rune between date and digits.
func separates(r rune) bool {
	return r == '-' || unicode.Is(unicode.Pd, r) || unicode.IsSpace(r)
}

func digitsAt(s string, from, n int) bool {
	for i := range n {
		if !digitAt(s, from+i) {
			return false
		}
	}
	return true
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// isDay reports whether six digits are a day of some year: ddmmyy, the century
// unknown.
func isDay(digits string) bool {
	two := func(i int) int { return int(digits[i]-'0')*10 + int(digits[i+1]-'0') }
	day, month, year := two(0), two(2), two(4)
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	last := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 {
		last = 29
	}
	return day <= last
}

// maskPersonNumbers replaces person numbers, so that no message echoes one.
func maskPersonNumbers(s string) string {
	found := personNumbers(s)
	if found == nil {
		return s
	}
	var b strings.Builder
	from := 0
	for _, hit := range found {
		b.WriteString(s[from:hit[0]])
		b.WriteString("**********")
		from = hit[1]
	}
	b.WriteString(s[from:])
	return b.String()
}

// findPersonNumbers reports every line with a person number, in texts, keys and
// comments alike.
func (l *log) findPersonNumbers(text string, root *node) {
	lines := map[int]bool{}
	for i, line := range strings.Split(text, "\n") {
		for _, hit := range personNumbers(line) {
			l.add(place{i + 1, hit[0] + 1}, "file", "person-number")
			lines[i+1] = true
		}
	}
	// Escapes and folded lines can hide one from the lines above.
	root.eachScalar("", func(path string, n *node) {
		if HoldsPersonNumber(n.text) && !l.linesNear(lines, n) {
			l.add(n.at, path, "person-number")
		}
	})
}

// linesNear reports whether a line of the scalar has been reported already.
func (l *log) linesNear(lines map[int]bool, n *node) bool {
	for i := 0; i <= strings.Count(n.text, "\n")+1; i++ {
		if lines[n.at.line+i] {
			return true
		}
	}
	return false
}
