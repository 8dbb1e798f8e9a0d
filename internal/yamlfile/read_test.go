package yamlfile

import (
	"strings"
	"testing"
)

var narrow = Bounds{Size: 1000, Line: 80, Marks: 60, Tokens: 90, Keys: 5, Key: 20, Depth: 4, Column: 30}

// Each refusal with its place: line, column, path.
func TestRefusalsNameTheirPlace(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want Problem
	}{
		"size":                {strings.Repeat("x", 1001), Problem{Place{1, 1}, File, TooLarge, ""}},
		"utf-16":              {"\xff\xfea\x00", Problem{Place{1, 1}, File, UTF16, ""}},
		"latin-1":             {"a: 1\nb: \xe6\n", Problem{Place{2, 4}, File, NotUTF8, ""}},
		"zero byte":           {"ab: 1\nbc: \x00\n", Problem{Place{2, 5}, File, ZeroByte, ""}},
		"nothing":             {"\xef\xbb\xbf \r\n", Problem{Place{1, 1}, File, Empty, ""}},
		"marks":               {strings.Repeat("\n", 60) + "a: 1", Problem{Place{1, 1}, File, TooMany, ""}},
		"tokens":              {strings.Repeat(strings.Repeat("'' ", 26)+"\n", 4), Problem{Place{1, 1}, File, TooMany, ""}},
		"line":                {"a: 1\nb: " + strings.Repeat("x", 80), Problem{Place{2, 1}, File, LongLine, ""}},
		"keys of a block":     {"a:\n b: 1\n c: 1\n d: 1\n e: 1\n f: 1\n g: 1\n", Problem{Place{7, 3}, File, TooMany, ""}},
		"key of a block":      {strings.Repeat("k", 21) + ": 1", Problem{Place{1, 22}, File, LongKey, ""}},
		"key in braces":       {"{" + strings.Repeat("k", 21) + ": 1}", Problem{Place{1, 23}, File, LongKey, ""}},
		"brackets":            {"a: [[[[[1]]]]]", Problem{Place{1, 8}, File, TooDeep, ""}},
		"dashes":              {"a:\n- - - - 1\n", Problem{Place{2, 9}, "a[0][0][0][0]", TooDeep, ""}},
		"column":              {"a:\n" + strings.Repeat(" ", 30) + "b: 1", Problem{Place{2, 32}, File, TooDeep, ""}},
		"anchor":              {"a: 1\nb: &x 1", Problem{Place{2, 4}, File, Alias, ""}},
		"alias":               {"a: *x", Problem{Place{1, 4}, File, Alias, ""}},
		"tag":                 {"a: !!str 1", Problem{Place{1, 4}, File, Tag, ""}},
		"directive":           {"%YAML 1.2\n---\na: 1", Problem{Place{1, 1}, File, Directive, ""}},
		"two documents":       {"a: 1\n---\nb: 1", Problem{Place{2, 1}, File, Documents, ""}},
		"after the end":       {"a: 1\n...\nb: 1", Problem{Place{2, 1}, File, Documents, ""}},
		"a key that is asked": {"a:\n  ? b\n  : 1", Problem{Place{2, 3}, "a", ComplexKey, ""}},
		"no closing bracket":  {"a: [1", Problem{Place{1, 4}, File, Syntax, "sequence end token ']' not found"}},
	} {
		t.Run(name, func(t *testing.T) {
			doc, problems := Read([]byte(c.src), narrow)
			if doc.Root != nil || len(problems) != 1 || problems[0] != c.want {
				t.Errorf("root %v, got %+v\nwant %+v", doc.Root, problems, c.want)
			}
		})
	}
}

// Keys of one block are counted, not those of all: six lists of three keys.
func TestKeysAreCountedByMapping(t *testing.T) {
	src := strings.Repeat("- a: 1\n  b: 1\n  c: 1\n", 6)
	wide := narrow
	wide.Tokens = 0
	if doc, problems := Read([]byte(src), wide); doc.Root == nil || len(doc.Root.Items) != 6 {
		t.Error(problems)
	}
}

// No bound is a bound of nothing.
func TestWithoutBoundsAnythingIsRead(t *testing.T) {
	src := "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40)
	if doc, problems := Read([]byte(src), Bounds{}); doc.Root == nil {
		t.Error(problems)
	}
}

func TestATextWithoutAValueHasNoRoot(t *testing.T) {
	doc, problems := Read([]byte("# a\r\n# b\r"), narrow)
	if doc.Root != nil || len(problems) > 0 || doc.Text != "# a\n# b\n" {
		t.Errorf("%+v %+v", doc, problems)
	}
}

func TestDocumentMarksAtTheEndsAreRead(t *testing.T) {
	for _, src := range []string{"# a\n---\na: 1\n", "a: 1\n...\n", "a: 1\n...\n# end\n", "---\na: 1\n...\n"} {
		if doc, problems := Read([]byte(src), narrow); doc.Root == nil {
			t.Errorf("%q: %+v", src, problems)
		}
	}
}

func TestNodesKnowTheirKindAndPlace(t *testing.T) {
	doc, problems := Read([]byte("# head\na: 'x'\nb:\n  - 12.50\n  - true\n  -\nc: .inf\nd: |\n  y\n  z\ne:\n"), narrow)
	if doc.Root == nil {
		t.Fatal(problems)
	}
	var got []string
	doc.Root.EachScalar("", func(path string, n *Node) {
		got = append(got, path+"="+n.Text)
		want := map[string]Node{
			"a":    {Kind: Scalar, At: Place{2, 4}, Plain: Text},
			"b[0]": {Kind: Scalar, At: Place{4, 5}, Plain: Number},
			"b[1]": {Kind: Scalar, At: Place{5, 5}, Plain: Flag},
			"c":    {Kind: Scalar, At: Place{7, 4}, Plain: Number},
			"d":    {Kind: Scalar, At: Place{8, 4}, Plain: Text},
		}[path]
		if n.Kind != want.Kind || n.At != want.At || n.Plain != want.Plain {
			t.Errorf("%s is %+v, want %+v", path, n, want)
		}
	})
	if all := strings.Join(got, " "); all != "a=x b[0]=12.50 b[1]=true c=.inf d=y\nz\n" {
		t.Errorf("scalars %q", all)
	}
	last := doc.Root.Entries[4] // an empty value stands at its key
	if last.Key != "e" || last.Value.Kind != Nothing || last.Value.At != last.At || doc.Root.At != (Place{2, 1}) {
		t.Errorf("%+v %+v", last, last.Value)
	}
}

func FuzzRead(f *testing.F) {
	for _, src := range []string{"a: 1\n", "{a: [1, {b: x}]}", "- a\n- |\n  b\n", "? a\n: b", "a: 1\n...\n---\nb: 1", "'a': \"\\x41\"\n"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, problems := Read(src, narrow)
		if doc.Root != nil && len(problems) > 0 {
			t.Errorf("a refused text has a root: %+v", problems)
		}
		for _, p := range problems {
			if p.Code == "" || p.Field == "" || p.At.Line < 1 || p.At.Column < 1 {
				t.Errorf("a problem that helps nobody: %+v", p)
			}
		}
	})
}
