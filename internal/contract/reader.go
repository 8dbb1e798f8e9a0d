package contract

import (
	"regexp"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// fieldOr returns the path, "file" for the whole.
func fieldOr(path string) string {
	if path == "" {
		return "file"
	}
	return path
}

// need says whether a key must be there.
type need bool

const (
	required need = true
	optional need = false
)

// object reads one mapping. Each getter takes a key; close reports the keys
// that nobody asked for.
type object struct {
	*log
	path  string
	node  *node
	asked []string
	twice map[string]bool
}

// open starts reading a node as a mapping. A node that is none is reported
// and reads as an empty mapping without further complaints.
func (l *log) open(n *node, path string) *object {
	o := &object{log: l, path: path, node: n, twice: map[string]bool{}}
	l.places[path] = n.at
	if n.kind != mapping {
		l.add(n.at, fieldOr(path), "not-mapping", "found", describe(n))
		o.node = nil
		return o
	}
	first := map[string]place{}
	for _, e := range n.entries {
		field := join(path, e.key)
		if before, ok := first[e.key]; ok {
			l.add(e.at, field, "duplicate-key", "key", e.key, "line", strconv.Itoa(before.line))
			continue
		}
		first[e.key] = e.at
		l.places[field] = e.at
		if e.value.kind == scalar {
			l.places[field] = e.value.at
		}
	}
	return o
}

// close reports keys that have no meaning here, with the nearest that has.
func (o *object) close() {
	if o.node == nil {
		return
	}
	for _, e := range o.node.entries {
		if containsText(o.asked, e.key) {
			continue
		}
		if near := nearest(e.key, o.asked); near != "" {
			o.add(e.at, join(o.path, e.key), "misspelt-key", "key", e.key, "near", near)
		} else {
			o.add(e.at, join(o.path, e.key), "unknown-key", "key", e.key, "known", strings.Join(o.asked, ", "))
		}
	}
}

// has reports whether the key is there, with or without a value.
func (o *object) has(key string) bool {
	if o.node == nil {
		return false
	}
	for _, e := range o.node.entries {
		if e.key == key {
			return true
		}
	}
	return false
}

// get returns the key's node; nil where there is none, reported when required.
func (o *object) get(key string, n need) *node {
	o.asked = append(o.asked, key)
	if o.node == nil {
		return nil
	}
	for _, e := range o.node.entries {
		if e.key != key {
			continue
		}
		if e.value.kind == nothing {
			o.add(e.at, join(o.path, key), "no-value")
			return nil
		}
		return e.value
	}
	if n == required {
		o.add(o.node.at, join(o.path, key), "missing")
	}
	return nil
}

func (o *object) wrong(key string, n *node, code string, params ...string) {
	o.add(n.at, join(o.path, key), code, params...)
}

// text reads a text. A plain number or flag is no text: ids are quoted.
func (o *object) text(key string, need need) string {
	n := o.get(key, need)
	if n == nil {
		return ""
	}
	return o.asText(key, n)
}

func (o *object) asText(key string, n *node) string {
	switch {
	case n.kind != scalar:
		o.wrong(key, n, "not-text", "found", describe(n))
	case n.plain != aText:
		o.wrong(key, n, "quote", "text", n.text)
	case strings.TrimSpace(n.text) == "":
		o.wrong(key, n, "no-value")
	default:
		return strings.TrimSpace(n.text)
	}
	return ""
}

// texts reads a list of texts.
func (o *object) texts(key string, need need) []string {
	var out []string
	o.each(key, need, func(path string, _ int, n *node) {
		item := &object{log: o.log} // the path is the item's own
		out = append(out, item.asText(path, n))
	})
	return out
}

var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+|/[1-9][0-9]*)?$`)

// number reads an exact number from its own text, never through a float.
func (o *object) number(key string, need need) (exact.Rat, bool) {
	n := o.get(key, need)
	if n == nil {
		return exact.Rat{}, false
	}
	if n.kind == scalar && plainNumber.MatchString(n.text) {
		if r, err := exact.Parse(n.text); err == nil {
			return r, true
		}
	}
	o.wrong(key, n, "not-number", "found", describe(n))
	return exact.Rat{}, false
}

// maybe reads a number that may be missing.
func (o *object) maybe(key string) *exact.Rat {
	if r, ok := o.number(key, optional); ok {
		return &r
	}
	return nil
}

// sure reads a number that must be there.
func (o *object) sure(key string) exact.Rat {
	r, _ := o.number(key, required)
	return r
}

var wholeNumber = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})$`)

// whole reads a whole number of at most nine digits, not negative.
func (o *object) whole(key string, need need) int {
	n := o.get(key, need)
	if n == nil {
		return 0
	}
	if n.kind != scalar || n.plain != aNumber || !wholeNumber.MatchString(n.text) {
		o.wrong(key, n, "not-whole", "found", describe(n))
		return 0
	}
	v, _ := strconv.Atoi(n.text)
	return v
}

// flag reads true or false; missing is false.
func (o *object) flag(key string) bool {
	n := o.get(key, optional)
	if n == nil {
		return false
	}
	if n.plain != aFlag || n.text != "true" && n.text != "false" {
		o.wrong(key, n, "not-flag", "found", describe(n))
	}
	return n.text == "true"
}

// date reads a day.
func (o *object) date(key string, need need) calendar.Date {
	n := o.get(key, need)
	if n == nil {
		return calendar.Date{}
	}
	if n.kind == scalar {
		if d, err := calendar.ParseDate(n.text); err == nil {
			return d
		}
	}
	o.wrong(key, n, "not-date", "found", describe(n))
	return calendar.Date{}
}

// word reads one of a list of words.
func word[T ~string](o *object, key string, need need, allowed ...T) T {
	n := o.get(key, need)
	if n == nil {
		return ""
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
		if n.kind == scalar && n.text == names[i] {
			return a
		}
	}
	near := ""
	if n.kind == scalar {
		near = nearest(n.text, names)
	}
	if near != "" {
		o.wrong(key, n, "misspelt-word", "found", n.text, "near", near)
	} else {
		o.wrong(key, n, "unknown-word", "found", describe(n), "known", strings.Join(names, ", "))
	}
	return ""
}

// child reads a mapping under the key, if it is there.
func (o *object) child(key string, need need, read func(*object)) bool {
	n := o.get(key, need)
	if n == nil {
		return false
	}
	c := o.open(n, join(o.path, key))
	read(c)
	c.close()
	return true
}

// children reads a list of mappings.
func (o *object) children(key string, need need, read func(c *object)) {
	o.each(key, need, func(path string, i int, n *node) {
		c := o.open(n, path)
		read(c)
		c.close()
	})
}

// each visits the items of a list.
func (o *object) each(key string, need need, visit func(path string, i int, n *node)) {
	n := o.get(key, need)
	if n == nil {
		return
	}
	if n.kind != list {
		o.wrong(key, n, "not-list", "found", describe(n))
		return
	}
	if len(n.items) == 0 && need == required {
		o.wrong(key, n, "empty-list")
	}
	for i, item := range n.items {
		path := index(join(o.path, key), i)
		o.places[path] = item.at
		visit(path, i, item)
	}
}

// describe says what a node is, for messages.
func describe(n *node) string {
	switch n.kind {
	case mapping:
		return "a mapping"
	case list:
		return "a list"
	case nothing:
		return "nothing"
	}
	return strconv.Quote(shorten(n.text))
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

func containsText(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
