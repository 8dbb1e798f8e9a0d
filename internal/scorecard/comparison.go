package scorecard

import (
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/comparison"
	"opfyldt/internal/exact"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
	"opfyldt/internal/web"
)

// SideBySide is two sides of a contract beside each other.
type SideBySide struct {
	AsOf     AsOf            `json:"asOf"`
	Head     Head            `json:"head"`
	Left     CompareSide     `json:"left"`
	Right    CompareSide     `json:"right"`
	Versions int             `json:"versions" doc:"How many versions of the contract there are."`
	Goals    []CompareGoal   `json:"goals" nullable:"false" doc:"All of either side."`
	Steps    []CompareStep   `json:"steps" nullable:"false" doc:"Those that differ."`
	People   []ComparePerson `json:"people" nullable:"false" doc:"Leads and owners that differ."`
	Texts    []CompareText   `json:"texts" nullable:"false" doc:"Those that differ."`
	Facts    []record.Fact   `json:"facts" nullable:"false" doc:"What was recorded between the two, the newest first; of two versions, the facts that made them."`
	More     bool            `json:"more" doc:"There are more facts between them in the log."`
}

// CompareSide is one side, as it was understood.
type CompareSide struct {
	Side    string        `json:"side" doc:"As the address names it."`
	Day     calendar.Date `json:"day"`
	Version int           `json:"version"`
	Total   Totals        `json:"total"`
}

// CompareGoal is a goal on both sides; a side that has no such goal is null.
type CompareGoal struct {
	ID      string           `json:"id"`
	Changed bool             `json:"changed"`
	Left    *CompareGoalSide `json:"left"`
	Right   *CompareGoalSide `json:"right"`
}

// CompareGoalSide is a goal as one side has it.
type CompareGoalSide struct {
	Number       string    `json:"number"`
	Title        string    `json:"title"`
	Weight       exact.Rat `json:"weight"`
	Degree       Range     `json:"degree"`
	Contribution Range     `json:"contribution"`
}

// CompareStep is a step that differs; a side that has no such step is null.
type CompareStep struct {
	ID    string           `json:"id"`
	Goal  string           `json:"goal"`
	Name  string           `json:"name"`
	Left  *CompareStepSide `json:"left"`
	Right *CompareStepSide `json:"right"`
}

// CompareStepSide is where a step stands on one side.
type CompareStepSide struct {
	State    scoring.ItemState  `json:"state" enum:"open,overdue,kept,late,lost"`
	Status   scoring.StepStatus `json:"status" enum:"planned,started,done,dropped"`
	Due      calendar.Date      `json:"due"`
	Expected calendar.Date      `json:"expected"`
	Done     calendar.Date      `json:"done"`
}

// ComparePerson is somebody who answers for a goal or a step, and is another on
// the other side.
type ComparePerson struct {
	Goal  string `json:"goal"`
	Step  string `json:"step" doc:"Empty where it is the goal's lead."`
	Name  string `json:"name" doc:"Of the goal or the step."`
	Left  string `json:"left"`
	Right string `json:"right"`
}

// CompareText is a text that differs, word by word.
type CompareText struct {
	What    string        `json:"what" doc:"What it is, in words."`
	Subject string        `json:"subject"`
	Name    string        `json:"name"`
	Parts   []ComparePart `json:"parts" nullable:"false"`
}

// ComparePart is a stretch of words that both sides have, or one alone.
type ComparePart struct {
	Op   comparison.Op `json:"op" enum:"same,gone,new"`
	Text string        `json:"text"`
}

// sideName is a side as an address names it: a day, a version or now.
type sideName struct {
	text    string
	day     calendar.Date // zero: now
	version int           // 0: the one in force
}

// readSide reads "now", "2014-06-30" or "v2".
func readSide(text string) (sideName, bool) {
	name := sideName{text: text}
	if text == "now" {
		return name, true
	}
	if number, found := strings.CutPrefix(text, "v"); found {
		version, err := strconv.Atoi(number)
		name.version = version
		return name, err == nil && version > 0
	}
	day, err := calendar.ParseDate(text)
	name.day = day
	return name, err == nil
}

// moment is the instant that the side speaks of, no later than the page's own.
func (n sideName) moment(page web.Moment) web.Moment {
	if n.day.IsZero() || !n.day.End().Before(page.Instant) {
		return page
	}
	return web.Moment{Instant: n.day.End().UTC(), Day: n.day, Past: true}
}

// side makes the page one side of a comparison.
func (p *page) side() comparison.Side {
	s := comparison.Side{Contract: p.contract, Card: p.card}
	for _, l := range p.steps {
		s.Steps = append(s.Steps, stepSide(l))
	}
	for _, g := range p.contract.Goals() {
		for i := range g.Requirements {
			r := &g.Requirements[i]
			if words := measure.TargetWords(p.view.Lang, p.contract, r); words != "" {
				s.Targets = append(s.Targets, comparison.Text{
					Field: "target", Subject: "requirement:" + r.ID, Name: measure.Name(g, r), Text: words,
				})
			}
		}
	}
	return s
}

func stepSide(l milestone.StepLine) comparison.Step {
	return comparison.Step{
		ID: l.ID, Goal: l.Goal, Name: l.Name, Status: l.Status, State: l.State, Due: l.Due, Planned: l.Planned,
		Expected: l.Current(), Done: l.Done, Owner: l.Owner,
	}
}

func (p *page) compareSide(n sideName) CompareSide {
	return CompareSide{n.text, p.view.Day, p.contract.Version, totalsOf(p.card.Total)}
}

// compare writes what sets the right page apart from the left one, in the right
// one's words.
func compare(left, right *page) SideBySide {
	d := comparison.Compare(left.side(), right.side())
	wire := SideBySide{
		Goals: []CompareGoal{}, Steps: []CompareStep{}, People: []ComparePerson{}, Texts: []CompareText{}, Facts: []record.Fact{},
	}
	for _, g := range d.Goals {
		wire.Goals = append(wire.Goals, CompareGoal{g.ID, g.Changed, compareGoalSide(g.Left), compareGoalSide(g.Right)})
	}
	for _, s := range d.Steps {
		one := s.Right
		if one == nil {
			one = s.Left
		}
		wire.Steps = append(wire.Steps, CompareStep{s.ID, one.Goal, one.Name, compareStepSide(s.Left), compareStepSide(s.Right)})
	}
	for _, who := range d.People {
		wire.People = append(wire.People, ComparePerson(who))
	}
	for _, t := range d.Texts {
		text := CompareText{What: right.text("compare.text."+t.Field, nil), Subject: t.Subject, Name: t.Name, Parts: []ComparePart{}}
		for _, part := range t.Parts {
			text.Parts = append(text.Parts, ComparePart(part))
		}
		wire.Texts = append(wire.Texts, text)
	}
	return wire
}

func compareGoalSide(g *comparison.GoalSide) *CompareGoalSide {
	if g == nil {
		return nil
	}
	return &CompareGoalSide{g.Number, g.Title, g.Weight, rangeOf(g.Degree), rangeOf(g.Contribution)}
}

func compareStepSide(s *comparison.Step) *CompareStepSide {
	if s == nil {
		return nil
	}
	return &CompareStepSide{s.State, s.Status, s.Due, s.Expected, s.Done}
}
