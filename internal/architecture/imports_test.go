package architecture

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "opfyldt/"

// pkg is what `go list` says of a package.
type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	GoFiles      []string
	Doc          string
	Dir          string
}

// Every package imports only what the table in docs/architecture.md allows it.
func TestImportsFollowTheTable(t *testing.T) {
	allowed := readTable(t)
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		may, known := lookUp(allowed, name)
		if !known {
			t.Errorf("%s has no row in docs/architecture.md", name)
			continue
		}
		for _, imp := range p.Imports {
			inside, ours := strings.CutPrefix(imp, module)
			if !ours || inside == name || strings.HasPrefix(inside, name+"/") {
				continue
			}
			if !covers(may, inside) {
				t.Errorf("%s imports %s, which docs/architecture.md does not allow", name, inside)
			}
		}
	}
}

// pure packages are functions of values: no web framework, no database, and
// they never ask what time it is.
var pure = []string{"internal/exact", "internal/calendar", "internal/fault", "internal/contract", "internal/contract/revision", "internal/contract/paper", "internal/contract/draft", "internal/scoring", "internal/forecast", "internal/comparison", "internal/results", "internal/personnumber", "internal/intake", "internal/spelling", "internal/yamlfile", "internal/catalogue", "internal/sampling", "internal/draw", "internal/sheet", "internal/bulk", "internal/paper", "internal/docx"}

func TestPurePackagesHaveNoClockDatabaseOrWeb(t *testing.T) {
	clock := regexp.MustCompile(`\btime\.(Now|Since|Until|Sleep|After|Tick|NewTimer|NewTicker)\(`)
	for _, p := range list(t) {
		if !slices.Contains(pure, strings.TrimPrefix(p.ImportPath, module)) {
			continue
		}
		for _, imp := range p.Imports {
			if strings.Contains(imp, "gin-gonic") || strings.Contains(imp, "pgx") || imp == "database/sql" || imp == "net/http" {
				t.Errorf("%s is pure and imports %s", p.ImportPath, imp)
			}
		}
		for _, f := range p.GoFiles {
			src, err := os.ReadFile(p.Dir + "/" + f)
			if err != nil {
				t.Fatal(err)
			}
			if m := clock.Find(src); m != nil {
				t.Errorf("%s/%s is pure and calls %s", p.ImportPath, f, m)
			}
		}
	}
}

// In a slice, gin stays in http.go and web, pgx in store.go, ledger and database.
func TestSlicesKeepTheirRooms(t *testing.T) {
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		for _, f := range p.GoFiles {
			src, err := os.ReadFile(p.Dir + "/" + f)
			if err != nil {
				t.Fatal(err)
			}
			text := string(src)
			if strings.Contains(text, `"github.com/gin-gonic/gin"`) && f != "http.go" && name != "internal/web" {
				t.Errorf("%s/%s imports gin", name, f)
			}
			inDatabase := strings.HasPrefix(name, "internal/database") || strings.HasPrefix(name, "internal/ledger") ||
				strings.HasSuffix(name, "test") || name == "internal/bench" || name == "internal/agreement"
			if strings.Contains(text, `"github.com/jackc/pgx/v5`) && !inDatabase && !strings.HasSuffix(f, "store.go") {
				t.Errorf("%s/%s imports pgx outside store.go", name, f)
			}
		}
	}
}

func TestEveryPackageSaysWhatItOwns(t *testing.T) {
	for _, p := range list(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles,Doc,Dir", "./...")
	cmd.Dir = "../.."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var pkgs []pkg
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.ImportPath, "node_modules") {
			pkgs = append(pkgs, p)
		}
	}
}

// readTable reads the rows "| `package` | `may`, `import` |"; a trailing /...
// covers the packages below.
func readTable(t *testing.T) map[string][]string {
	t.Helper()
	src, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("`([^`]+)`")
	rows := map[string][]string{}
	for line := range strings.Lines(string(src)) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.HasPrefix(strings.TrimSpace(cells[1]), "`") {
			continue
		}
		var may []string
		for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
			may = append(may, m[1])
		}
		for _, m := range code.FindAllStringSubmatch(cells[1], -1) {
			rows[m[1]] = may
		}
	}
	if len(rows) < 10 {
		t.Fatalf("docs/architecture.md has %d rows", len(rows))
	}
	return rows
}

// lookUp finds the row of a package, or of the nearest folder above it that
// ends with "/...".
func lookUp(rows map[string][]string, name string) ([]string, bool) {
	if may, ok := rows[name]; ok {
		return may, true
	}
	for prefix := name; prefix != ""; {
		if may, ok := rows[prefix+"/..."]; ok {
			return may, true
		}
		cut := strings.LastIndex(prefix, "/")
		if cut < 0 {
			break
		}
		prefix = prefix[:cut]
	}
	return nil, false
}

func covers(may []string, imp string) bool {
	for _, m := range may {
		folder, below := strings.CutSuffix(m, "/...")
		if m == imp || below && (imp == folder || strings.HasPrefix(imp, folder+"/")) {
			return true
		}
	}
	return false
}
