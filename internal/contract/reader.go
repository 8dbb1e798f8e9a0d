package contract

import (
	"slices"
	"strconv"
	"strings"

	"opfyldt/internal/spelling"
	"opfyldt/internal/yamlfile"
)

// Paths are written often here, so they have short names.
func join(path, key string) string    { return yamlfile.Join(path, key) }
func index(path string, i int) string { return yamlfile.Index(path, i) }

// nearest finds what was meant by a name: keys of the format are short, so that
// three wrong letters are many.
func nearest(s string, known []string) string { return spelling.Nearest(s, known, 3) }

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
	*yamlfile.Object
}

// open starts reading a node as a mapping. A node that is none is reported
// and reads as an empty mapping without further complaints.
func (l *log) open(n *yamlfile.Node, path string) *object {
	o := &object{l, yamlfile.Open(n, path)}
	l.places[path] = n.At
	if !o.IsMapping {
		l.add(n.At, yamlfile.OrFile(path), "not-mapping", "found", describe(n))
	}
	for _, r := range o.Repeated() {
		l.add(r.At, o.Field(r.Key), "duplicate-key", "key", r.Key, "line", strconv.Itoa(r.First.Line))
	}
	for _, e := range slices.Backward(o.Entries) { // of a repeated key the first counts
		at := e.At
		if e.Value.Kind == yamlfile.Scalar {
			at = e.Value.At
		}
		l.places[o.Field(e.Key)] = at
	}
	return o
}

// close reports keys that have no meaning here, with the nearest that has.
func (o *object) close() {
	for _, e := range o.Unasked() {
		if near := nearest(e.Key, o.Asked); near != "" {
			o.add(e.At, o.Field(e.Key), "misspelt-key", "key", e.Key, "near", near)
		} else {
			o.add(e.At, o.Field(e.Key), "unknown-key", "key", e.Key, "known", strings.Join(o.Asked, ", "))
		}
	}
}

// has reports whether the key is there, with or without a value.
func (o *object) has(key string) bool { return o.Find(key) != nil }

// get returns the key's node; nil where there is none, reported when required.
func (o *object) get(key string, n need) *yamlfile.Node {
	o.Ask(key)
	e := o.Find(key)
	switch {
	case e != nil && e.Value.Kind != yamlfile.Nothing:
		return e.Value
	case e != nil:
		o.add(e.At, o.Field(key), "no-value")
	case n == required && o.IsMapping:
		o.add(o.At, o.Field(key), "missing")
	}
	return nil
}

func (o *object) wrong(key string, n *yamlfile.Node, code string, params ...string) {
	o.add(n.At, o.Field(key), code, params...)
}

// newer refuses keys that the first format has not.
func (o *object) newer(keys ...string) {
	for _, key := range keys {
		if e := o.Find(key); e != nil && o.format == firstFormat {
			o.add(e.At, o.Field(key), "newer", "word", key, "format", Format)
		}
	}
}

// child reads a mapping under the key, if it is there.
func (o *object) child(key string, need need, read func(*object)) bool {
	n := o.get(key, need)
	if n == nil {
		return false
	}
	c := o.open(n, o.Field(key))
	read(c)
	c.close()
	return true
}

// children reads a list of mappings.
func (o *object) children(key string, need need, read func(c *object)) {
	o.each(key, need, func(path string, n *yamlfile.Node) {
		c := o.open(n, path)
		read(c)
		c.close()
	})
}

// each visits the items of a list.
func (o *object) each(key string, need need, visit func(path string, n *yamlfile.Node)) {
	n := o.get(key, need)
	if n == nil {
		return
	}
	if n.Kind != yamlfile.List {
		o.wrong(key, n, "not-list", "found", describe(n))
		return
	}
	if len(n.Items) == 0 && need == required {
		o.wrong(key, n, "empty-list")
	}
	for i, item := range n.Items {
		path := index(o.Field(key), i)
		o.places[path] = item.At
		visit(path, item)
	}
}
