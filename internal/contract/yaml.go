package contract

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The bounds that keep the parser's own work small.
const (
	maxMarks  = 100_000 // characters that can begin or end a token
	maxLine   = 10_000  // bytes
	maxColumn = 200     // of a block key or list dash
	maxKey    = 100     // characters
)

// tree parses YAML text into nodes. It reports and returns nil when the text is
// beyond the bounds or no plain YAML document.
func (l *log) tree(text string) (root *node) {
	// The parser is someone else's: a panic of it is the file's syntax error.
	defer func() {
		if recover() != nil {
			l.add(place{1, 1}, "file", "syntax", "message", "the text cannot be read as YAML")
			root = nil
		}
	}()
	if marks(text) > maxMarks {
		l.add(place{1, 1}, "file", "too-many-values")
		return nil
	}
	if n := longLine(text); n > 0 {
		l.add(place{n, 1}, "file", "long-line")
		return nil
	}
	tokens := lexer.Tokenize(text)
	if !l.tokensAllowed(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		l.syntax(err)
		return nil
	}
	if len(file.Docs) != 1 {
		l.add(place{1, 1}, "file", "documents")
		return nil
	}
	c := converter{log: l}
	root = c.node(file.Docs[0].Body, "", 0)
	if c.refused {
		return nil
	}
	return root
}

// marks counts what can begin or end a token, so that a small file of marks
// alone is refused before it is taken apart.
func marks(text string) int {
	n := strings.Count(text, "- ") + strings.Count(text, ": ") + strings.Count(text, "? ")
	for i := range len(text) {
		switch text[i] {
		case ',', '[', ']', '{', '}', '\n':
			n++
		}
	}
	return n
}

// longLine returns the first line beyond the bound, 0 where there is none.
func longLine(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		if len(line) > maxLine {
			return n
		}
	}
	return 0
}

// tokensAllowed refuses what a contract file has no use for: anchors, aliases,
// merge keys, tags, directives, several documents; and what would cost the
// parser too much.
func (l *log) tokensAllowed(tokens token.Tokens) bool {
	depth := 0
	for _, t := range tokens {
		code := ""
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			code = "alias"
		case token.TagType:
			code = "tag"
		case token.DirectiveType:
			code = "directive"
		case token.DocumentHeaderType, token.DocumentEndType:
			if documentSeparates(t) {
				code = "documents"
			}
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.MappingValueType:
			code = keyAllowed(t.Prev, depth)
		case token.SequenceEntryType, token.MappingKeyType:
			code = columnAllowed(t, depth)
		}
		if depth > maxDepth {
			code = "too-deep"
		}
		if code != "" {
			l.add(placeOf(t), "file", code)
			return false
		}
	}
	if len(tokens) > maxTokens {
		l.add(place{1, 1}, "file", "too-many-values")
		return false
	}
	return true
}

// documentSeparates reports whether a document mark stands between two
// documents; one before the first is allowed.
func documentSeparates(t *token.Token) bool {
	for p := t.Prev; p != nil; p = p.Prev {
		if p.Type != token.CommentType {
			return true
		}
	}
	return false
}

func keyAllowed(key *token.Token, depth int) string {
	if key == nil {
		return ""
	}
	if len(key.Value) > maxKey {
		return "long-key"
	}
	return columnAllowed(key, depth)
}

func columnAllowed(t *token.Token, depth int) string {
	if depth == 0 && t.Position.Column > maxColumn {
		return "too-deep"
	}
	return ""
}

// syntax reports the parser's error at its token.
func (l *log) syntax(err error) {
	where := place{1, 1}
	message := "the text cannot be read as YAML"
	var located interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &located) {
		message = located.GetMessage()
		if t := located.GetToken(); t != nil && t.Position != nil {
			where = placeOf(t)
		}
	}
	l.add(where, "file", "syntax", "message", message)
}

func placeOf(t *token.Token) place { return place{t.Position.Line, t.Position.Column} }

// converter makes nodes of the parser's tree.
type converter struct {
	*log
	refused bool
}

func (c *converter) refuse(at place, path, code string, params ...string) *node {
	c.add(at, fieldOr(path), code, params...)
	c.refused = true
	return &node{at: at}
}

func (c *converter) node(n ast.Node, path string, depth int) *node {
	if n == nil {
		return &node{at: place{1, 1}}
	}
	if depth > maxDepth {
		return c.refuse(placeOf(n.GetToken()), path, "too-deep")
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return c.mapping(n.Values, placeOf(n.GetToken()), path, depth)
	case *ast.MappingValueNode:
		return c.mapping([]*ast.MappingValueNode{n}, placeOf(n.GetToken()), path, depth)
	case *ast.SequenceNode:
		out := &node{kind: list, at: placeOf(n.GetToken())}
		for i, v := range n.Values {
			out.items = append(out.items, c.node(v, index(path, i), depth+1))
		}
		return out
	}
	return c.scalar(n, path)
}

func (c *converter) mapping(values []*ast.MappingValueNode, start place, path string, depth int) *node {
	out := &node{kind: mapping, at: start}
	for i, v := range values {
		key := v.Key.GetToken()
		if _, ok := v.Key.(*ast.MappingKeyNode); ok {
			return c.refuse(placeOf(key), path, "complex-key")
		}
		if i == 0 {
			out.at = placeOf(key)
		}
		value := c.node(v.Value, join(path, key.Value), depth+1)
		if value.kind == nothing {
			value.at = placeOf(key)
		}
		out.entries = append(out.entries, entry{key.Value, placeOf(key), value})
	}
	return out
}

func (c *converter) scalar(n ast.Node, path string) *node {
	out := &node{kind: scalar, at: placeOf(n.GetToken()), text: n.GetToken().Value}
	switch n := n.(type) {
	case *ast.NullNode:
		out.kind = nothing
	case *ast.StringNode:
		out.text = n.Value
	case *ast.LiteralNode:
		out.text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		out.plain = aNumber
	case *ast.BoolNode:
		out.plain = aFlag
	default:
		return c.refuse(out.at, path, "syntax", "message", fmt.Sprintf("a value of the kind %s", n.Type()))
	}
	return out
}
