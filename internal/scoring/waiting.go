package scoring

// waiting is which open steps wait for which, so that a step that decides
// nothing itself gets the last safe day of those that do.
type waiting struct {
	open  []*stepPlan
	after map[int][]int // the steps that wait for a step
	done  map[int]bool
}

// newWaiting reads the open steps' dependencies.
func newWaiting(open []*stepPlan) *waiting {
	w := &waiting{open: open, after: map[int][]int{}, done: map[int]bool{}}
	at := map[string]int{}
	for i, sp := range open {
		at[sp.step.ID] = i
	}
	for i, sp := range open {
		for _, on := range sp.step.DependsOn {
			if before, isOpen := at[on]; isOpen {
				w.after[before] = append(w.after[before], i)
			}
		}
	}
	return w
}

// inherit gives step i the earliest day of its own and of those that wait for
// it, which are reckoned first. The contract's check refuses circles.
func (w *waiting) inherit(list []SafeDay, i int) {
	if w.done[i] {
		return
	}
	w.done[i] = true
	day := &list[i]
	for _, next := range w.after[i] {
		w.inherit(list, next)
		after := &list[next]
		if after.Day.IsZero() {
			continue
		}
		if pace := after.Pace.AddDays(-w.distance(i, next)); day.Pace.IsZero() || pace.Before(day.Pace) {
			day.Pace = pace
		}
		if day.Day.IsZero() || after.Day.Before(day.Day) {
			day.Day, day.Through = after.Day, after.Step
			if after.Through != "" {
				day.Through = after.Through
			}
			day.Keeps, day.Falls, day.Points = after.Keeps, after.Falls, after.Points
		}
	}
}

// distance is how many days the plan leaves between two steps.
func (w *waiting) distance(from, to int) int {
	first, second := w.open[from].step.PlannedDay(), w.open[to].step.PlannedDay()
	if first.IsZero() || second.IsZero() || second.Before(first) {
		return 0
	}
	return first.DaysUntil(second)
}
