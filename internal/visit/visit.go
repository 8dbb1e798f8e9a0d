package visit

import "time"

// Pause is how long nobody looks before the next look begins another visit.
const Pause = time.Hour

// Visit is a person's visit to a contract that is under way.
type Visit struct {
	Number     int64     // from 1, which has no visit before it
	Since      time.Time // the last look of the visit before; the first look of the first one
	SinceSize  int64     // the facts that the log had then
	Looked     time.Time // the newest look
	LookedSize int64
}

// First reports whether the person has never been here before.
func (v Visit) First() bool { return v.Number == 1 }

// Look is the visit after a look at an instant, with so many facts in the log;
// before is nil where the person has never looked.
func Look(before *Visit, now time.Time, size int64) Visit {
	if before == nil {
		return Visit{Number: 1, Since: now, SinceSize: size, Looked: now, LookedSize: size}
	}
	v := *before
	if now.Sub(v.Looked) > Pause {
		v.Number++
		v.Since, v.SinceSize = v.Looked, v.LookedSize
	}
	if now.After(v.Looked) {
		v.Looked = now
	}
	v.LookedSize = max(size, v.LookedSize)
	return v
}
