package scorecard

import (
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Explanation is why a figure is what it is: a rule in words, the figures put
// into it, the facts and readings it rests on, and the explanations of the
// figures under it.
type Explanation struct {
	Figure   string            `json:"figure"`
	Rule     string            `json:"rule"`
	Text     string            `json:"text"`
	Values   map[string]string `json:"values" doc:"As the text writes them."`
	Facts    []string          `json:"facts"`
	Readings []string          `json:"readings"`
	Children []Explanation     `json:"children"`
}

// explain puts an explanation and everything under it into the reader's words.
func (p *page) explain(e scoring.Explanation) Explanation {
	wire := Explanation{
		Figure: e.Figure, Rule: e.Rule, Text: p.text(e.Rule, e.Values), Values: map[string]string{},
		Facts: append([]string{}, e.Facts...), Readings: append([]string{}, e.Readings...),
		Children: make([]Explanation, len(e.Children)),
	}
	for name, value := range e.Values {
		wire.Values[name] = catalogue.Value(p.view.Lang, value)
	}
	for i, child := range e.Children {
		wire.Children[i] = p.explain(child)
	}
	return wire
}

// ExplanationPage is why a figure is what it is, down to the facts.
type ExplanationPage struct {
	AsOf        AsOf          `json:"asOf"`
	Head        Head          `json:"head"`
	Explanation Explanation   `json:"explanation"`
	Facts       []record.Fact `json:"facts" nullable:"false" doc:"Every fact named in the tree."`
	Readings    []Reading     `json:"readings" nullable:"false"`
}

// explanation builds the page of a figure: "total", "goal:2", "requirement:5a".
func (p *page) explanation(figure string) (ExplanationPage, error) {
	if figure == "" {
		figure = p.card.Explanation.Figure
	}
	node := p.card.Explanation.Find(figure)
	if node == nil {
		return ExplanationPage{}, fault.New(fault.NotFound, "explanation.unknown", fault.Params{"figure": record.Shorten(figure, 60)})
	}
	byID := map[string]ledger.Fact{}
	for _, f := range p.facts {
		byID[f.ID] = f
	}
	facts := []record.Fact{}
	for _, id := range node.AllFacts() {
		if f, ok := byID[id]; ok {
			facts = append(facts, p.wire(f))
		}
	}
	return ExplanationPage{
		AsOf: p.asOf(), Head: p.head, Explanation: p.explain(*node),
		Facts: facts, Readings: readings(p.contract, readingsIn(node)),
	}, nil
}

// readingsIn lists the readings named anywhere in the tree.
func readingsIn(e *scoring.Explanation) []string {
	ids := append([]string{}, e.Readings...)
	for i := range e.Children {
		ids = append(ids, readingsIn(&e.Children[i])...)
	}
	return ids
}
