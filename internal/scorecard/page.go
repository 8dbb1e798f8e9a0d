package scorecard

import (
	"sync"
	"time"

	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/evidence"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Head is how far the contract's log has come.
type Head struct {
	Size       int64  `json:"size"`
	Root       string `json:"root"`
	SignedSize int64  `json:"signedSize"`
	SignedAt   string `json:"signedAt" doc:"RFC 3339; empty where nothing is signed yet."`
}

// state is everything that pages are made of, the same for all readers: the
// newest facts as of an instant and what scoring makes of them.
type state struct {
	contract *contract.Contract
	facts    []ledger.Fact // the newest of each subject and kind, by leaf
	card     scoring.Scorecard
	plan     *milestone.Plan
	drawn    drawings
}

// drawings keeps the steps as drawn for a language and a signed size, since
// readers of one state differ in little else.
type drawings struct {
	mu    sync.Mutex
	steps map[drawing][]milestone.StepLine
}

type drawing struct {
	lang   string
	signed int64
}

// get returns the drawing, made by draw where it is not kept. A newer signature
// takes the older ones' place.
func (d *drawings) get(key drawing, draw func() []milestone.StepLine) []milestone.StepLine {
	d.mu.Lock()
	defer d.mu.Unlock()
	if steps, ok := d.steps[key]; ok {
		return steps
	}
	for other := range d.steps {
		if other.signed != key.signed {
			delete(d.steps, other)
		}
	}
	if d.steps == nil {
		d.steps = map[drawing][]milestone.StepLine{}
	}
	d.steps[key] = draw()
	return d.steps[key]
}

// newState scores the facts as of the instant.
func newState(c *contract.Contract, facts []ledger.Fact, asOf time.Time) (*state, error) {
	plan := milestone.NewPlan(c, facts)
	card, err := scoring.Score(c, results(c, plan, facts), asOf)
	if err != nil {
		return nil, err
	}
	return &state{contract: c, facts: facts, card: card, plan: plan}, nil
}

// Results gives scoring the newest facts of a contract, of every slice, in its
// own terms.
func Results(c *contract.Contract, newest []ledger.Fact) []scoring.Fact {
	return results(c, milestone.NewPlan(c, newest), newest)
}

// results joins the slices' facts in scoring's terms.
func results(c *contract.Contract, plan *milestone.Plan, facts []ledger.Fact) []scoring.Fact {
	list := plan.Results(facts)
	list = append(list, measure.Results(c, facts)...)
	return append(list, assessments(facts)...)
}

// View is who reads, in which language, as of when.
type View struct {
	Person ledger.Person
	Lang   string
	AsOf   time.Time
	Day    calendar.Date // of AsOf
	Past   bool          // nothing can be written in the past
	Today  calendar.Date
	Demo   bool
	Others []Say // put facts into words that this package does not know
}

// page is a state as one reader sees it.
type page struct {
	*state
	view  View
	head  Head
	steps []milestone.StepLine
}

func newPage(s *state, v View, head Head) *page {
	p := &page{state: s, view: v, head: head}
	r := p.reader()
	p.steps = milestone.For(s.drawn.get(drawing{v.Lang, head.SignedSize}, func() []milestone.StepLine {
		return s.plan.Draw(s.facts, stepStates(s.card), r)
	}), r)
	return p
}

// reader is the page's reader as slices ask for them.
func (p *page) reader() record.Reader {
	allowed := map[[2]string]bool{}
	return record.Reader{
		Subject: p.view.Person.Subject(), Wire: p.wire, Today: p.view.Day, Lang: p.view.Lang,
		May: func(operation, goal string) bool {
			if p.view.Past {
				return false
			}
			key := [2]string{operation, goal}
			may, known := allowed[key]
			if !known {
				_, err := p.view.Person.Permit(operation, p.contract.ID, goal)
				may = err == nil
				allowed[key] = may
			}
			return may
		},
	}
}

// wire writes a fact with its sentence.
func (p *page) wire(f ledger.Fact) record.Fact {
	return record.ToWire(f, p.head.SignedSize, p.say(f))
}

func (p *page) wireAll(facts []ledger.Fact) []record.Fact {
	list := make([]record.Fact, len(facts))
	for i, f := range facts {
		list[i] = p.wire(f)
	}
	return list
}

// say puts any fact into words: each slice knows its own kinds.
func (p *page) say(f ledger.Fact) string {
	lang := p.view.Lang
	if text := p.plan.Sentence(lang, f); text != "" {
		return text
	}
	for _, say := range p.view.Others {
		if text := say(lang, p.contract, f); text != "" {
			return text
		}
	}
	if text := measure.Sentence(lang, p.contract, f); text != "" {
		return text
	}
	if text := agreement.Sentence(lang, f); text != "" {
		return text
	}
	if text := evidence.Sentence(lang, f); text != "" {
		return text
	}
	if f.Kind == KindAssessment {
		return sayAssessment(lang, p.contract, f)
	}
	return f.Kind
}

// stepStates finds what scoring says of each of the contract's own steps.
func stepStates(card scoring.Scorecard) map[string]scoring.ItemState {
	states := map[string]scoring.ItemState{}
	for _, g := range card.Goals {
		for _, r := range g.Requirements {
			for _, i := range r.Items {
				for _, s := range i.Steps {
					states[s.ID] = s.State
				}
			}
		}
	}
	return states
}

// text writes an explanation's or a phrase's words in the reader's language.
func (p *page) text(key string, values map[string]any) string {
	return catalogue.Text(p.view.Lang, key, values)
}

func (p *page) goalScore(id string) *scoring.GoalScore {
	for i := range p.card.Goals {
		if p.card.Goals[i].ID == id {
			return &p.card.Goals[i]
		}
	}
	return nil
}
