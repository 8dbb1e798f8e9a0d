package results

import (
	"fmt"
	"strings"
	"testing"
)

// What a few bytes can make dear for the parser is refused before it begins.
func TestBoundsOnResultsFiles(t *testing.T) {
	var children strings.Builder
	for i := range 800 {
		fmt.Fprintf(&children, "a%d: 1,", i)
	}
	for name, c := range map[string]struct{ src, want string }{
		"a long key over many": {"{" + strings.Repeat("k", 1<<17) + ": {" + children.String() + "}}", "f.yaml:1: file: the values are nested too deeply"},
		"comments alone":       {"# a\n", "f.yaml:1: file: the file must be one document"},
		"a second document":    {"degrees: {1: 0}\n---\nresults: {}\n", "f.yaml:2: file: the file must be one document"},
		"size with a mark":     {"\xef\xbb\xbf" + strings.Repeat("#", maxSize), "the file is larger than 4 MiB"},
	} {
		if _, err := Parse("f.yaml", []byte(c.src), cpr(t)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %.200v\nwant %s", name, err, c.want)
		}
	}
}

func TestAnEndMarkAndAByteOrderMarkAreRead(t *testing.T) {
	for _, src := range []string{"degrees: {1: 0}\n...\n", "\xef\xbb\xbf{\r\n\t\"degrees\": {\"1\":\t0}\r\n}\r\n"} {
		if r, err := Parse("f.yaml", []byte(src), cpr(t)); err != nil || len(r.Facts) != 1 {
			t.Errorf("%q: %v", src, err)
		}
	}
}
