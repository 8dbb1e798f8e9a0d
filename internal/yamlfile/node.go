package yamlfile

// Kind is the shape of a node.
type Kind int

// The kinds.
const (
	Nothing Kind = iota // an empty value, null or ~
	Scalar
	Mapping
	List
)

// Plain is what YAML takes an unquoted scalar for.
type Plain int

// What a scalar is taken for.
const (
	Text Plain = iota
	Number
	Flag
)

// Node is one value of the file with its place.
type Node struct {
	Kind    Kind
	At      Place
	Text    string  // of a scalar
	Plain   Plain   // of a scalar
	Entries []Entry // of a mapping, in the file's order, repeated keys too
	Items   []*Node // of a list
}

// Entry is one key with its value.
type Entry struct {
	Key   string
	At    Place
	Value *Node
}

// EachScalar visits the scalars under the node with their paths.
func (n *Node) EachScalar(path string, visit func(path string, n *Node)) {
	switch n.Kind {
	case Scalar:
		visit(path, n)
	case Mapping:
		for _, e := range n.Entries {
			e.Value.EachScalar(Join(path, e.Key), visit)
		}
	case List:
		for i, item := range n.Items {
			item.EachScalar(Index(path, i), visit)
		}
	}
}
