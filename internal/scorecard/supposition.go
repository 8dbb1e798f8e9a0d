package scorecard

import (
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/scoring"
)

// The kinds of subject that can be set by hand, as an address writes them before
// the subject: "step:plan.done=late", "degree:5=100".
const (
	setStep   = "step"
	setMonth  = "month"
	setFigure = "figure"
	setAnswer = "answer"
	setLevel  = "level"
	setDegree = "degree"
)

// What a step may be set to, beside a date on which it is done.
const (
	inTime  = "in-time"
	tooLate = "late"
	givenUp = "dropped"
	saidYes = "yes"
	saidNo  = "no"
)

// set is what an address sets by hand.
type set struct {
	key   string // "step:plan.done"
	value string
}

// suppositions reads what an address sets. Every mistake is told at once, by its
// place in the address.
func suppositions(c *contract.Contract, raw []string) ([]scoring.Supposition, map[string]string, error) {
	var list []scoring.Supposition
	var bad []fault.Field
	values := map[string]string{}
	for i, text := range raw {
		s, code := readSet(text)
		var made scoring.Supposition
		if code == "" {
			made, code = s.supposition(c)
		}
		if code == "" && values[s.key] != "" {
			code = "whatif.twice"
		}
		if code != "" {
			bad = append(bad, fault.Field{Path: "query.set[" + strconv.Itoa(i) + "]", Code: code})
			continue
		}
		values[s.key] = s.value
		list = append(list, made)
	}
	return list, values, fault.Fields(bad...)
}

// readSet takes "kind:subject=value" apart; a subject may hold anything but "=".
func readSet(text string) (set, string) {
	key, value, found := strings.Cut(text, "=")
	kind, subject, named := strings.Cut(key, ":")
	if !found || !named || kind == "" || subject == "" || value == "" {
		return set{}, "whatif.form"
	}
	return set{key, value}, ""
}

// supposition finds what the set speaks of in the contract; the code says what
// is wrong with it.
func (s set) supposition(c *contract.Contract) (scoring.Supposition, string) {
	kind, subject, _ := strings.Cut(s.key, ":")
	switch kind {
	case setStep:
		return s.step(c, subject)
	case setDegree:
		return s.degree(c, subject)
	case setMonth:
		return s.month(c, subject)
	case setFigure, setAnswer, setLevel:
		g, r := c.Requirement(subject)
		if r == nil || kindOf(r.Measure) != kind {
			return scoring.Supposition{}, "whatif.unknown"
		}
		return s.result(c, g, r)
	}
	return scoring.Supposition{}, "whatif.form"
}

// kindOf is how a requirement's result is set by hand; "" where its parts are.
func kindOf(m contract.Measure) string {
	switch m {
	case contract.Timeliness, contract.Survey, contract.Deviation, contract.Number:
		return setFigure
	case contract.YesNo:
		return setAnswer
	case contract.Verbal:
		return setLevel
	}
	return ""
}

func (s set) step(c *contract.Contract, id string) (scoring.Supposition, string) {
	_, _, _, step := c.Step(id)
	if step == nil {
		return scoring.Supposition{}, "whatif.unknown"
	}
	made := scoring.Supposition{Subject: id, Day: step.Due, Value: scoring.StepReport{Status: scoring.Done}}
	if made.Day.IsZero() {
		made.Day = c.Period.To
	}
	switch s.value {
	case inTime:
	case tooLate:
		made.Day = made.Day.AddDays(1)
	case givenUp:
		made.Value = scoring.StepReport{Status: scoring.Dropped}
	default:
		day, err := calendar.ParseDate(s.value)
		if err != nil {
			return made, "whatif.step"
		}
		made.Day = day
	}
	return made, ""
}

func (s set) degree(c *contract.Contract, id string) (scoring.Supposition, string) {
	g := c.Goal(id)
	if g == nil {
		return scoring.Supposition{}, "whatif.unknown"
	}
	degree, err := exact.Parse(s.value)
	if err != nil || !onScale(g.Scale, degree) {
		return scoring.Supposition{}, "whatif.degree"
	}
	return scoring.Supposition{Subject: id, Day: c.Period.To, Value: scoring.Assessment{Degree: degree}}, ""
}

func (s set) month(c *contract.Contract, subject string) (scoring.Supposition, string) {
	id, text, _ := strings.Cut(subject, "/")
	month, err := calendar.ParseMonth(text)
	_, r := c.Requirement(id)
	if err != nil || r == nil || r.Measure != contract.MonthlyCount || !r.Covers(c).Contains(month.Last()) {
		return scoring.Supposition{}, "whatif.unknown"
	}
	count, err := strconv.ParseInt(s.value, 10, 32)
	if err != nil || count < 0 {
		return scoring.Supposition{}, "whatif.count"
	}
	return scoring.Supposition{Subject: id, Day: month.Last(), Value: scoring.MonthCount{Month: month, Count: count}}, ""
}

// result reads a figure, a yes or no, or a level.
func (s set) result(c *contract.Contract, g *contract.Goal, r *contract.Requirement) (scoring.Supposition, string) {
	made := scoring.Supposition{Subject: r.ID, Day: r.Covers(c).To}
	switch kindOf(r.Measure) {
	case setAnswer:
		if s.value != saidYes && s.value != saidNo {
			return made, "whatif.answer"
		}
		made.Value = scoring.Answer{Yes: s.value == saidYes}
	case setLevel:
		for _, l := range g.Scale.Levels {
			if l.ID == s.value {
				made.Value = scoring.LevelReached{Level: l.ID}
				return made, ""
			}
		}
		return made, "whatif.level"
	default:
		figure, err := exact.Parse(s.value)
		share := r.Measure == contract.Timeliness || r.Measure == contract.Survey
		if err != nil || r.Measure != contract.Number && figure.Sign() < 0 || share && exact.Int(100).Less(figure) {
			return made, "whatif.figure"
		}
		made.Value = scoring.ByHand{Figure: figure}
	}
	return made, ""
}
