package spotcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"

	"opfyldt/internal/ledger"
)

// Population is the body of a spotcheck.population: a version of the goal's list of
// customers. Its rows stand beside it under the fact's id.
type Population struct {
	File    string      `json:"file"`
	SHA256  string      `json:"sha256" doc:"Of the file, byte by byte."`
	Format  string      `json:"format"`
	Rows    int64       `json:"rows"`
	Root    string      `json:"root" doc:"The Merkle root over the rows, in their order; names and contacts are in it as salted hashes."`
	Frame   string      `json:"frame" doc:"The SHA-256 of the ids in byte order, each followed by a line feed: who can be drawn."`
	Columns []Column    `json:"columns" nullable:"false" doc:"The columns by which strata can be made."`
	Volume  int64       `json:"volume,omitempty" doc:"The sum of the customers' volumes."`
	Change  *ListChange `json:"change" doc:"What differs from the version before; null for the first."`
}

// ListChange counts what a version changed, and names the first of them.
type ListChange struct {
	Added      int64    `json:"added"`
	Removed    int64    `json:"removed"`
	Changed    int64    `json:"changed" doc:"Those with another cell, or another name or contact where the version before still has it."`
	AddedIDs   []string `json:"addedIds,omitempty" doc:"The first 200 in the ids' byte order, as of the two beside it."`
	RemovedIDs []string `json:"removedIds,omitempty"`
	ChangedIDs []string `json:"changedIds,omitempty"`
}

// Column is a column with few values, each counted.
type Column struct {
	Name   string  `json:"name"`
	Values []Value `json:"values" nullable:"false"`
}

// Value is one value of a column.
type Value struct {
	Value string `json:"value"`
	Count int64  `json:"count"`
}

// The bounds of what is counted.
const (
	mostColumns = 20
	mostValues  = 40
)

// PopulationIn reads a recorded list.
func PopulationIn(f *ledger.Fact) Population { return read[Population](f) }

func (p Population) column(name string) (Column, bool) {
	for _, c := range p.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return Column{}, false
}

func (p Population) columnNames() []string {
	names := make([]string, len(p.Columns))
	for i, c := range p.Columns {
		names[i] = c.Name
	}
	return names
}

func (c Column) count(value string) int64 {
	for _, v := range c.Values {
		if v.Value == value {
			return v.Count
		}
	}
	return 0
}

// Row is a customer of a list as it is hashed and kept for good. Personal binds the
// name and the contact, which are kept apart.
type Row struct {
	Ref      string            `json:"ref"`
	Cells    map[string]string `json:"cells"`
	Personal string            `json:"personal" doc:"SHA-256 over salt, name and contact, a line each."`
}

// Personal is what is known of a customer and can be erased.
type Personal struct {
	Name    string `json:"name"`
	Contact string `json:"contact"`
	Salt    []byte `json:"-"`
}

// Commitment is the salted hash by which a row holds the name and the contact.
func (p Personal) Commitment() string {
	sum := sha256.New()
	sum.Write([]byte(hex.EncodeToString(p.Salt) + "\n" + p.Name + "\n" + p.Contact + "\n"))
	return hex.EncodeToString(sum.Sum(nil))
}

// tally counts the values of columns as rows pass.
type tally struct {
	names  []string
	counts map[string]map[string]int64
}

func newTally() *tally { return &tally{counts: map[string]map[string]int64{}} }

func (t *tally) add(cells map[string]string, columns []string) {
	for _, name := range columns {
		if t.counts[name] == nil {
			t.counts[name] = map[string]int64{}
			t.names = append(t.names, name)
		}
		if values := t.counts[name]; len(values) <= mostValues {
			values[cells[name]]++
		}
	}
}

// columns are those that strata can be made of: more than one value, and few.
func (t *tally) columns() []Column {
	list := []Column{}
	for _, name := range t.names {
		values := t.counts[name]
		if len(values) < 2 || len(values) > mostValues || len(list) == mostColumns {
			continue
		}
		c := Column{Name: name}
		for value, n := range values {
			c.Values = append(c.Values, Value{value, n})
		}
		sort.Slice(c.Values, func(i, j int) bool { return c.Values[i].Value < c.Values[j].Value })
		list = append(list, c)
	}
	return list
}

// at is a place in a list of a body.
func at(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// suffix tells the second alphabet's clauses from the first's.
func suffix(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
