package spotcheck

import (
	"context"
	"slices"
	"time"

	"opfyldt/internal/ledger"
)

// keptMonths is how long names, contacts and what customers answered are kept after
// the last round that draws from their list has ended.
const keptMonths = 12

// Eraser erases what names customers, once it has been kept for as long as it may.
// The facts stay: they hold it by salted hashes alone.
type Eraser struct {
	Store *Store
	Log   Log
	Clock func() time.Time
}

// Do erases what is due in every contract, sweeps away rows that no fact came for,
// and answers how many lists and rounds names were erased of.
func (e Eraser) Do(ctx context.Context) (int, error) {
	contracts, err := e.Store.naming(ctx)
	if err != nil {
		return 0, err
	}
	done := 0
	for _, c := range contracts {
		facts, err := e.Log.All(ctx, c, time.Time{}, kinds()...)
		if err != nil {
			return done, err
		}
		n, err := e.Store.erase(ctx, c, dueAt(facts, e.Clock()))
		done += n
		if err != nil {
			return done, err
		}
	}
	return done, e.Store.Sweep(ctx)
}

// due is what of a contract is to be erased: the lists whose names go, the answers
// whose words go, and the facts whose mails go.
type due struct{ lists, answers, mails []string }

// dueAt says what is to be erased at an instant. A list's names are kept while a round
// that draws from it is under way, and until keptMonths after it was taken in and the
// last such round ended; an answer and the mails of a round until keptMonths after
// that round's end.
func dueAt(facts []ledger.Fact, now time.Time) due {
	var d due
	ended := map[string]time.Time{} // by subject; rounds under way are not in it
	last := map[string]time.Time{}  // by list
	for _, f := range facts {
		if f.Kind == KindPopulation {
			last[f.ID] = f.Recorded
		}
	}
	for subject, r := range rounds(facts) {
		list := r.Plan().Population
		end, over := r.end()
		switch {
		case !over:
			delete(last, list)
			continue
		case last[list].Before(end) && !last[list].IsZero():
			last[list] = end
		}
		ended[subject] = end
	}
	for list, at := range last {
		if over(at, now) {
			d.lists = append(d.lists, list)
		}
	}
	slices.Sort(d.lists)
	for _, f := range facts {
		p, _ := apart(f.Subject)
		end, is := ended[RoundOf(p.goal, p.round)]
		if !is || !over(end, now) {
			continue
		}
		switch f.Kind {
		case KindHearingAnswer:
			d.answers = append(d.answers, f.ID)
		case KindHearing:
			d.mails = append(d.mails, f.ID)
		}
	}
	return d
}

// end is when the round ended; false while it is under way.
func (r *Round) end() (time.Time, bool) {
	switch {
	case r.conclusion != nil:
		return r.conclusion.Recorded, true
	case r.abandonment != nil:
		return r.abandonment.Recorded, true
	}
	return time.Time{}, false
}

// over reports whether what was kept from an instant on has been kept long enough.
func over(from, now time.Time) bool { return !now.Before(from.AddDate(0, keptMonths, 0)) }
