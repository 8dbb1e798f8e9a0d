package contract

import (
	"strings"
	"unicode"

	"opfyldt/internal/yamlfile"
)

// log gathers problems, and where each field of the file stands.
type log struct {
	file     string
	problems Problems
	format   string                    // that the file says it is written in
	places   map[string]yamlfile.Place // by field path
	bad      map[string]bool           // fields with an error: no second one is told for the same mistake
}

func newLog(file string) *log {
	return &log{file: tellable(file), places: map[string]yamlfile.Place{}, bad: map[string]bool{}}
}

// add records an error. Params are pairs of name and text.
func (l *log) add(at yamlfile.Place, field, code string, params ...string) {
	l.put(Error, at, field, code, params)
	l.bad[field] = true
}

func (l *log) put(severity Severity, at yamlfile.Place, field, code string, params []string) {
	named := map[string]string{}
	for i := 0; i+1 < len(params); i += 2 {
		named[params[i]] = tellable(params[i+1])
	}
	wrong, right := english(code, named)
	l.problems = append(l.problems, Problem{
		File: l.file, Line: at.Line, Column: at.Column, Field: tellable(field),
		Code: code, Params: named, Wrong: wrong, Right: right, Severity: severity,
	})
}

// tellable makes a piece of the file fit for a message of one line: without
// person numbers and control characters, and not too long.
func tellable(s string) string {
	return yamlfile.Shorten(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, yamlfile.WithoutPersonNumbers(s)), maxTold)
}

// maxTold bounds a piece of the file within a message.
const maxTold = 500

// report records an error at a field, unless the field already has one.
func (l *log) report(field, code string, params ...string) {
	if !l.bad[field] {
		l.put(Error, l.at(field), field, code, params)
	}
}

// warn records a warning at a field.
func (l *log) warn(field, code string, params ...string) {
	if !l.bad[field] {
		l.put(Warning, l.at(field), field, code, params)
	}
}

// tainted reports whether the field or anything under it could not be read.
func (l *log) tainted(field string) bool {
	for bad := range l.bad {
		if bad == field || strings.HasPrefix(bad, field+".") || strings.HasPrefix(bad, field+"[") {
			return true
		}
	}
	return false
}

// at returns where the field stands, or the nearest thing around it.
func (l *log) at(field string) yamlfile.Place {
	for {
		if at, ok := l.places[field]; ok {
			return at
		}
		cut := strings.LastIndexAny(field, ".[")
		if cut < 0 {
			return yamlfile.Top()
		}
		field = field[:cut]
	}
}
