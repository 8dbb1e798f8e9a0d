package fault

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Kind sorts faults by what the caller can do about them.
type Kind int

// The kinds, and what each asks of the caller.
const (
	Internal        Kind = iota // nothing: it is ours to mend
	Invalid                     // send something else
	Unauthenticated             // log in
	Forbidden                   // ask somebody who may
	NotFound                    // look elsewhere
	Conflict                    // look at both versions, then decide
	TooLarge                    // send less
	Unavailable                 // try again later
)

// Params are the figures and names that a catalogue text puts into its words.
type Params map[string]any

// Field is one place where the input was wrong.
type Field struct {
	Path   string // of the field as the caller wrote it: "body.done"
	Code   string // catalogue key: what is wrong, what would be right
	Params Params
}

// Error is a fault: a kind, a code in the catalogue and, for bad input, the
// fields.
type Error struct {
	Kind   Kind
	Code   string
	Params Params
	Fields []Field
	Detail any   // what a Conflict shows: both versions, as the slice writes them
	Err    error // the cause, for the log only
}

// New makes a fault of a kind with a catalogue code.
func New(kind Kind, code string, params Params) *Error {
	return &Error{Kind: kind, Code: code, Params: params}
}

// Fields makes the fault for bad input with its places named; nil when there
// are none, so that a check can end with it.
func Fields(fields ...Field) error {
	if len(fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Code: "invalid", Fields: fields}
}

// Because adds the cause that the log shows.
func (e *Error) Because(err error) *Error {
	e.Err = err
	return e
}

// With adds what a conflict shows.
func (e *Error) With(detail any) *Error {
	e.Detail = detail
	return e
}

// Error writes the fault for logs and tests, by codes; people read the
// catalogue's words.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	writeParams(&b, e.Params)
	for _, f := range e.Fields {
		fmt.Fprintf(&b, "; %s: %s", f.Path, f.Code)
		writeParams(&b, f.Params)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func writeParams(b *strings.Builder, params Params) {
	keys := make([]string, 0, len(params))
	for k := range params {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(b, " %s=%v", k, params[k])
	}
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the fault in err's chain, Internal where there is
// none.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}
