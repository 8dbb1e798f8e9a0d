package results

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The bounds within which a results file is read. A year's facts of a real
// contract are a hundredth of them.
const (
	maxSize   = 4 << 20 // bytes
	maxMarks  = 250_000 // characters that can begin or end a value
	maxKeys   = 5_000   // of one block mapping: the parser's time grows with their square
	maxDepth  = 12
	maxColumn = 200 // of a key or a list's dash
)

// kind is the shape of a node.
type kind int

const (
	nothing kind = iota // an empty value, null or ~
	scalar
	mapping
	list
)

// node is one value of the file with its place.
type node struct {
	kind         kind
	line, column int
	text         string // of a scalar
	word         bool   // a scalar that is no plain number or flag
	entries      []entry
	items        []*node
}

type entry struct {
	key   string
	at    *node // where the key stands
	value *node
}

// top is where problems of the file as a whole are shown.
func top() *node { return &node{line: 1, column: 1} }

// parse reads YAML or JSON into nodes; nil when it cannot be read.
func (s *sink) parse(src []byte) (root *node) {
	text, ok := s.text(src)
	if !ok {
		return nil
	}
	// The parser is someone else's: a panic of it is the file's syntax error.
	defer func() {
		if recover() != nil {
			s.add(top(), "file", "results.file.syntax", nil)
			root = nil
		}
	}()
	tokens := lexer.Tokenize(text)
	if !s.allowed(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	switch {
	case err != nil:
		s.syntax(err)
		return nil
	case len(file.Docs) != 1 || file.Docs[0].Body == nil:
		s.add(top(), "file", "results.file.documents", nil)
		return nil
	}
	before := len(s.list)
	root = s.node(file.Docs[0].Body, 0)
	if len(s.list) > before {
		return nil
	}
	return root
}

// text checks size and encoding.
func (s *sink) text(src []byte) (string, bool) {
	code := ""
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	switch {
	case len(src) > maxSize:
		code = "results.file.too-large"
	case !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0:
		code = "results.file.encoding"
	case len(bytes.TrimSpace(src)) == 0:
		code = "results.file.empty"
	case marks(src) > maxMarks:
		code = "results.file.too-many"
	}
	if code != "" {
		s.add(top(), "file", code, nil)
		return "", false
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(src))
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		text = strings.ReplaceAll(text, "\t", " ") // JSON may be indented by tabs, YAML not
	}
	return text, true
}

// marks counts what can begin or end a value, so that a file of marks alone is
// refused before it is taken apart.
func marks(src []byte) int {
	n := 0
	for i, c := range src {
		switch c {
		case ',', '[', ']', '{', '}', '?', '&', '*', '!', '\n':
			n++
		case ':', '-':
			if i+1 == len(src) || src[i+1] == ' ' || src[i+1] == '\n' {
				n++
			}
		}
	}
	return n
}

// allowed refuses what a results file has no use for: anchors, aliases, merge
// keys, tags, directives, and nesting that would cost the parser too much.
func (s *sink) allowed(tokens token.Tokens) bool {
	depth, keys := 0, keyCount{}
	for _, t := range tokens {
		code := ""
		if depth == 0 && keys.count(t) > maxKeys {
			code = "results.file.too-many"
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType, token.TagType, token.DirectiveType:
			code = "results.file.alias"
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.MappingValueType, token.SequenceEntryType, token.MappingKeyType:
			if depth == 0 && t.Position.Column > maxColumn {
				code = "results.file.depth"
			}
		}
		if depth > maxDepth {
			code = "results.file.depth"
		}
		if code != "" {
			s.add(&node{line: t.Position.Line, column: t.Position.Column}, "file", code, nil)
			return false
		}
	}
	return true
}

// keyCount counts the keys of the block mappings that are open, by their
// column.
type keyCount map[int]int

// count returns how many keys the mapping has that the token adds one to. A key
// or a dash ends every mapping that stands further in.
func (k keyCount) count(t *token.Token) int {
	key := t
	switch t.Type {
	case token.MappingValueType:
		if t.Prev != nil {
			key = t.Prev
		}
	case token.SequenceEntryType:
	default:
		return 0
	}
	column := key.Position.Column
	for c := range k {
		if c > column {
			delete(k, c)
		}
	}
	if t.Type == token.MappingValueType {
		k[column]++
	}
	return k[column]
}

// syntax reports the parser's error where it stands. Its own words are not
// shown: they quote the file.
func (s *sink) syntax(err error) {
	at := top()
	var located interface {
		error
		GetToken() *token.Token
	}
	if errors.As(err, &located) {
		if t := located.GetToken(); t != nil && t.Position != nil {
			at.line, at.column = t.Position.Line, t.Position.Column
		}
	}
	s.add(at, "file", "results.file.syntax", nil)
}

func (s *sink) node(n ast.Node, depth int) *node {
	if n == nil {
		return top()
	}
	out := &node{line: n.GetToken().Position.Line, column: n.GetToken().Position.Column}
	if depth > maxDepth {
		s.add(out, "file", "results.file.depth", nil)
		return out
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return s.mapping(out, n.Values, depth)
	case *ast.MappingValueNode:
		return s.mapping(out, []*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		out.kind = list
		for _, v := range n.Values {
			out.items = append(out.items, s.node(v, depth+1))
		}
		return out
	}
	return s.scalar(out, n)
}

func (s *sink) mapping(out *node, values []*ast.MappingValueNode, depth int) *node {
	out.kind = mapping
	for i, v := range values {
		t := v.Key.GetToken()
		key := &node{line: t.Position.Line, column: t.Position.Column}
		if _, complex := v.Key.(*ast.MappingKeyNode); complex {
			s.add(key, "file", "results.file.syntax", nil)
			return out
		}
		if i == 0 {
			out.line, out.column = key.line, key.column
		}
		value := s.node(v.Value, depth+1)
		if value.kind == nothing {
			value.line, value.column = key.line, key.column
		}
		out.entries = append(out.entries, entry{t.Value, key, value})
	}
	return out
}

func (s *sink) scalar(out *node, n ast.Node) *node {
	out.kind, out.text = scalar, n.GetToken().Value
	switch n := n.(type) {
	case *ast.NullNode:
		out.kind = nothing
	case *ast.StringNode:
		out.text, out.word = n.Value, true
	case *ast.LiteralNode:
		out.text, out.word = n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
	default:
		s.add(out, "file", "results.file.syntax", nil)
	}
	return out
}
