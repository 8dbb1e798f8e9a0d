package forecast

import "opfyldt/internal/exact"

// Tally is what is known of the cases of which a share is to be timely.
type Tally struct {
	Timely, Late int64 // concluded
	Open         int64 // that can still be concluded in time
	Overdue      int64 // open, and too late whenever they are concluded
}

// all is how many cases there are once the open ones are concluded.
func (t Tally) all() int64 { return t.Timely + t.Late + t.Open + t.Overdue }

// Spare is how many of the open cases may be concluded late while the share of all
// of them, the open ones concluded too, reaches the target in percent. Below zero it
// is by how many timely cases the target is missed even if every open one is in time.
func (t Tally) Spare(target exact.Rat) int64 {
	needed := target.Mul(exact.Int(t.all())).Quo(hundred).Ceil()
	return min(t.Timely+t.Open-needed, t.Open)
}

// Missing is how many further cases, all of them in time, the target in percent
// takes beside the open ones, all of these in time too; false where no number does.
func (t Tally) Missing(target exact.Rat) (n int64, can bool) {
	// (timely + open + n) × 100 ≥ target × (all + n)
	short := target.Mul(exact.Int(t.all())).Sub(exact.Int(t.Timely + t.Open).Mul(hundred))
	if short.Sign() <= 0 {
		return 0, true
	}
	each := hundred.Sub(target)
	if each.Sign() <= 0 {
		return 0, false
	}
	return short.Quo(each).Ceil(), true
}

var hundred = exact.Int(100)
