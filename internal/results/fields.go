package results

import (
	"slices"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/spelling"
	"opfyldt/internal/yamlfile"
)

// fields reads one mapping. Each getter takes a key; close reports the keys
// that nobody asked for. A value that is null reads as not given.
type fields struct {
	*sink
	*yamlfile.Object
}

// open starts reading a node as a mapping, and reports one that is none.
func (s *sink) open(n *yamlfile.Node, path string) *fields {
	f := &fields{s, yamlfile.Open(n, path)}
	if !f.IsMapping {
		s.add(n.At, yamlfile.OrFile(path), "results.not-mapping", nil)
	}
	for _, r := range f.Repeated() {
		s.add(r.At, f.Field(r.Key), "results.duplicate-key", map[string]any{"line": r.First.Line})
	}
	return f
}

// get returns the key's value; nil where it is missing or null.
func (f *fields) get(key string) *yamlfile.Node {
	f.Ask(key)
	if !f.has(key) {
		return nil
	}
	return f.Find(key).Value
}

// need returns the key's value and reports a missing one.
func (f *fields) need(key string) *yamlfile.Node {
	n := f.get(key)
	if n == nil {
		f.add(f.At, f.Field(key), "results.missing", nil)
	}
	return n
}

// has reports whether the key has a value.
func (f *fields) has(key string) bool {
	e := f.Find(key)
	return e != nil && e.Value.Kind != yamlfile.Nothing
}

func (f *fields) close() {
	for _, e := range f.Unasked() {
		f.unknown(e.At, f.Field(e.Key), e.Key, f.Asked)
	}
}

// maxWrong is how many letters of a name may be wrong: the ids of steps are
// long.
const maxWrong = 4

// unknown reports a name that is not among the known, with the nearest. To a
// name of one letter every other such name would be near.
func (s *sink) unknown(at yamlfile.Place, field, name string, known []string) {
	if len(s.list) >= maxProblems {
		return
	}
	if near := spelling.Nearest(name, known, maxWrong); near != "" && len(name) > 1 {
		s.add(at, field, "results.unknown.near", map[string]any{"name": visible(name), "near": near})
		return
	}
	shown := known
	if len(shown) > 12 {
		shown = append(slices.Clone(shown[:12]), "…")
	}
	s.add(at, field, "results.unknown", map[string]any{"name": visible(name), "known": strings.Join(shown, ", ")})
}

func (f *fields) wrong(n *yamlfile.Node, key, code string) {
	f.add(n.At, f.Field(key), code, map[string]any{"found": found(n)})
}

func found(n *yamlfile.Node) string {
	if n.Kind == yamlfile.Scalar {
		return visible(n.Text)
	}
	return "…"
}

// number reads an exact number; ok is false where there is none.
func (f *fields) number(n *yamlfile.Node, key string) (exact.Rat, bool) {
	if n == nil {
		return exact.Rat{}, false
	}
	if n.Kind == yamlfile.Scalar {
		if x, err := exact.Parse(n.Text); err == nil && !padded(n.Text) {
			return x, true
		}
	}
	f.wrong(n, key, "results.not-number")
	return exact.Rat{}, false
}

// padded reports a nought before other digits: 0100 is a number in octal to some
// readers and a slip to others.
func padded(text string) bool {
	text = strings.TrimPrefix(text, "-")
	return len(text) > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9'
}

// maxCount bounds counts and money, so that no sum overflows.
const maxCount = 1_000_000_000_000_000

// count reads a whole number that is not negative.
func (f *fields) count(n *yamlfile.Node, key string) (int64, bool) {
	return f.scaled(n, key, 1, "results.not-count")
}

// money reads an amount with at most two decimals, as hundredths.
func (f *fields) money(n *yamlfile.Node, key string) (int64, bool) {
	return f.scaled(n, key, 100, "results.not-money")
}

func (f *fields) scaled(n *yamlfile.Node, key string, by int64, code string) (int64, bool) {
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

func asFlag(n *yamlfile.Node) (yes, ok bool) {
	if n.Kind != yamlfile.Scalar || n.Text != "true" && n.Text != "false" {
		return false, false
	}
	return n.Text == "true", true
}

// text reads a text; a number is none.
func (f *fields) text(n *yamlfile.Node, key string) (string, bool) {
	if n == nil {
		return "", false
	}
	if n.Kind != yamlfile.Scalar || n.Plain != yamlfile.Text || strings.TrimSpace(n.Text) == "" {
		f.wrong(n, key, "results.not-text")
		return "", false
	}
	return strings.TrimSpace(n.Text), true
}

// date reads a day, and what is meant where it is not given.
func (f *fields) date(key string, otherwise calendar.Date) calendar.Date {
	n := f.get(key)
	if n == nil {
		return otherwise
	}
	if d, err := calendar.ParseDate(n.Text); err == nil && n.Kind == yamlfile.Scalar {
		return d
	}
	f.wrong(n, key, "results.not-date")
	return otherwise
}
