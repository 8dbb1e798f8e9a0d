package personnumber

import "strings"

// Covered stands where a person number stood.
const Covered = "[●●●●]"

// Cover returns the text with every person number in it covered, and how many
// there were.
func Cover(s string) (text string, covered int) {
	start, end, found := Find(s)
	if !found {
		return s, 0
	}
	var b strings.Builder
	for found {
		b.WriteString(s[:start])
		b.WriteString(Covered)
		s = s[end:]
		covered++
		start, end, found = Find(s)
	}
	b.WriteString(s)
	if _, _, left := Find(b.String()); left {
		return Covered, covered // what was covered held two parts of another apart
	}
	return b.String(), covered
}
