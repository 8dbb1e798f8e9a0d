package contract

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"opfyldt/internal/yamlfile"
)

// endless yields as much text as is asked for, and counts it.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "title: a contract\n"[(e.read+i)%18]
	}
	e.read += len(p)
	return len(p), nil
}

func TestAFiftyMegabyteFileIsRefusedWithoutBeingRead(t *testing.T) {
	source := &endless{}
	loaded, err := ParseReader("big.yaml", io.LimitReader(source, 50<<20))
	if err != nil || loaded.Contract != nil {
		t.Fatal(loaded.Contract, err)
	}
	compareLines(t, loaded.Problems.String(), "big.yaml:1: file: the file is larger than 1 MiB, a contract file is a few dozen KiB of text")
	if source.read > 3<<20 { // the bound and what a buffer reads ahead
		t.Errorf("read %d bytes of it", source.read)
	}
}

func inUTF16(text string, mark bool) []byte {
	var out []byte
	if mark {
		out = append(out, 0xff, 0xfe)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestOtherEncodingsAreNamedAtTheirPlace(t *testing.T) {
	for name, c := range map[string]struct {
		src  []byte
		want string
	}{
		"UTF-16 with a mark":    {inUTF16("format: x\n", true), "f:1: file: the file is UTF-16, save it as UTF-8"},
		"UTF-16 without a mark": {inUTF16("format: x\n", false), "f:1: file: the file is UTF-16, save it as UTF-8"},
		"Latin-1":               {[]byte("format: x\ntitle: M\xe5l\n"), "f:2: file: the file is not UTF-8 from here on, perhaps Latin-1 or Windows-1252, save it as UTF-8"},
		"a zero byte":           {[]byte("format: x\ntitle: a\x00b\n"), "f:2: file: the file holds a zero byte, a contract file is plain UTF-8 text"},
		"nothing":               {[]byte(" \n\n"), "f:1: file: the file is empty, begin with format: opfyldt-contract/2"},
		"comments alone":        {[]byte("# a\n"), "f:1: file: is nothing, write key: value lines"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := Parse("f", c.src)
			compareLines(t, problems.String(), c.want)
		})
	}
}

func TestAByteOrderMarkAndForeignLineEndsAreRead(t *testing.T) {
	src := "\xef\xbb\xbf" + strings.ReplaceAll(string(sound(t)), "\n", "\r\n")
	if c, problems := Parse("f", []byte(src)); c == nil {
		t.Error(problems)
	}
}

func sound(t testing.TB) []byte {
	t.Helper()
	loaded, err := LoadFile("testdata/sound.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Source
}

// What is small on disk and large in memory is refused before it is built.
func TestShapesThatGrowAreRefused(t *testing.T) {
	for name, src := range map[string]string{
		"brackets":     strings.Repeat("[", 1<<20),
		"commas":       "a: [" + strings.Repeat(",", 1<<19) + "]",
		"dashes":       strings.Repeat("- ", 1<<19),
		"empty lines":  "a: 1" + strings.Repeat("\n", 1<<19),
		"keys":         strings.Repeat("a: 1\n", 200_000),
		"one long key": strings.Repeat("k", 1<<19) + ":\n a: 1\n b: 2\n",
		"tabs":         "a:\n\tb: 1\n\t\tc: 2\n",
		"long text":    "a: '" + strings.Repeat("x ", 1<<18),
		"long number":  "version: " + strings.Repeat("9", 1<<19),
		"question":     strings.Repeat("? ", 1<<18),
		"braces":       strings.Repeat("{a: ", 1<<17),
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := Parse("f", []byte(src))
			if c != nil || !problems.HasErrors() || len(problems.String()) > 100_000 {
				t.Errorf("contract %v, %d problems, %d characters of them", c != nil, len(problems), len(problems.String()))
			}
		})
	}
}

// Person numbers are put together here, so that none stands in the repository.
func TestAPersonNumberAnywhereIsRefusedAndNotRepeated(t *testing.T) {
	day, digits := "01"+"02"+"90", "12"+"34"
	for name, c := range map[string]struct{ old, new, want string }{
		"in a text":       {"title: The ferry office", "title: The ferry office of " + day + "-" + digits, "f:5: file: "},
		"without hyphen":  {"title: The ferry office", "title: Office " + day + digits, "f:5: file: "},
		"with a space":    {"title: The ferry office", "title: Office " + day + " " + digits, "f:5: file: "},
		"in a comment":    {"version: 1", "version: 1 # of " + day + "-" + digits, "f:3: file: "},
		"in a key":        {"version: 1", "version: 1\n\"" + day + "-" + digits + "\": x", "f:4: file: "},
		"as a number":     {"version: 1", "version: " + day + digits, "f:3: file: "},
		"by an escape":    {"title: The ferry office", "title: \"Office " + day + `\x2d` + digits + "\"", "f:5: title: "},
		"over two lines":  {"title: The ferry office", "title: >-\n  Office " + day + "\n  " + digits, "f:5: title: "},
		"on a leap day":   {"title: The ferry office", "title: Office " + "29" + "02" + "08" + "-" + digits, "f:5: file: "},
		"with a dash (–)": {"title: The ferry office", "title: Office " + day + "–" + digits, "f:5: file: "},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(string(sound(t)), c.old, c.new, 1)
			parsed, problems := Parse("f", []byte(src))
			want := c.want + "the text holds a person number, remove it: no person number is kept here"
			if parsed != nil || !strings.Contains(problems.String()+"\n", want+"\n") {
				t.Errorf("got\n%s\nwant\n%s", problems, want)
			}
			told := fmt.Sprintf("%+v", problems)
			if yamlfile.HoldsPersonNumber(told) || strings.Contains(told, day+digits) {
				t.Error("the message repeats it")
			}
		})
	}
}

func TestWhatIsNoPersonNumberIsTaken(t *testing.T) {
	for _, text := range []string{
		"2014-06-30", "32" + "01" + "90" + "1234", "29" + "02" + "90" + "1234", // no such days
		"1" + "01" + "02" + "90" + "1234", "010290-123", "12.345.678", // too many and too few digits
	} {
		if yamlfile.HoldsPersonNumber(text) {
			t.Errorf("%q is taken for one", text)
		}
	}
}
