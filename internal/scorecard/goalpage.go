package scorecard

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// GoalPage is everything about one goal.
type GoalPage struct {
	Contract       ContractLine    `json:"contract"`
	AsOf           AsOf            `json:"asOf"`
	Today          string          `json:"today"`
	Head           Head            `json:"head"`
	Goal           Goal            `json:"goal"`
	Line           GoalLine        `json:"line"`
	Requirements   []Requirement   `json:"requirements" nullable:"false"`
	Assessment     *AssessmentView `json:"assessment"`
	CanAssess      bool            `json:"canAssess"`
	AssessmentFact string          `json:"assessmentFact" doc:"The fact that a new assessment must expect."`
	History        []record.Fact   `json:"history" nullable:"false" doc:"The newest first."`
	Explanation    Explanation     `json:"explanation"`
}

// Goal is what was agreed of the goal.
type Goal struct {
	ID            string      `json:"id"`
	Number        string      `json:"number"`
	Title         string      `json:"title"`
	Text          string      `json:"text"`
	Lead          string      `json:"lead"`
	Scale         []exact.Rat `json:"scale" nullable:"false"`
	Weight        exact.Rat   `json:"weight"`
	PrintedWeight string      `json:"printedWeight"`
	Source        Paper       `json:"source"`
	Readings      []Reading   `json:"readings" nullable:"false"`
}

// Paper is where on paper a rule stands.
type Paper struct {
	Section string `json:"section"`
	Page    string `json:"page"`
	Table   string `json:"table"`
}

// Requirement is one thing that the goal needs, with its results.
type Requirement struct {
	ID        string               `json:"id"`
	Title     string               `json:"title"`
	Text      string               `json:"text"`
	Measure   contract.Measure     `json:"measure"`
	Unit      string               `json:"unit"`
	Degree    Range                `json:"degree"`
	Kept      *bool                `json:"kept"`
	Value     string               `json:"value"`
	Targets   []Target             `json:"targets" nullable:"false"`
	Levels    []Level              `json:"levels" nullable:"false" doc:"What a verbal result may be."`
	Basis     []string             `json:"basis" nullable:"false" doc:"Figures to report beside the result: what the contract says that it must rest on." enum:"asked,restsOn,of"`
	Final     bool                 `json:"final"`
	Items     []Item               `json:"items" nullable:"false"`
	Results   []measure.ResultLine `json:"results" nullable:"false"`
	Months    []string             `json:"months" nullable:"false"`
	CanReport bool                 `json:"canReport"`
	CanPlan   bool                 `json:"canPlan" doc:"The reader may add working steps."`
	Because   string               `json:"because"`
	Curve     *DegreeCurve         `json:"curve" doc:"The degree over the result; null where no figure alone makes it."`
}

// Level is a verbal result.
type Level struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Target is the bound of one year.
type Target struct {
	Year      int    `json:"year"`
	Text      string `json:"text"`
	Value     string `json:"value"`
	Bound     string `json:"bound"`
	Tentative bool   `json:"tentative"`
	Mark      string `json:"mark"`
}

// Item is a thing of a milestone requirement with its steps.
type Item struct {
	ID     string            `json:"id"`
	Number string            `json:"number"`
	Title  string            `json:"title"`
	Text   string            `json:"text"`
	State  scoring.ItemState `json:"state" enum:"open,overdue,kept,late,lost"`
	Steps  []milestone.Step  `json:"steps" nullable:"false"`
}

// AssessmentView is management's degree for the goal.
type AssessmentView struct {
	Degree exact.Rat   `json:"degree"`
	Reason string      `json:"reason"`
	Fact   record.Fact `json:"fact"`
}

// goalPage builds the page of a goal of the contract from its history.
func (p *page) goalPage(g *contract.Goal, history []ledger.Fact) GoalPage {
	score := p.goalScore(g.ID)
	reader := p.reader()
	page := GoalPage{
		Contract: p.contractLine(), AsOf: p.asOf(), Today: p.view.Today.String(), Head: p.head,
		Goal: p.goal(g, score), Line: p.goalLine(g), Requirements: []Requirement{},
		CanAssess: reader.May(opAssess, g.ID), History: p.wireAll(newestFirst(history)),
		Explanation: p.explain(score.Explanation),
	}
	for i := range g.Requirements {
		page.Requirements = append(page.Requirements, p.requirement(g, &g.Requirements[i], &score.Requirements[i], reader))
	}
	if f := record.Newest(p.facts, KindAssessment)[g.ID]; f != nil {
		page.AssessmentFact = f.ID
		if a := AssessmentOf(f); a != nil && !a.Withdrawn && a.Degree != nil {
			page.Assessment = &AssessmentView{*a.Degree, a.Reason, p.wire(*f)}
		}
	}
	return page
}

func (p *page) goal(g *contract.Goal, score *scoring.GoalScore) Goal {
	return Goal{
		ID: g.ID, Number: g.Number, Title: g.Title, Text: g.Text, Lead: g.Lead, Scale: degrees(g.Scale),
		Weight: score.Weight, PrintedWeight: g.Weight.Printed,
		Source:   Paper{g.Source.Section, g.Source.Page, g.Source.Table},
		Readings: readings(p.contract, readingsOf(g)),
	}
}

// readingsOf lists the readings that touch the goal or its requirements.
func readingsOf(g *contract.Goal) []string {
	ids := append([]string{}, g.Readings...)
	for _, r := range g.Requirements {
		ids = append(ids, r.Readings...)
	}
	return ids
}

func (p *page) requirement(g *contract.Goal, r *contract.Requirement, score *scoring.RequirementScore, reader record.Reader) Requirement {
	wire := Requirement{
		ID: r.ID, Title: r.Title, Text: r.Text, Measure: r.Measure, Unit: r.Unit, Degree: rangeOf(score.Degree),
		Kept: score.Kept, Targets: targets(r), Levels: levels(g, r), Basis: measure.Basis(r), Final: score.Final, Items: p.items(r, score),
		Results: measure.Lines(p.contract, g, r, p.facts, reader), Months: measure.Months(p.contract, r),
		CanReport: measure.CanReport(g, r, reader), Because: p.requirementBecause(g, score),
	}
	if r.Measure == contract.Milestones {
		wire.CanReport = milestone.CanReport(g.ID, reader)
		wire.CanPlan = milestone.CanPlan(g.ID, reader)
	}
	if score.Value != nil {
		wire.Value = score.Value.String()
	}
	wire.Curve = p.curve(g, r, score.Value)
	return wire
}

func levels(g *contract.Goal, r *contract.Requirement) []Level {
	list := []Level{}
	if r.Measure != contract.Verbal {
		return list
	}
	for _, l := range g.Scale.Levels {
		list = append(list, Level{l.ID, l.Title})
	}
	return list
}

func targets(r *contract.Requirement) []Target {
	list := []Target{}
	for _, t := range r.Targets {
		wire := Target{Year: t.Year, Text: t.Text, Bound: string(t.Bound), Tentative: t.Tentative, Mark: string(t.Result)}
		if t.Bound != contract.Done && t.Benchmark == "" {
			wire.Value = t.Value.String()
		}
		list = append(list, wire)
	}
	return list
}

func (p *page) items(r *contract.Requirement, score *scoring.RequirementScore) []Item {
	states := map[string]scoring.ItemState{}
	for _, i := range score.Items {
		states[i.ID] = i.State
	}
	byItem := map[string][]milestone.Step{}
	for _, s := range p.steps {
		byItem[s.Item] = append(byItem[s.Item], s.Step)
	}
	list := []Item{}
	for _, i := range r.Items {
		item := Item{ID: i.ID, Number: i.Number, Title: i.Title, Text: i.Text, State: states[i.ID], Steps: byItem[i.ID]}
		if item.Steps == nil {
			item.Steps = []milestone.Step{}
		}
		list = append(list, item)
	}
	return list
}
