package bulk

import (
	"fmt"
	"iter"
	"testing"
)

func rowsOf(n int) (rows [][]byte) {
	for i := range n {
		rows = append(rows, fmt.Appendf(nil, `{"reference":"%04d"}`, i))
	}
	return rows
}

func each(rows [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func rootOf(rows [][]byte) string {
	var t Tree
	for _, r := range rows {
		t.Add(r)
	}
	return t.Root()
}

// The roots over the eight test leaves that the Certificate Transparency project
// publishes for RFC 6962 (merkle tree test data), for nothing and for all eight.
func TestRootsOfTheRFC(t *testing.T) {
	leaves := [][]byte{{}, {0x00}, {0x10}, {0x20, 0x21}, {0x30, 0x31}, {0x40, 0x41, 0x42, 0x43},
		{0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
		{0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f}}
	want := map[int]string{
		0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	}
	for n, root := range want {
		if got := rootOf(leaves[:n]); got != root {
			t.Errorf("%d leaves: %s, want %s", n, got, root)
		}
	}
}

// Every row of every small import can be proved; changed, or under another root or
// index, it cannot.
func TestEveryRowIsProved(t *testing.T) {
	for size := 1; size <= 33; size++ {
		rows := rowsOf(size)
		root, other := rootOf(rows), rootOf(rowsOf(size+1))
		for i, row := range rows {
			p, err := Prove(each(rows), int64(i), int64(size))
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Check(row, root); err != nil {
				t.Errorf("row %d of %d: %v", i, size, err)
			}
			if p.Check([]byte(`{"reference":"x"}`), root) == nil || p.Check(row, other) == nil {
				t.Errorf("row %d of %d: a changed row or another root passes", i, size)
			}
			p.Index = (p.Index + 1) % p.Size
			if size > 1 && p.Check(row, root) == nil {
				t.Errorf("row %d of %d passes as row %d", i, size, p.Index)
			}
		}
	}
}

// An import that has more or fewer rows than its fact says proves nothing.
func TestRowsMustBeAsManyAsTheFactSays(t *testing.T) {
	for _, have := range []int{4, 6} {
		if _, err := Prove(each(rowsOf(have)), 2, 5); err == nil {
			t.Errorf("%d rows stand for 5", have)
		}
	}
	if _, err := Prove(each(nil), 0, 0); err == nil {
		t.Error("a row of none is proved")
	}
}

// A row's form is that of RFC 8785: members by name, no space, nothing escaped
// that need not be.
func TestARowsCanonicalForm(t *testing.T) {
	got, err := Row(map[string]any{"received": "2014-01-02", "kind": "§ 56 <b>", "count": 3})
	if want := `{"count":3,"kind":"§ 56 <b>","received":"2014-01-02"}`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
	if _, err := Row([]int{1}); err == nil {
		t.Error("a list is a row")
	}
}
