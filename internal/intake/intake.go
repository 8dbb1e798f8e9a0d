package intake

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/fault"
	"opfyldt/internal/personnumber"
)

const (
	maxDepth = 20
	// maxInteger is the greatest whole number that no other is rounded to.
	maxInteger = 1<<53 - 1
	// longName is how much of a member's name a path repeats.
	longName = 40
)

// Hidden stands in a path for a name that must not be repeated.
const Hidden = "*"

// Unsound returns the catalogue code of what a text holds that no database and
// no reader could take; empty where it holds nothing of the kind.
func Unsound(s string) string {
	switch {
	case !utf8.ValidString(s):
		return "intake.utf8"
	case strings.IndexByte(s, 0) >= 0:
		return "intake.nul"
	}
	return ""
}

// Refused is Unsound, and refuses person numbers too.
func Refused(s string) string {
	if code := Unsound(s); code != "" {
		return code
	}
	if _, _, found := personnumber.Find(s); found {
		return "person-number"
	}
	return ""
}

// Document names everything in a JSON document that may not be there, by its
// path under root. What cannot be read as JSON is left to the reader to refuse.
func Document(raw []byte, root string) []fault.Field {
	if !utf8.Valid(raw) {
		return []fault.Field{{Path: root, Code: "intake.utf8"}}
	}
	w := walker{root: root, decoder: json.NewDecoder(bytes.NewReader(raw))}
	w.decoder.UseNumber()
	w.value(root, 0)
	return w.wrong
}

// walker passes over a JSON document and notes what is wrong where.
type walker struct {
	root    string
	decoder *json.Decoder
	wrong   []fault.Field
}

// add notes a place, unless the names on the way to it make up what must not be
// repeated.
func (w *walker) add(path, code string) {
	if Refused(path) != "" {
		path = w.root
	}
	w.wrong = append(w.wrong, fault.Field{Path: path, Code: code})
}

// value passes over a value; false ends the walk.
func (w *walker) value(path string, depth int) bool {
	token, err := w.decoder.Token()
	if err != nil {
		return false
	}
	switch v := token.(type) {
	case string:
		if code := Refused(v); code != "" {
			w.add(path, code)
		}
	case json.Number:
		if f, err := v.Float64(); err != nil || f > maxInteger || f < -maxInteger {
			w.add(path, "intake.number")
		}
	case json.Delim:
		if depth == maxDepth {
			w.add(path, "intake.deep")
			return false
		}
		if v == '{' {
			return w.object(path, depth+1)
		}
		return w.list(path, depth+1)
	}
	return true
}

func (w *walker) list(path string, depth int) bool {
	for i := 0; w.decoder.More(); i++ {
		if !w.value(path+"["+strconv.Itoa(i)+"]", depth) {
			return false
		}
	}
	return w.end()
}

func (w *walker) object(path string, depth int) bool {
	names := map[string]bool{}
	for w.decoder.More() {
		token, err := w.decoder.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return false
		}
		at := path + "." + w.name(path, name)
		if names[name] {
			w.add(at, "intake.duplicate")
		}
		names[name] = true
		if !w.value(at, depth) {
			return false
		}
	}
	return w.end()
}

// end passes over the bracket that closes an object or a list.
func (w *walker) end() bool {
	_, err := w.decoder.Token()
	return err == nil
}

// name returns a member's name for the path: never a refused one, and not the
// whole of a long one.
func (w *walker) name(path, name string) string {
	if code := Refused(name); code != "" {
		w.add(path, code)
		return Hidden
	}
	if utf8.RuneCountInString(name) > longName {
		return string([]rune(name)[:longName-1]) + "…"
	}
	return name
}
