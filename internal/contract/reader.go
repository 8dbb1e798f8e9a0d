package contract

import (
	"strconv"
	"strings"
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
	o.each(key, need, func(path string, n *node) {
		c := o.open(n, path)
		read(c)
		c.close()
	})
}

// each visits the items of a list.
func (o *object) each(key string, need need, visit func(path string, n *node)) {
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
		visit(path, item)
	}
}

func containsText(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
