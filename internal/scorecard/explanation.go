package scorecard

import (
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// ExplanationPage is why a figure is what it is, down to the facts.
type ExplanationPage struct {
	AsOf        AsOf                `json:"asOf"`
	Head        Head                `json:"head"`
	Explanation scoring.Explanation `json:"explanation"`
	Facts       []record.Fact       `json:"facts" nullable:"false" doc:"Every fact named in the tree."`
	Readings    []Reading           `json:"readings" nullable:"false"`
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
		AsOf: p.asOf(), Head: p.head, Explanation: scoring.Render(*node, p.text),
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
