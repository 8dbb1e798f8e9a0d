package results

import (
	"slices"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// fields reads one mapping. Each getter takes a key; close reports the keys
// that nobody asked for. A value that is null reads as not given.
type fields struct {
	*sink
	path  string
	node  *node
	asked []string
}

// open starts reading a node as a mapping, and reports one that is none.
func (s *sink) open(n *node, path string) *fields {
	f := &fields{sink: s, path: path, node: n}
	if n.kind != mapping {
		s.add(n, orFile(path), "results.not-mapping", nil)
		f.node = &node{kind: mapping, line: n.line, column: n.column}
	}
	s.duplicates(f)
	return f
}

func (s *sink) duplicates(f *fields) {
	seen := map[string]int{}
	for _, e := range f.node.entries {
		if line, twice := seen[e.key]; twice {
			s.add(e.at, f.at(e.key), "results.duplicate-key", map[string]any{"line": line})
			continue
		}
		seen[e.key] = e.at.line
	}
}

func orFile(path string) string {
	if path == "" {
		return "file"
	}
	return path
}

func (f *fields) at(key string) string {
	if f.path == "" {
		return key
	}
	return f.path + "." + key
}

// get returns the key's value; nil where it is missing or null.
func (f *fields) get(key string) *node {
	f.asked = append(f.asked, key)
	for _, e := range f.node.entries {
		if e.key == key && e.value.kind != nothing {
			return e.value
		}
	}
	return nil
}

// need returns the key's value and reports a missing one.
func (f *fields) need(key string) *node {
	n := f.get(key)
	if n == nil {
		f.add(f.node, f.at(key), "results.missing", nil)
	}
	return n
}

// has reports whether the key has a value.
func (f *fields) has(key string) bool {
	for _, e := range f.node.entries {
		if e.key == key && e.value.kind != nothing {
			return true
		}
	}
	return false
}

func (f *fields) close() {
	for _, e := range f.node.entries {
		if !slices.Contains(f.asked, e.key) {
			f.unknown(e.at, f.at(e.key), e.key, f.asked)
		}
	}
}

// unknown reports a name that is not among the known, with the nearest.
func (s *sink) unknown(n *node, field, name string, known []string) {
	if len(s.list) >= maxProblems {
		return
	}
	if near := nearest(name, known); near != "" {
		s.add(n, field, "results.unknown.near", map[string]any{"name": visible(name), "near": near})
		return
	}
	shown := known
	if len(shown) > 12 {
		shown = append(slices.Clone(shown[:12]), "…")
	}
	s.add(n, field, "results.unknown", map[string]any{"name": visible(name), "known": strings.Join(shown, ", ")})
}

func (f *fields) wrong(n *node, key, code string) {
	f.add(n, f.at(key), code, map[string]any{"found": found(n)})
}

func found(n *node) string {
	if n.kind == scalar {
		return visible(n.text)
	}
	return "…"
}

// number reads an exact number; ok is false where there is none.
func (f *fields) number(n *node, key string) (exact.Rat, bool) {
	if n == nil {
		return exact.Rat{}, false
	}
	if n.kind == scalar {
		if x, err := exact.Parse(n.text); err == nil {
			return x, true
		}
	}
	f.wrong(n, key, "results.not-number")
	return exact.Rat{}, false
}

// maxCount bounds counts and money, so that no sum overflows.
const maxCount = 1_000_000_000_000_000

// count reads a whole number that is not negative.
func (f *fields) count(n *node, key string) (int64, bool) {
	return f.scaled(n, key, 1, "results.not-count")
}

// money reads an amount with at most two decimals, as hundredths.
func (f *fields) money(n *node, key string) (int64, bool) {
	return f.scaled(n, key, 100, "results.not-money")
}

func (f *fields) scaled(n *node, key string, by int64, code string) (int64, bool) {
	x, ok := f.number(n, key)
	if !ok {
		return 0, false
	}
	x = x.Mul(exact.Int(by))
	if x.Sign() < 0 || x.Denom() != "1" || exact.Int(maxCount).Less(x) {
		f.wrong(n, key, code)
		return 0, false
	}
	return x.Ceil(), true
}

// flag reads true or false, and what is meant where it is not given.
func (f *fields) flag(key string, otherwise bool) bool {
	n := f.get(key)
	if n == nil {
		return otherwise
	}
	yes, ok := asFlag(n)
	if !ok {
		f.wrong(n, key, "results.not-flag")
	}
	return yes
}

func asFlag(n *node) (yes, ok bool) {
	if n.kind != scalar || n.text != "true" && n.text != "false" {
		return false, false
	}
	return n.text == "true", true
}

// text reads a text; a number is none.
func (f *fields) text(n *node, key string) (string, bool) {
	if n == nil {
		return "", false
	}
	if n.kind != scalar || !n.word || strings.TrimSpace(n.text) == "" {
		f.wrong(n, key, "results.not-text")
		return "", false
	}
	return strings.TrimSpace(n.text), true
}

// date reads a day, and what is meant where it is not given.
func (f *fields) date(key string, otherwise calendar.Date) calendar.Date {
	n := f.get(key)
	if n == nil {
		return otherwise
	}
	if d, err := calendar.ParseDate(n.text); err == nil && n.kind == scalar {
		return d
	}
	f.wrong(n, key, "results.not-date")
	return otherwise
}
