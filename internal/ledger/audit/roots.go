package audit

import (
	"golang.org/x/mod/sumdb/tlog"
)

// roots holds the facts against every checkpoint, each at its own size.
func (v *verification) roots() error {
	computed, listed := &mountain{}, &mountain{}
	good := int64(0) // facts that a checkpoint has confirmed
	for i, c := range v.signed {
		for n := computed.size; n < c.Size; n++ {
			computed.add(v.computed[n])
			listed.add(v.listed[n])
		}
		if computed.root() != c.Root {
			return v.locate(good, c, i, listed.root() == c.Root)
		}
		good = c.Size
	}
	for n, h := range v.computed {
		if v.listed[n] != h {
			return v.lines.findingAt(v.hashLine(int64(n)), "the hash was changed: the fact on line %d has another", v.factLine(int64(n)))
		}
	}
	return nil
}

// locate names the line of a changed fact: by its hash line where these fit the
// checkpoint, or as one of those since the last checkpoint that fits.
func (v *verification) locate(good int64, c Checkpoint, index int, listedFits bool) error {
	for n := good; n < c.Size; n++ {
		if listedFits && v.computed[n] != v.listed[n] {
			return v.lines.findingAt(v.factLine(n), "the fact was changed: its hash is not the one in the log")
		}
	}
	return v.lines.findingAt(v.factLine(good), "facts from here to line %d were changed, moved, added or taken away: "+
		"they do not have the root in the checkpoint on line %d", v.factLine(c.Size-1), v.checkpointLine(index))
}

// Lines are counted from 1, the header first.
func (v *verification) factLine(n int64) int64     { return n + 2 }
func (v *verification) hashLine(n int64) int64     { return n + 2 + v.head.Leaves }
func (v *verification) checkpointLine(i int) int64 { return int64(i) + 2 + 2*v.head.Leaves }

// mountain is the range of full subtrees that a growing log divides into.
type mountain struct {
	size  int64
	peaks []tlog.Hash
}

func (m *mountain) add(h tlog.Hash) {
	for n := m.size; n&1 == 1; n >>= 1 {
		h = tlog.NodeHash(m.peaks[len(m.peaks)-1], h)
		m.peaks = m.peaks[:len(m.peaks)-1]
	}
	m.peaks = append(m.peaks, h)
	m.size++
}

func (m *mountain) root() tlog.Hash {
	root := m.peaks[len(m.peaks)-1]
	for i := len(m.peaks) - 2; i >= 0; i-- {
		root = tlog.NodeHash(m.peaks[i], root)
	}
	return root
}
