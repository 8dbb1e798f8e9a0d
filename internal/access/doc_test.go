package access_test

import (
	"os"
	"strings"
	"testing"

	"opfyldt/internal/access"
)

// The table in the docs is the one in force.
func TestDocsShowTheTable(t *testing.T) {
	src, err := os.ReadFile("../../docs/access.md")
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- opfyldt access table --markdown -->\n", "<!-- end of table -->"
	_, rest, found := strings.Cut(string(src), begin)
	shown, _, closed := strings.Cut(rest, end)
	if !found || !closed || shown != access.Markdown() {
		t.Errorf("docs/access.md shows\n%s\nwhere `opfyldt access table --markdown` prints\n%s", shown, access.Markdown())
	}
}
