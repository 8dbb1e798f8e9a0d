package revision

import (
	"strings"
	"unicode/utf8"

	"opfyldt/internal/fault"
	"opfyldt/internal/yamlfile"
)

// text is a file's text with its values and where they stand.
type text struct {
	source string
	lines  []int // where each line begins, in bytes
	root   *yamlfile.Node
}

// open takes a file apart. Only a file that passes its checks is edited, so it
// needs no bounds again.
func open(source string) (*text, error) {
	doc, problems := yamlfile.Read([]byte(source), yamlfile.Bounds{})
	if len(problems) > 0 || doc.Root == nil {
		return nil, fault.New(fault.Invalid, "edit.unreadable", nil)
	}
	return &text{source, lineStarts(source), doc.Root}, nil
}

// lineStarts counts lines as the reader does: \n, \r\n and \r end one.
func lineStarts(source string) []int {
	starts := []int{0}
	for i := range len(source) {
		if source[i] == '\n' || source[i] == '\r' && !strings.HasPrefix(source[i+1:], "\n") {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// offset is where a place lies in the source, in bytes; -1 where it lies
// nowhere. Columns count characters.
func (t *text) offset(at yamlfile.Place) int {
	if at.Line < 1 || at.Line > len(t.lines) {
		return -1
	}
	i := t.lines[at.Line-1]
	if at.Line == 1 {
		i += len(t.source[:i+3]) - len(strings.TrimPrefix(t.source[:i+3], "\ufeff"))
	}
	for range at.Column - 1 {
		if i >= len(t.source) {
			return -1
		}
		_, size := utf8.DecodeRuneInString(t.source[i:])
		i += size
	}
	return i
}

// line returns a line's text without its end, counted from 1.
func (t *text) line(n int) string {
	end := len(t.source)
	if n < len(t.lines) {
		end = t.lines[n]
	}
	return strings.TrimRight(t.source[t.lines[n-1]:end], "\r\n")
}

// newline is how the file ends its lines.
func (t *text) newline() string {
	if strings.Contains(t.source, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// cut is a stretch of the source with what takes its place.
type cut struct {
	from, to int
	with     string
}

// value is the cut that sets a plain or quoted scalar of one line.
func (t *text) value(n *yamlfile.Node, with string) (cut, error) {
	from := t.offset(n.At)
	if from < 0 || n.Kind != yamlfile.Scalar {
		return cut{}, unplaced(n.At.Line)
	}
	length := len(n.Text)
	if rest := t.source[from:]; strings.HasPrefix(rest, `"`+n.Text+`"`) || strings.HasPrefix(rest, "'"+n.Text+"'") {
		length += 2
	} else if !strings.HasPrefix(rest, n.Text) {
		return cut{}, unplaced(n.At.Line)
	}
	return cut{from, from + length, with}, nil
}

// unplaced says that a value is written in a way that only a person can edit.
func unplaced(line int) error {
	return fault.New(fault.Invalid, "edit.by_hand", fault.Params{"line": line})
}

// child returns the entry of a key, nil where there is none.
func child(n *yamlfile.Node, key string) *yamlfile.Entry {
	if n == nil || n.Kind != yamlfile.Mapping {
		return nil
	}
	return yamlfile.Open(n, "").Find(key)
}

// at follows keys down from a node; nil where the way ends.
func at(n *yamlfile.Node, keys ...string) *yamlfile.Node {
	for _, key := range keys {
		e := child(n, key)
		if e == nil {
			return nil
		}
		n = e.Value
	}
	return n
}

func list(n *yamlfile.Node, keys ...string) []*yamlfile.Node {
	if n = at(n, keys...); n == nil {
		return nil
	}
	return n.Items
}

// withID finds the item whose id it is.
func withID(items []*yamlfile.Node, id string) *yamlfile.Node {
	for _, item := range items {
		if n := at(item, "id"); n != nil && n.Text == id {
			return item
		}
	}
	return nil
}

// goals lists every goal, in whatever blocks.
func goals(n *yamlfile.Node) []*yamlfile.Node {
	found := append([]*yamlfile.Node{}, list(n, "goals")...)
	for _, b := range list(n, "blocks") {
		found = append(found, goals(b)...)
	}
	return found
}

// under lists what stands under the key of each node.
func under(nodes []*yamlfile.Node, key string) []*yamlfile.Node {
	var found []*yamlfile.Node
	for _, n := range nodes {
		found = append(found, list(n, key)...)
	}
	return found
}
