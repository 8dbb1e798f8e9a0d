package yamlfile

import (
	"strings"

	"opfyldt/internal/personnumber"
)

// HoldsPersonNumber reports whether the text holds a person number. Opfyldt
// keeps none, so such a text is refused. A text folded over two lines may hide
// one: a line break counts as a blank.
func HoldsPersonNumber(s string) bool { return len(PersonNumbers(s)) > 0 }

// Range is where something stands in a text, in bytes.
type Range struct{ Start, End int }

// PersonNumbers returns where person numbers stand in s.
func PersonNumbers(s string) []Range {
	var found []Range
	blank := strings.ReplaceAll(s, "\n", " ")
	for from := 0; ; {
		start, end, ok := personnumber.Find(blank[from:])
		if !ok {
			return found
		}
		found = append(found, Range{from + start, from + end})
		from += end
	}
}

// Hidden stands for a person number in a message.
const Hidden = "**********"

// WithoutPersonNumbers hides person numbers, so that no message echoes one.
func WithoutPersonNumbers(s string) string {
	var b strings.Builder
	from := 0
	for _, hit := range PersonNumbers(s) {
		b.WriteString(s[from:hit.Start] + Hidden)
		from = hit.End
	}
	b.WriteString(s[from:])
	return b.String()
}
