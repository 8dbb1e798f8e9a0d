package contract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"opfyldt/internal/yamlfile"
)

// FuzzParse looks for input that panics, and holds two promises against
// whatever it finds: a refused file says why, and no message repeats a person
// number. The seeds are the sound and the faulty files.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/*.yaml", "testdata/faulty/*.yaml", "library/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		c, problems := Parse("f", src)
		if (c == nil) != problems.HasErrors() {
			t.Errorf("contract %v, problems %v", c != nil, problems)
		}
		for _, p := range problems {
			if p.Line < 1 || p.Wrong == "" || p.Right == "" || p.Wrong == p.Code {
				t.Errorf("a problem that helps nobody: %+v", p)
			}
			if strings.ContainsAny(p.String(), "\n\r") {
				t.Errorf("a problem of more than one line: %q", p)
			}
			if yamlfile.HoldsPersonNumber(p.Wrong + " " + p.Field) {
				t.Errorf("a message repeats a person number")
			}
		}
	})
}
