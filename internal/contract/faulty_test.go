package contract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each faulty file says at its top which lines the check must print, all of
// them and nothing else: "# want: LINE: field: what is wrong, what would be right".
func TestFaultyFilesAreToldEveryMistakeAtItsLine(t *testing.T) {
	files, err := filepath.Glob("testdata/faulty/*.yaml")
	if err != nil || len(files) < 120 {
		t.Fatalf("%d faulty files, want at least 120 (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Base(file)
			want := wanted(name, string(src))
			_, problems := Parse(name, src)
			compareLines(t, problems.String(), strings.Join(want, "\n"))
		})
	}
}

// wanted reads the expected lines from a faulty file's head.
func wanted(name, src string) []string {
	var want []string
	for _, line := range strings.Split(src, "\n") {
		if rest, ok := strings.CutPrefix(line, "# want: "); ok {
			want = append(want, name+":"+rest)
		}
	}
	return want
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheSoundFileHasNoProblem(t *testing.T) {
	loaded, err := LoadFile("testdata/sound.yaml")
	if err != nil || loaded.Contract == nil || len(loaded.Problems) > 0 {
		t.Fatal(err, loaded.Problems)
	}
}
