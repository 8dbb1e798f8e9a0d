package contract

import (
	"strings"

	"opfyldt/internal/yamlfile"
)

// findPersonNumbers reports every line with a person number, in texts, keys and
// comments alike.
func (l *log) findPersonNumbers(doc yamlfile.Document) {
	lines := map[int]bool{}
	for i, line := range strings.Split(doc.Text, "\n") {
		for _, hit := range yamlfile.PersonNumbers(line) {
			l.add(yamlfile.Place{Line: i + 1, Column: hit.Start + 1}, "file", "person-number")
			lines[i+1] = true
		}
	}
	if doc.Root == nil {
		return
	}
	// Escapes and folded lines can hide one from the lines above.
	doc.Root.EachScalar("", func(path string, n *yamlfile.Node) {
		if yamlfile.HoldsPersonNumber(n.Text) && !reportedNear(lines, n) {
			l.add(n.At, path, "person-number")
		}
	})
}

// reportedNear reports whether a line of the scalar has been reported already.
func reportedNear(lines map[int]bool, n *yamlfile.Node) bool {
	for i := 0; i <= strings.Count(n.Text, "\n")+1; i++ {
		if lines[n.At.Line+i] {
			return true
		}
	}
	return false
}
