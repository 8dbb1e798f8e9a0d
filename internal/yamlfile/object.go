package yamlfile

import "slices"

// Object reads a mapping key by key and remembers which keys were asked for.
type Object struct {
	Path      string
	At        Place
	IsMapping bool    // false where the node is no mapping; it then reads as an empty one
	Entries   []Entry // in the file's order, repeated keys too
	Asked     []string
}

// Open starts reading a node as a mapping.
func Open(n *Node, path string) *Object {
	return &Object{Path: path, At: n.At, IsMapping: n.Kind == Mapping, Entries: n.Entries}
}

// Field returns the path of a key.
func (o *Object) Field(key string) string { return Join(o.Path, key) }

// Ask says that the keys have a meaning here.
func (o *Object) Ask(keys ...string) {
	for _, key := range keys {
		if !slices.Contains(o.Asked, key) {
			o.Asked = append(o.Asked, key)
		}
	}
}

// Find returns the first entry of the key, nil where there is none.
func (o *Object) Find(key string) *Entry {
	for i := range o.Entries {
		if o.Entries[i].Key == key {
			return &o.Entries[i]
		}
	}
	return nil
}

// Repeat is a key that stands again, and where it stood first.
type Repeat struct {
	Entry
	First Place
}

// Repeated returns the keys that stand again.
func (o *Object) Repeated() []Repeat {
	var again []Repeat
	first := map[string]Place{}
	for _, e := range o.Entries {
		if at, ok := first[e.Key]; ok {
			again = append(again, Repeat{e, at})
			continue
		}
		first[e.Key] = e.At
	}
	return again
}

// Unasked returns the entries whose keys have no meaning here.
func (o *Object) Unasked() []Entry {
	var rest []Entry
	for _, e := range o.Entries {
		if !slices.Contains(o.Asked, e.Key) {
			rest = append(rest, e)
		}
	}
	return rest
}
