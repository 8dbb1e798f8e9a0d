package library

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"opfyldt/internal/contract"
)

//go:embed *.yaml earlier/*.yaml
var files embed.FS

// ErrNotFound says that no contract in the library has the id.
var ErrNotFound = errors.New("not in the library")

// File is one contract file as it ships.
type File struct {
	ID     string // "cpr-2014"
	Name   string // "cpr-2014.yaml"
	Source []byte
}

// List returns the library's files by id, each contract's newest version.
func List() ([]File, error) {
	return filesIn("*.yaml", func(name string) string { return strings.TrimSuffix(name, ".yaml") })
}

// Versions returns a contract's files from version 1 on, the newest last: those
// before it stand in a folder of their own, numbered.
func Versions(id string) ([]File, error) {
	newest, err := Open(id)
	if err != nil {
		return nil, err
	}
	earlier, err := filesIn("earlier/"+id+".*.yaml", func(string) string { return id })
	if err != nil {
		return nil, err
	}
	return append(earlier, newest), nil
}

func filesIn(pattern string, idOf func(name string) string) ([]File, error) {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return nil, fmt.Errorf("list library: %w", err)
	}
	sort.Strings(names)
	var all []File
	for _, name := range names {
		src, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read library file: %w", err)
		}
		all = append(all, File{idOf(path.Base(name)), path.Base(name), src})
	}
	return all, nil
}

// Open returns the library's file with the id.
func Open(id string) (File, error) {
	all, err := List()
	if err != nil {
		return File{}, err
	}
	for _, f := range all {
		if f.ID == id {
			return f, nil
		}
	}
	return File{}, fmt.Errorf("open contract %.40q: %w", id, ErrNotFound)
}

// Load opens and parses the library's file with the id.
func Load(id string) (*contract.Contract, File, error) {
	f, err := Open(id)
	if err != nil {
		return nil, File{}, err
	}
	c, problems := contract.Parse(f.Name, f.Source)
	if problems.HasErrors() {
		return nil, f, problems
	}
	return c, f, nil
}
