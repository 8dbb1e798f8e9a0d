package yamlfile

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"
)

// builder makes nodes of the parser's tree.
type builder struct {
	most     int // levels
	problems []Problem
}

func (b *builder) refuse(at Place, path string, code Code, message string) *Node {
	b.problems = append(b.problems, Problem{At: at, Field: OrFile(path), Code: code, Message: message})
	return &Node{At: at}
}

func (b *builder) node(n ast.Node, path string, depth int) *Node {
	if n == nil {
		return &Node{At: Top()}
	}
	at := placeOf(n.GetToken())
	if beyond(depth, b.most) {
		return b.refuse(at, path, TooDeep, "")
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return b.mapping(n.Values, at, path, depth)
	case *ast.MappingValueNode:
		return b.mapping([]*ast.MappingValueNode{n}, at, path, depth)
	case *ast.SequenceNode:
		out := &Node{Kind: List, At: at}
		for i, v := range n.Values {
			out.Items = append(out.Items, b.node(v, Index(path, i), depth+1))
		}
		return out
	}
	return b.scalar(n, at, path)
}

// mapping places the node at its first key, and a key's empty value at the key.
func (b *builder) mapping(values []*ast.MappingValueNode, start Place, path string, depth int) *Node {
	out := &Node{Kind: Mapping, At: start}
	for i, v := range values {
		key := v.Key.GetToken()
		at := placeOf(key)
		if _, ok := v.Key.(*ast.MappingKeyNode); ok {
			return b.refuse(at, path, ComplexKey, "")
		}
		if i == 0 {
			out.At = at
		}
		value := b.node(v.Value, Join(path, key.Value), depth+1)
		if value.Kind == Nothing {
			value.At = at
		}
		out.Entries = append(out.Entries, Entry{key.Value, at, value})
	}
	return out
}

func (b *builder) scalar(n ast.Node, at Place, path string) *Node {
	out := &Node{Kind: Scalar, At: at, Text: n.GetToken().Value}
	switch n := n.(type) {
	case *ast.NullNode:
		out.Kind = Nothing
	case *ast.StringNode:
		out.Text = n.Value
	case *ast.LiteralNode:
		out.Text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		out.Plain = Number
	case *ast.BoolNode:
		out.Plain = Flag
	default:
		return b.refuse(at, path, Syntax, fmt.Sprintf("a value of the kind %s", n.Type()))
	}
	return out
}
