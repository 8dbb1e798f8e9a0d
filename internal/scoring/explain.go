package scoring
func (p *plan) explain(card *Scorecard) {}
