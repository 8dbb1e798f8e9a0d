package contract

import (
	"crypto/sha256"
	"encoding/hex"

	"opfyldt/internal/yamlfile"
)

// Parse reads a contract file and checks it. All mistakes come out at once,
// with their lines; the contract is nil when one of them is an error.
func Parse(name string, src []byte) (*Contract, Problems) {
	l := newLog(name)
	c := l.parse(src)
	return l.outcome(c)
}

// outcome is the contract, unless an error refuses it, with all problems.
func (l *log) outcome(c *Contract) (*Contract, Problems) {
	problems := l.problems.sorted()
	if problems.HasErrors() {
		return nil, problems
	}
	return c, problems
}

func (l *log) parse(src []byte) *Contract {
	doc, refused := yamlfile.Read(src, bounds())
	l.refuse(refused)
	l.findPersonNumbers(doc)
	if len(refused) > 0 {
		return nil
	}
	root := doc.Root
	if root == nil { // comments alone
		root = &yamlfile.Node{At: yamlfile.Top()}
	}
	o := l.open(root, "")
	c := readContract(o)
	o.close()
	if o.IsMapping {
		(&checker{log: l, c: c}).run()
	}
	return c
}

// refuse records why the text is no document.
func (l *log) refuse(problems []yamlfile.Problem) {
	for _, p := range problems {
		var params []string
		switch p.Code {
		case yamlfile.TooLarge:
			params = []string{"most", "1 MiB"}
		case yamlfile.Syntax:
			params = []string{"message", p.Message}
		}
		l.add(p.At, p.Field, string(p.Code), params...)
	}
}

// Hash returns the SHA-256 of a contract file's bytes, in hex: the file's name
// in the ledger.
func Hash(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}
