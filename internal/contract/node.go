package contract

// kind is the shape of a node.
type kind int

const (
	nothing kind = iota // an empty value, null or ~
	scalar
	mapping
	list
)

// node is one value of the file with its place. The rest of the package knows
// no YAML library, only nodes.
type node struct {
	kind    kind
	at      place
	text    string // scalar
	plain   plainKind
	entries []entry // mapping, in the file's order
	items   []*node // list
}

// plainKind is what YAML takes an unquoted scalar for.
type plainKind int

const (
	aText plainKind = iota
	aNumber
	aFlag
)

// entry is one key with its value.
type entry struct {
	key   string
	at    place
	value *node
}

// eachScalar visits the scalars under the node with their field paths.
func (n *node) eachScalar(path string, visit func(path string, n *node)) {
	switch n.kind {
	case scalar:
		visit(path, n)
	case mapping:
		for _, e := range n.entries {
			e.value.eachScalar(join(path, e.key), visit)
		}
	case list:
		for i, item := range n.items {
			item.eachScalar(index(path, i), visit)
		}
	}
}
