package milestone

import (
	"encoding/json"
	"sort"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Addition is the body of a milestone.plan: a working step that a lead adds to
// an item of the contract. It never decides.
type Addition struct {
	Item      string        `json:"item"`
	Title     string        `json:"title"`
	Planned   calendar.Date `json:"planned"`
	DependsOn []string      `json:"dependsOn"`
	Owner     string        `json:"owner,omitempty"`
}

// PlannedStep is a step with what it stands under.
type PlannedStep struct {
	contract.Step
	Goal        string
	Requirement string
	Item        string
	ItemTitle   string
	Added       bool
	Plan        string // id of the fact that added it
}

// Name is the step as a reader meets it away from its item.
func (s PlannedStep) Name() string {
	if s.ItemTitle == "" || s.ItemTitle == s.Title {
		return s.Title
	}
	return s.ItemTitle + ": " + s.Title
}

// Plan is every step there is: the contract's own and the added ones, in the
// paper's order, added ones last in their item by their planned date. It is read
// only once it is made.
type Plan struct {
	steps   []PlannedStep
	index   map[string]int
	updates map[string]*Update // by fact: each body is read once for all pages
}

// NewPlan joins the contract's steps with those that the facts of kind
// milestone.plan added.
func NewPlan(c *contract.Contract, facts []ledger.Fact) *Plan {
	added := additions(facts)
	p := &Plan{index: map[string]int{}, updates: map[string]*Update{}}
	for i := range facts {
		if facts[i].Kind == KindUpdate {
			p.updates[facts[i].ID] = UpdateOf(&facts[i])
		}
	}
	for _, g := range c.Goals() {
		for r := range g.Requirements {
			for i := range g.Requirements[r].Items {
				p.addItem(g.ID, &g.Requirements[r], &g.Requirements[r].Items[i], added)
			}
		}
	}
	for n, s := range p.steps {
		p.index[s.ID] = n
	}
	return p
}

func (p *Plan) addItem(goal string, r *contract.Requirement, item *contract.Item, added map[string][]PlannedStep) {
	under := PlannedStep{Goal: goal, Requirement: r.ID, Item: item.ID, ItemTitle: item.Title}
	for _, s := range item.Steps {
		step := under
		step.Step = s
		p.steps = append(p.steps, step)
	}
	for _, a := range added[item.ID] {
		step := under
		step.Step, step.Added, step.Plan = a.Step, true, a.Plan
		p.steps = append(p.steps, step)
	}
}

// additions sorts the newest milestone.plan facts by item and date.
func additions(facts []ledger.Fact) map[string][]PlannedStep {
	byItem := map[string][]PlannedStep{}
	for id, f := range record.Newest(facts, KindPlan) {
		var a Addition
		if json.Unmarshal(f.Body, &a) != nil {
			continue
		}
		byItem[a.Item] = append(byItem[a.Item], PlannedStep{Plan: f.ID, Step: contract.Step{
			ID: id, Title: a.Title, Due: a.Planned, DependsOn: a.DependsOn, Owner: a.Owner,
		}})
	}
	for _, steps := range byItem {
		sort.Slice(steps, func(i, j int) bool {
			if d := steps[i].Due.Compare(steps[j].Due); d != 0 {
				return d < 0
			}
			return steps[i].ID < steps[j].ID
		})
	}
	return byItem
}

// update returns what an update says, from memory where the plan was made with
// it.
func (p *Plan) update(f *ledger.Fact) *Update {
	if f == nil {
		return nil
	}
	if u, ok := p.updates[f.ID]; ok {
		return u
	}
	return UpdateOf(f)
}

// Steps lists all steps.
func (p *Plan) Steps() []PlannedStep { return p.steps }

// Step returns the step with the id.
func (p *Plan) Step(id string) (PlannedStep, bool) {
	n, ok := p.index[id]
	if !ok {
		return PlannedStep{}, false
	}
	return p.steps[n], true
}

// Cycle returns a way from the step back to itself if it depended on the given
// ones, nil where there is none.
func (p *Plan) Cycle(id string, dependsOn []string) []string {
	seen := map[string]bool{}
	var walk func(at string, way []string) []string
	walk = func(at string, way []string) []string {
		if at == id {
			return append(way, at)
		}
		if seen[at] {
			return nil
		}
		seen[at] = true
		step, _ := p.Step(at)
		for _, next := range step.DependsOn {
			if found := walk(next, append(way, at)); found != nil {
				return found
			}
		}
		return nil
	}
	for _, first := range dependsOn {
		if found := walk(first, []string{id}); found != nil {
			return found
		}
	}
	return nil
}

// ownStep returns the contract's own step with the id.
func ownStep(c *contract.Contract, id string) (PlannedStep, bool) {
	goal, r, item, s := c.Step(id)
	if s == nil {
		return PlannedStep{}, false
	}
	return PlannedStep{Step: *s, Goal: goal.ID, Requirement: r.ID, Item: item.ID, ItemTitle: item.Title}, true
}

// itemOf returns the item that a step's id names, for a step of the contract by
// looking, for an added one by its id.
func itemOf(c *contract.Contract, step string) (goal *contract.Goal, item *contract.Item) {
	if g, _, i, _ := c.Step(step); g != nil {
		return g, i
	}
	id, rest, added := strings.Cut(step, record.Mark)
	if !added || rest == "" {
		return nil, nil
	}
	return itemByID(c, id)
}

func itemByID(c *contract.Contract, id string) (*contract.Goal, *contract.Item) {
	for _, g := range c.Goals() {
		for r := range g.Requirements {
			for i := range g.Requirements[r].Items {
				if item := &g.Requirements[r].Items[i]; item.ID == id {
					return g, item
				}
			}
		}
	}
	return nil, nil
}
