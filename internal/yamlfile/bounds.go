package yamlfile

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// measure looks at the bare text, so that a small file of marks alone is
// refused before it is taken apart.
func measure(text string, bounds Bounds) *Problem {
	if beyond(marks(text), bounds.Marks) {
		p := whole(Top(), TooMany)
		return &p
	}
	if n := longLine(text, bounds.Line); n > 0 {
		p := whole(Place{n, 1}, LongLine)
		return &p
	}
	return nil
}

func beyond(n, most int) bool { return most > 0 && n > most }

// marks counts what can begin or end a value.
func marks(text string) int {
	n := 0
	for i := range len(text) {
		switch text[i] {
		case ',', '[', ']', '{', '}', '?', '&', '*', '!', '\n':
			n++
		case ':', '-':
			if i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n' {
				n++
			}
		}
	}
	return n
}

// longLine returns the first line beyond the bound, 0 where there is none.
func longLine(text string, most int) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		if beyond(len(line), most) {
			return n
		}
	}
	return 0
}

// allowed refuses what such files have no use for: anchors, aliases, merge
// keys, tags, directives, several documents; and what would cost the parser too
// much.
func allowed(tokens token.Tokens, bounds Bounds) *Problem {
	g := guard{bounds: bounds, keys: keyCount{}}
	for _, t := range tokens {
		if code := g.pass(t); code != "" {
			p := whole(placeOf(t), code)
			return &p
		}
	}
	if beyond(len(tokens), bounds.Tokens) {
		p := whole(Top(), TooMany)
		return &p
	}
	return nil
}

// guard follows the tokens, how deep they stand and how many keys are open.
type guard struct {
	bounds Bounds
	depth  int
	keys   keyCount
}

// pass returns why the token is refused, "" where it is not.
func (g *guard) pass(t *token.Token) Code {
	switch t.Type {
	case token.AnchorType, token.AliasType, token.MergeKeyType:
		return Alias
	case token.TagType:
		return Tag
	case token.DirectiveType:
		return Directive
	case token.DocumentHeaderType, token.DocumentEndType:
		if separates(t) {
			return Documents
		}
	case token.MappingStartType, token.SequenceStartType:
		g.depth++
	case token.MappingEndType, token.SequenceEndType:
		g.depth--
	case token.MappingValueType, token.SequenceEntryType, token.MappingKeyType:
		return g.opens(t)
	}
	if beyond(g.depth, g.bounds.Depth) {
		return TooDeep
	}
	return ""
}

// opens looks at the colon, dash or question mark that a value follows.
func (g *guard) opens(t *token.Token) Code {
	key := t
	if t.Type == token.MappingValueType && t.Prev != nil {
		key = t.Prev
		if beyond(len(key.Value), g.bounds.Key) {
			return LongKey
		}
	}
	switch {
	case g.depth > 0:
	case beyond(key.Position.Column, g.bounds.Column):
		return TooDeep
	case beyond(g.keys.count(t.Type, key.Position.Column), g.bounds.Keys):
		return TooMany
	}
	return ""
}

// separates reports whether a document mark stands between two documents. One
// before the first is allowed, and the mark of an end after the last.
func separates(t *token.Token) bool {
	before, after := t.Prev, t.Next
	for before != nil && before.Type == token.CommentType {
		before = before.Prev
	}
	for after != nil && after.Type == token.CommentType {
		after = after.Next
	}
	return before != nil && (after != nil || t.Type == token.DocumentHeaderType)
}

// keyCount counts the keys of the block mappings that are open, by their
// column.
type keyCount map[int]int

// count returns how many keys the mapping at the column has now. A key or a
// dash ends every mapping that stands further in.
func (k keyCount) count(opener token.Type, column int) int {
	if opener == token.MappingKeyType {
		return 0
	}
	for c := range k {
		if c > column {
			delete(k, c)
		}
	}
	if opener == token.MappingValueType {
		k[column]++
	}
	return k[column]
}
