package main

import (
	"errors"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
)

// words writes an error for people: a fault by its text in the catalogue, with
// each place on a line of its own. What was said around it stays.
func words(err error) string {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || !catalogue.Has(catalogue.English, f.Code) {
		return err.Error()
	}
	lines := []string{catalogue.Text(catalogue.English, f.Code, f.Params)}
	for _, field := range f.Fields {
		lines = append(lines, field.Path+": "+catalogue.Text(catalogue.English, field.Code, field.Params))
	}
	return strings.Replace(err.Error(), f.Error(), strings.Join(lines, "\n"), 1)
}
