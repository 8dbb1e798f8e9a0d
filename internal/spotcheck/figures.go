package spotcheck

import (
	"opfyldt/internal/exact"
	"opfyldt/internal/sampling"
)

// Bound is what a number of deviations found lets one say of all customers.
type Bound struct {
	Population int64 `json:"population"`
	Sample     int64 `json:"sample"`
	Found      int64 `json:"found"`
	Upper      int64 `json:"upper" doc:"The largest number of deviating customers that is not ruled out."`
}

// StratumFigures are a stratum's.
type StratumFigures struct {
	Stratum string `json:"stratum"`
	Without Bound  `json:"without"`
	AsIf    Bound  `json:"asIf"`
}

// ClauseFigures say how a clause fared.
type ClauseFigures struct {
	Clause        string             `json:"clause"`
	Kept          int64              `json:"kept"`
	NotApplicable int64              `json:"notApplicable"`
	Deviations    int64              `json:"deviations"`
	BySeverity    map[Severity]int64 `json:"bySeverity"`
}

// RoundFigures are what a round's reviews come to.
type RoundFigures struct {
	Confidence exact.Rat        `json:"confidence"`
	Checked    int64            `json:"checked" doc:"Customers with a countersigned review."`
	Replaced   int64            `json:"replaced" doc:"Customers of the draw that could not be checked."`
	Without    Bound            `json:"without" doc:"Those who could not be checked left out."`
	AsIf       Bound            `json:"asIf" doc:"Those who could not be checked counted as deviating."`
	Strata     []StratumFigures `json:"strata" nullable:"false" doc:"Each at the round's confidence; the bounds for all rest on each stratum at a share of the risk."`
	Clauses    []ClauseFigures  `json:"clauses" nullable:"false"`
	Volume     *VolumeFigures   `json:"volume,omitempty" doc:"By volume: what may be concluded. Of the number of customers nothing but what was seen may be said then."`
}

// counted is what was seen in a stratum.
type counted struct{ population, checked, deviating, replaced int64 }

// bounds are the two bounds of what was counted.
func (n counted) bounds(confidence exact.Rat) (without, asIf Bound, err error) {
	without = Bound{Population: n.population, Sample: n.checked, Found: n.deviating}
	asIf = Bound{Population: n.population, Sample: n.checked + n.replaced, Found: n.deviating + n.replaced}
	for _, b := range []*Bound{&without, &asIf} {
		b.Upper, err = sampling.Upper(sampling.Finding{Population: b.Population, Sample: b.Sample, Found: b.Found, Confidence: confidence})
		if err != nil {
			return Bound{}, Bound{}, err
		}
	}
	return without, asIf, nil
}

// Figures reckons the round's figures from what is countersigned so far.
func (r *Round) Figures() (RoundFigures, error) {
	plan := r.Plan()
	f := RoundFigures{Strata: []StratumFigures{}, Clauses: r.clauseFigures()}
	if plan.Confidence == nil {
		return f, nil
	}
	f.Confidence = *plan.Confidence
	parts := r.count()
	for _, n := range parts {
		f.Checked += n.checked
		f.Replaced += n.replaced
	}
	if plan.Selection == ByVolume {
		var err error
		f.Without, f.AsIf = parts[""].unseen()
		f.Volume, err = r.volumeFigures(plan)
		return f, err
	}
	if !byStratum(plan) {
		var err error
		f.Without, f.AsIf, err = parts[""].bounds(f.Confidence)
		return f, err
	}
	return f, f.addStrata(plan, parts)
}

// addStrata bounds each stratum at the round's confidence, and all of them by the
// sum of bounds at a share of the risk each, which holds however the deviations are
// spread.
func (f *RoundFigures) addStrata(plan RoundPlan, parts map[string]counted) error {
	level := shared(f.Confidence, len(plan.Shares))
	for _, s := range plan.Shares {
		n := parts[s.Stratum]
		n.population = s.Population
		without, asIf, err := n.bounds(f.Confidence)
		if err != nil {
			return err
		}
		f.Strata = append(f.Strata, StratumFigures{s.Stratum, without, asIf})
		if without, asIf, err = n.bounds(level); err != nil {
			return err
		}
		f.Without.add(without)
		f.AsIf.add(asIf)
	}
	return nil
}

func (b *Bound) add(other Bound) {
	b.Population += other.Population
	b.Sample += other.Sample
	b.Found += other.Found
	b.Upper += other.Upper
}

// count counts the customers by stratum.
func (r *Round) count() map[string]counted {
	parts := map[string]counted{}
	if !byStratum(r.Plan()) {
		parts[""] = counted{population: r.Plan().Customers}
	}
	for _, c := range r.Customers {
		n := parts[c.stratum(r)]
		switch c.State() {
		case Replaced:
			n.replaced++
		case Countersigned:
			n.checked++
			if VerdictOf(c.verdict).deviates() {
				n.deviating++
			}
		}
		parts[c.stratum(r)] = n
	}
	return parts
}

func (c *Customer) stratum(r *Round) string {
	if byStratum(r.Plan()) {
		return c.Stratum
	}
	return ""
}

// clauseFigures counts what countersigned reviews say of each clause.
func (r *Round) clauseFigures() []ClauseFigures {
	list := []ClauseFigures{}
	for _, clause := range r.Plan().Checklist {
		f := ClauseFigures{Clause: clause.ID, BySeverity: map[Severity]int64{}}
		for _, c := range r.Customers {
			if c.State() != Countersigned {
				continue
			}
			for _, a := range VerdictOf(c.verdict).Clauses {
				if a.Clause == clause.ID {
					f.add(a)
				}
			}
		}
		list = append(list, f)
	}
	return list
}

func (f *ClauseFigures) add(a ClauseAnswer) {
	switch a.Finding {
	case Kept:
		f.Kept++
	case NotApplicable:
		f.NotApplicable++
	case Deviation:
		f.Deviations++
		f.BySeverity[a.Severity]++
	}
}
