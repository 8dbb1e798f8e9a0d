package catalogue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestBothLanguagesHaveTheSameTexts(t *testing.T) {
	da, en := texts()[Danish], texts()[English]
	for key, text := range da {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s has no English text", key)
			continue
		}
		if a, b := placeholders(text), placeholders(other); !slices.Equal(a, b) {
			t.Errorf("%s: placeholders %v in Danish, %v in English", key, a, b)
		}
		if strings.TrimSpace(text) != text || text == "" || strings.TrimSpace(other) != other || other == "" {
			t.Errorf("%s is empty or begins or ends with a space", key)
		}
	}
	for key := range en {
		if _, ok := da[key]; !ok {
			t.Errorf("%s has no Danish text", key)
		}
	}
}

var placeholderPattern = regexp.MustCompile(`\{([^}|]*)`)

// placeholders lists the parameters that a text names, each once.
func placeholders(text string) []string {
	var names []string
	for _, m := range placeholderPattern.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// source is what the program's Go files say about catalogue keys.
type source struct {
	literals map[string]bool   // every string constant
	keys     map[string]string // those that stand where only a key can stand → where
}

// Every key that the code names has a text, and every text is named in the
// code, whole or by its beginning ("state." and what follows).
func TestCodeAndCatalogueAgree(t *testing.T) {
	src := readSource(t, "../..")
	for key, where := range src.keys {
		if !Has(Danish, key) && !isBeginning(key) {
			t.Errorf("%s: %s has no text", where, key)
		}
	}
	for key := range texts()[Danish] {
		if !src.names(key) {
			t.Errorf("%s is used nowhere", key)
		}
	}
}

// joints are where the code may add to a key.
const joints = "._"

// isBeginning reports whether the code adds to the key: "explain.item." + state.
func isBeginning(key string) bool {
	if key == "" || !strings.Contains(joints, key[len(key)-1:]) {
		return false
	}
	for known := range texts()[Danish] {
		if strings.HasPrefix(known, key) {
			return true
		}
	}
	return false
}

func (s *source) names(key string) bool {
	if s.literals[key] {
		return true
	}
	for i := range len(key) {
		if strings.Contains(joints, key[i:i+1]) && s.literals[key[:i+1]] {
			return true
		}
	}
	return false
}

func readSource(t *testing.T, root string) *source {
	t.Helper()
	src := &source{map[string]bool{}, map[string]string{}}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "frontend" || strings.HasPrefix(d.Name(), ".") && d.Name() != ".."):
			return fs.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil // a file that does not parse is the compiler's to report
		}
		ast.Inspect(file, func(n ast.Node) bool {
			src.look(n, files)
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// look notes string constants and, among them, those in a key's place: the code
// of a fault or of one of its fields, a phrase's key, an explanation's rule,
// the second argument of catalogue.Text.
func (s *source) look(n ast.Node, files *token.FileSet) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := literal(n); ok {
			s.literals[text] = true
			if strings.HasPrefix(text, "explain.") || strings.HasPrefix(text, "because.") {
				s.keys[text] = files.Position(n.Pos()).String()
			}
		}
	case *ast.CallExpr:
		name := calledName(n)
		if (name == "fault.New" || name == "catalogue.Text" || name == "catalogue.Has") && len(n.Args) > 1 {
			s.key(n.Args[1], files)
		}
	case *ast.CompositeLit:
		if name := typeName(n.Type); name != "fault.Field" && name != "fault.Error" && name != "Phrase" && name != "scoring.Phrase" {
			return
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && (typeName(kv.Key) == "Code" || typeName(kv.Key) == "Key") {
				s.key(kv.Value, files)
			}
		}
	}
}

func (s *source) key(e ast.Expr, files *token.FileSet) {
	if sum, ok := e.(*ast.BinaryExpr); ok {
		e = sum.X
	}
	if text, ok := literal(e); ok {
		s.keys[text] = files.Position(e.Pos()).String()
	}
}

func literal(e ast.Node) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func calledName(c *ast.CallExpr) string { return typeName(c.Fun) }

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	}
	return ""
}

// A percent is written as each language does: 95 % in Danish, 95% in English.
func TestEachLanguageWritesPercentItsOwnWay(t *testing.T) {
	for lang, wrong := range map[string]*regexp.Regexp{Danish: regexp.MustCompile(`[0-9}]%`), English: regexp.MustCompile(`[0-9}]\s%`)} {
		for key, text := range texts()[lang] {
			if wrong.MatchString(text) {
				t.Errorf("%s of %s: %q", key, lang, text)
			}
		}
	}
}
