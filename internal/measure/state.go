package measure

// State is where a result stands.
type State string

// The states of a result.
const (
	Unreported  State = "unreported"
	Provisional State = "provisional" // a figure on the way
	Final       State = "final"
)

// Move is a named transition of a result.
type Move struct {
	Name     string
	From, To State
	Reason   bool // it corrects an earlier figure and says why
}

// Moves lists every transition there is.
func Moves() []Move {
	return []Move{
		{"report", Unreported, Provisional, false},
		{"settle", Unreported, Final, false},
		{"report", Provisional, Provisional, false},
		{"correct", Provisional, Provisional, true},
		{"settle", Provisional, Final, false},
		{"correct", Provisional, Final, true},
		{"correct", Final, Final, true},
		{"reopen", Final, Provisional, true},
	}
}

func stateOf(r *Report) State {
	switch {
	case r == nil:
		return Unreported
	case r.Final:
		return Final
	}
	return Provisional
}

// moveOf finds the transition that a report makes, with a reason where it
// corrects.
func moveOf(from, to State, corrects bool) Move {
	for _, m := range Moves() {
		if m.From == from && m.To == to && m.Reason == corrects {
			return m
		}
	}
	return Move{}
}
