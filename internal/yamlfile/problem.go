package yamlfile

import (
	"fmt"
	"sort"

	"github.com/goccy/go-yaml/token"
)

// Place is a position in the file, both counted from 1.
type Place struct{ Line, Column int }

// Top is where problems of the file as a whole are shown.
func Top() Place { return Place{1, 1} }

// Before reports whether p comes earlier in the file.
func (p Place) Before(q Place) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

func placeOf(t *token.Token) Place { return Place{t.Position.Line, t.Position.Column} }

// Code says why a text is refused.
type Code string

// The codes.
const (
	TooLarge   Code = "too-large"
	UTF16      Code = "utf16"
	NotUTF8    Code = "not-utf8"
	ZeroByte   Code = "zero-byte"
	Empty      Code = "empty"
	TooMany    Code = "too-many-values"
	TooDeep    Code = "too-deep"
	LongLine   Code = "long-line"
	LongKey    Code = "long-key"
	Alias      Code = "alias"
	Tag        Code = "tag"
	Directive  Code = "directive"
	Documents  Code = "documents"
	ComplexKey Code = "complex-key"
	Syntax     Code = "syntax"
)

// Problem is one reason for which a text is no document.
type Problem struct {
	At      Place
	Field   string // the path of the value, or File
	Code    Code
	Message string // of a Syntax: the parser's words, which may quote the file
}

func whole(at Place, code Code) Problem { return Problem{At: at, Field: File, Code: code} }

// SortByPlace puts problems in the order in which an author meets them.
func SortByPlace[P any](problems []P, place func(P) Place) {
	sort.SliceStable(problems, func(i, j int) bool { return place(problems[i]).Before(place(problems[j])) })
}

// Located writes "file:line: field: what", which editors can jump to.
func Located(file string, line int, field, what string) string {
	return fmt.Sprintf("%s:%d: %s: %s", file, line, field, what)
}

// Shorten cuts a text off after so many characters.
func Shorten(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
