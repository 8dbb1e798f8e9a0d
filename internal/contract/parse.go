package contract

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Parse reads a contract file and checks it. All mistakes come out at once,
// with their lines; the contract is nil when one of them is an error.
func Parse(name string, src []byte) (*Contract, Problems) {
	l := newLog(name)
	c := l.parse(src)
	problems := l.problems.sorted()
	if problems.HasErrors() {
		return nil, problems
	}
	return c, problems
}

func (l *log) parse(src []byte) *Contract {
	text, ok := l.asText(src)
	if !ok {
		return nil
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	root := l.tree(text)
	if root == nil {
		l.findPersonNumbers(text, &node{})
		return nil
	}
	l.findPersonNumbers(text, root)
	o := l.open(root, "")
	c := readContract(o)
	o.close()
	if root.kind == mapping {
		(&checker{log: l, c: c}).run()
	}
	return c
}

// Hash returns the SHA-256 of a contract file's bytes, in hex: the file's name
// in the ledger.
func Hash(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}
