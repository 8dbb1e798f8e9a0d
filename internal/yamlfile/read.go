package yamlfile

import (
	"errors"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Bounds is what a text may measure; 0 is no bound. They keep the parser's own
// work small, so they are checked before it begins.
type Bounds struct {
	Size   int // bytes
	Line   int // bytes of a line
	Marks  int // characters that can begin or end a value
	Tokens int
	Keys   int // of one block mapping: the parser's time grows with their square
	Key    int // bytes of a key: the parser repeats it for everything below it
	Depth  int // mappings and lists within each other
	Column int // of a block's key or dash
}

// Document is a text that has been read. Text is what was decoded, with \n at
// the end of its lines; Root is nil where there is no value to read.
type Document struct {
	Text string
	Root *Node
}

// Read takes a text apart. Where it is refused, the problems say why and the
// document has no root.
func Read(src []byte, bounds Bounds) (Document, []Problem) {
	text, refused := decode(src, bounds.Size)
	if refused != nil {
		return Document{}, []Problem{*refused}
	}
	root, problems := parse(text, bounds)
	if len(problems) > 0 {
		root = nil
	}
	return Document{text, root}, problems
}

func parse(text string, bounds Bounds) (root *Node, problems []Problem) {
	// The parser is someone else's: a panic of it is the file's syntax error.
	defer func() {
		if recover() != nil {
			root, problems = nil, []Problem{unreadable()}
		}
	}()
	if p := measure(text, bounds); p != nil {
		return nil, []Problem{*p}
	}
	tokens := lexer.Tokenize(text)
	if p := allowed(tokens, bounds); p != nil {
		return nil, []Problem{*p}
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, []Problem{syntax(err)}
	}
	if len(file.Docs) != 1 {
		return nil, []Problem{whole(Top(), Documents)}
	}
	if file.Docs[0].Body == nil {
		return nil, nil
	}
	b := builder{most: bounds.Depth}
	root = b.node(file.Docs[0].Body, "", 0)
	return root, b.problems
}

// syntax places the parser's error at its token.
func syntax(err error) Problem {
	p := unreadable()
	var located interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &located) {
		p.Message = located.GetMessage()
		if t := located.GetToken(); t != nil && t.Position != nil {
			p.At = placeOf(t)
		}
	}
	return p
}

func unreadable() Problem {
	return Problem{At: Top(), Field: File, Code: Syntax, Message: "the text cannot be read as YAML"}
}
