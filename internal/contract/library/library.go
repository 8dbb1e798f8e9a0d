package library

import (
	"embed"
	"errors"
	"fmt"
	"path"
	"sort"
	"strings"

	"opfyldt/internal/contract"
)

//go:embed *.yaml
var files embed.FS

// ErrNotFound says that no contract in the library has the id.
var ErrNotFound = errors.New("not in the library")

// File is one contract file as it ships.
type File struct {
	ID     string // "cpr-2014"
	Name   string // "cpr-2014.yaml"
	Source []byte
}

// List returns the library's files by id.
func List() ([]File, error) {
	names, err := files.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("list library: %w", err)
	}
	var all []File
	for _, entry := range names {
		src, err := files.ReadFile(entry.Name())
		if err != nil {
			return nil, fmt.Errorf("read library file: %w", err)
		}
		all = append(all, File{strings.TrimSuffix(entry.Name(), path.Ext(entry.Name())), entry.Name(), src})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
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
