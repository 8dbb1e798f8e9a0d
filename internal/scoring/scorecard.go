package scoring

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Range is what a figure is, or between which bounds it still lies. Known means
// that Worst and Best are the same because the result is decided.
type Range struct {
	Known bool
	Worst exact.Rat
	Best  exact.Rat
}

// Scorecard is the contract's score as of an instant. Degrees and totals are in
// percent; weights are shares of the whole in percent, beside their printed
// form.
type Scorecard struct {
	AsOf        time.Time
	Total       Totals // an assessed degree where there is one, the calculated one otherwise
	Calculated  Totals // by the contract's rules alone
	Kept        *bool  // the target on the total; nil while open, or where the contract has none
	Use         *Range // the amount that the total gives, reckoned apart; nil where it is used for nothing
	Goals       []GoalScore
	Explanation Explanation // of Total; its children are the goals'
}

// Totals is a total with what is decided of it. Obtained is what can no longer
// be lost, which is the total once Decided is 100; it equals Worst.
type Totals struct {
	Obtained exact.Rat
	Decided  exact.Rat // the weight of the goals with a known degree
	Worst    exact.Rat
	Best     exact.Rat
}

// GoalScore is one goal's line of Table 11.
type GoalScore struct {
	ID           string
	Weight       exact.Rat // share of the whole, in percent
	Printed      string    // the weight as the contract prints it
	Calculated   Range
	Assessed     *Assessed // nil where management has not assessed
	Degree       Range     // Assessed where there is one, Calculated otherwise
	Contribution Range     // Degree × Weight / 100
	Kept         *bool     // rule S6 and reading A6; nil while open
	Requirements []RequirementScore
	Because      Phrase // where the goal stands, in a few words: "3 af 5 i tide"
	Next         *Next  // the earliest open step; nil where there is none
	Explanation  Explanation
}

// Next is the step that a goal waits for first.
type Next struct {
	Step  string // its id
	Title string
	Day   calendar.Date // the plan's, the agreed one where the plan names none
}

// Assessed is management's degree with what it rests on.
type Assessed struct {
	Degree exact.Rat
	Reason string
	Fact   string
}

// RequirementScore is one requirement's result and degree.
type RequirementScore struct {
	ID     string
	Degree Range
	Kept   *bool       // the target kept; nil while open
	Value  *exact.Rat  // the result as a figure: percent, least month, number of items; nil where unknown
	Final  bool        // the result can no longer change by time passing
	Items  []ItemScore // Milestones only
	Facts  []string
	Data   DataState // how much is known of the result
	Beside bool      // it does not count: a reserve that is not needed, or what a reserve stands in for

	Because     Phrase // where the requirement stands, in a few words
	Explanation Explanation
}

// DataState is how much is known of a result. Nothing is never nought.
type DataState string

// The states of a result's data.
const (
	NoData   DataState = "none"
	SomeData DataState = "some" // a figure on the way, or some of several
	AllData  DataState = "all"
)

// ItemState is whether an item or step was kept.
type ItemState string

// The states of an item and of a step.
const (
	Open    ItemState = "open"
	Overdue ItemState = "overdue" // past its date and nothing reported: still open, see Score
	Kept    ItemState = "kept"
	Late    ItemState = "late" // done or to be done, but not in time
	Lost    ItemState = "lost" // will not be done
)

// ItemScore is one item of a milestone requirement with its steps.
type ItemScore struct {
	ID      string
	State   ItemState
	Decides bool // false where none of its steps decides: it counts for nothing
	Steps   []StepScore
}

// StepScore is one step.
type StepScore struct {
	ID    string
	State ItemState
	Fact  string // the newest report; empty where there is none
}

// Phrase is a text still to be put into words: its catalogue key and what to
// put in. A value is a number, a date, a text or a Phrase again.
type Phrase struct {
	Key    string         `json:"key"`
	Values map[string]any `json:"values,omitempty"`
}

// CatalogueKey names the phrase's text.
func (p Phrase) CatalogueKey() string { return p.Key }

// CatalogueParams returns what is put into the text.
func (p Phrase) CatalogueParams() map[string]any { return p.Values }

// CatalogueKey names the state's word.
func (s ItemState) CatalogueKey() string { return "state." + string(s) }

// Explanation is why a figure is what it is: a rule by its catalogue code, the
// figures put into it, the facts it rests on, the readings it touches, and the
// explanations of the figures under it. Values hold exact numbers and dates;
// Render puts them into words.
type Explanation struct {
	Figure   string         `json:"figure"` // what is explained: "total", "goal:2", "calculated:2", "requirement:5a", "result:5a", "month:5b/2014-03", "item:…", "step:…"
	Rule     string         `json:"rule"`   // catalogue code
	Values   map[string]any `json:"values,omitempty"`
	Text     string         `json:"text,omitempty"` // the rule in words, filled in by Render
	Facts    []string       `json:"facts,omitempty"`
	Readings []string       `json:"readings,omitempty"`
	Children []Explanation  `json:"children,omitempty"`
}

// Render returns the tree with every Text filled in by text, which is given the
// rule's code and values: a function over catalogue.Text.
func Render(e Explanation, text func(key string, values map[string]any) string) Explanation {
	e.Text = text(e.Rule, e.Values)
	children := make([]Explanation, len(e.Children))
	for i, child := range e.Children {
		children[i] = Render(child, text)
	}
	e.Children = children
	return e
}

// Find returns the node that explains the figure, nil where the tree has none.
func (e *Explanation) Find(figure string) *Explanation {
	if e.Figure == figure {
		return e
	}
	for i := range e.Children {
		if found := e.Children[i].Find(figure); found != nil {
			return found
		}
	}
	return nil
}

// AllFacts lists the ids of every fact in the tree, each once, in the tree's
// order.
func (e *Explanation) AllFacts() []string {
	seen := map[string]bool{}
	var ids []string
	var walk func(*Explanation)
	walk = func(n *Explanation) {
		for _, id := range n.Facts {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
		for i := range n.Children {
			walk(&n.Children[i])
		}
	}
	walk(e)
	return ids
}
