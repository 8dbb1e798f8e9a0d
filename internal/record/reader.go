package record

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// Reader is for whom a page is written: what they may do, and how a fact looks
// to them.
type Reader struct {
	Subject string
	May     func(operation, goal string) bool
	Wire    func(ledger.Fact) Fact
	Today   calendar.Date // the day as of which they read
	Lang    string
}

// MayVerify reports whether the reader may verify a fact of the goal: the
// operation is theirs and the fact is not.
func (r Reader) MayVerify(operation, goal string, recorded ledger.Actor) bool {
	return recorded.Subject != r.Subject && r.May(operation, goal)
}

// Seen returns the verification of this very fact, nil where the newest
// verification of its subject is of an earlier fact.
func (r Reader) Seen(verification, of *ledger.Fact) *Seen {
	if verification == nil {
		return nil
	}
	v, ok := VerificationOf(*verification)
	if !ok || v.Fact != of.ID {
		return nil
	}
	return &Seen{Verdict: v.Verdict, Note: v.Note, Fact: r.Wire(*verification)}
}

// Newest keeps the newest fact of each subject of a kind.
func Newest(facts []ledger.Fact, kind string) map[string]*ledger.Fact {
	bySubject := map[string]*ledger.Fact{}
	for i := range facts {
		f := &facts[i]
		if f.Kind != kind {
			continue
		}
		if before := bySubject[f.Subject]; before == nil || before.Leaf < f.Leaf {
			bySubject[f.Subject] = f
		}
	}
	return bySubject
}
