package audit

import "io"

// Visit is given a fact's line, in the log's order.
type Visit func(fact []byte) error

// Facts reads an export's facts without the public key: every line is held to
// its form and to its hash line, and no signature is looked at. Its error is a
// *Finding, or the reader's.
func Facts(r io.Reader, file string, visit Visit) (Header, error) {
	v := &verification{lines: newLines(r, file), ids: map[string]int64{}, visit: visit}
	for _, step := range []func() error{v.header, v.facts, v.hashes, v.fit} {
		if err := step(); err != nil {
			return Header{}, err
		}
	}
	return v.head, nil
}

// fit holds each fact against its hash line.
func (v *verification) fit() error {
	for n := range v.computed {
		if v.computed[n] != v.listed[n] {
			return v.lines.findingAt(v.factLine(int64(n)), "the fact was changed: it is not the one on the hash line %d", v.hashLine(int64(n)))
		}
	}
	return nil
}
