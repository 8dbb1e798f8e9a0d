package spotcheck

import (
	"io"
	"strconv"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/paper"
	"opfyldt/internal/record"
	"opfyldt/internal/sampling"
)

// report writes the round as a report of a few pages: the answer first, then what it
// rests on, in the order in which another would check it.
func (d *dossier) report(out io.Writer) error {
	p := paper.New(paper.About{
		Title: d.plan.Title, Language: d.lang, Made: d.made,
		Foot: d.say("foot", fault.Params{"contract": d.contract.ID, "round": d.round.Name}), PageOf: d.say("pageOf", nil),
	})
	p.Small(d.say("kind", fault.Params{"agency": d.contract.Agency.Name, "goal": d.goal.Number, "title": d.goal.Title}))
	p.Title(d.plan.Title)
	p.Text(d.say("intro", fault.Params{"round": d.round.Name, "day": d.round.conclusion.Day, "who": d.round.conclusion.Actor.Name}))
	d.answer(p)
	d.asked(p)
	d.sized(p)
	d.seeded(p)
	if err := d.weighed(p); err != nil {
		return err
	}
	d.deviations(p)
	d.checked(p)
	d.logged(p)
	return p.Write(out)
}

// answer is the conclusion, and what management says to it.
func (d *dossier) answer(p *paper.Document) {
	p.Heading(d.say("conclusion", nil))
	p.Text(d.conclusion.Text)
	for _, line := range d.answers() {
		p.Text(line)
	}
	if r := d.round.response; r != nil {
		p.Heading(d.say("response", fault.Params{"who": r.Actor.Name, "day": r.Day}))
		p.Text(read[Response](r).Text)
	} else {
		p.Text(d.say("noResponse", nil))
	}
}

// answers are what may be concluded of all customers, or of their volume.
func (d *dossier) answers() []string {
	f := d.conclusion.Figures
	if v := f.Volume; v != nil {
		return []string{
			d.say("answerVolume", fault.Params{"found": v.Without.Found, "picks": v.Without.Picks, "upper": d.percent(&v.Without.Upper), "confidence": d.percent(&f.Confidence)}),
			d.say("answerVolumeAsIf", fault.Params{"upper": d.percent(&v.AsIf.Upper)}),
		}
	}
	lines := []string{d.say("answer", fault.Params{
		"found": f.Without.Found, "checked": f.Checked, "upper": f.Without.Upper, "population": f.Without.Population, "confidence": d.percent(&f.Confidence),
	})}
	if f.Replaced > 0 {
		lines = append(lines, d.say("answerAsIf", fault.Params{"replaced": f.Replaced, "upper": f.AsIf.Upper, "population": f.AsIf.Population}))
	}
	return lines
}

// asked are the question, the checklist and who could be drawn.
func (d *dossier) asked(p *paper.Document) {
	p.Heading(d.say("question", nil))
	p.Text(d.plan.Question)
	rows := make([][]string, len(d.plan.Checklist))
	for i, c := range d.plan.Checklist {
		rows[i] = []string{c.ID, c.Title, c.Evidence}
	}
	p.Table([]paper.Column{{Name: "", Weight: 1}, {Name: d.say("column.clause", nil), Weight: 8}, {Name: d.say("column.evidence", nil), Weight: 10}}, rows)
	p.Heading(d.say("population", nil))
	p.Text(d.say("populationText", fault.Params{"file": d.list.File, "rows": d.list.Rows, "day": d.listFact.Day, "who": d.listFact.Actor.Name}))
	p.Pairs(
		paper.Pair{Name: d.say("sha256", nil), Value: d.list.SHA256, Exact: true},
		paper.Pair{Name: d.say("rowsRoot", nil), Value: d.list.Root, Exact: true},
		paper.Pair{Name: d.say("frame", nil), Value: d.round.drawn.Frame, Exact: true},
		paper.Pair{Name: d.say("listFact", nil), Value: d.listFact.ID, Exact: true},
	)
}

// sized says how large the sample is and why.
func (d *dossier) sized(p *paper.Document) {
	p.Heading(d.say("plan", nil))
	p.Text(d.method())
	if r, ok := d.reckoned(); ok {
		p.Text(d.say("reckoned", r))
	}
	if !byStratum(d.plan) {
		return
	}
	rows := make([][]string, len(d.plan.Shares))
	for i, s := range d.plan.Shares {
		rows[i] = []string{s.Stratum, d.value(s.Population), d.value(s.Size)}
	}
	p.Table([]paper.Column{{Name: d.plan.Column, Weight: 6}, {Name: d.say("customers", nil), Weight: 3, Right: true}, {Name: d.say("size", nil), Weight: 3, Right: true}}, rows)
}

// shownPlaces are how many decimals of a probability are shown.
const shownPlaces = 6

// reckoned are the probabilities by which the size is the smallest that will do.
func (d *dossier) reckoned() (fault.Params, bool) {
	p := d.plan
	if p.Method != ByDetection || p.Selection == ByVolume || p.Confidence == nil || p.Size < 1 {
		return nil, false
	}
	enough, err := chance(p.Customers, p.Design, p.Size, p.Accept)
	if err != nil {
		return nil, false
	}
	less, err := chance(p.Customers, p.Design, p.Size-1, p.Accept)
	if err != nil {
		return nil, false
	}
	return fault.Params{
		"design": p.Design, "customers": p.Customers, "accept": p.Accept, "size": p.Size, "less": p.Size - 1,
		"risk": exact.Int(1).Sub(*p.Confidence), "enough": enough, "short": less,
	}, true
}

// chance is the probability that a sample holds no more than so many deviating.
func chance(population, deviating, sample, most int64) (exact.Rat, error) {
	return sampling.Hypergeometric{Population: population, Deviating: deviating, Sample: sample}.AtMost(most, shownPlaces)
}

// seeded says how the seed came about and how to draw again.
func (d *dossier) seeded(p *paper.Document) {
	p.Heading(d.say("draw", nil))
	p.Text(d.say("drawText."+string(d.plan.Source), fault.Params{"announced": d.plan.Announced}))
	for _, c := range d.seedRows() {
		p.Pairs(paper.Pair{Name: c.who, Value: c.said, Exact: true})
	}
	p.Pairs(paper.Pair{Name: d.say("random", nil), Value: d.round.drawn.Random, Exact: true})
	p.Text(d.say("seedText", nil))
	p.Code(d.round.drawn.Seed)
	p.Pairs(paper.Pair{Name: d.say("seedHash", nil), Value: d.round.drawn.SeedHash, Exact: true})
	p.Text(d.say("replay", nil))
	p.Code("opfyldt spotcheck replay --export " + d.say("exportFile", fault.Params{"round": d.round.Name}) + ".json")
}

// weighed are the bounds, with the probabilities that they rest on.
func (d *dossier) weighed(p *paper.Document) error {
	f := d.conclusion.Figures
	if f.Volume != nil {
		return nil // what may be concluded of the volume stands with the answer
	}
	p.Heading(d.say("bounds", nil))
	p.Text(d.say("boundsText", fault.Params{"confidence": d.percent(&f.Confidence)}))
	columns := []paper.Column{
		{Name: "", Weight: 7}, {Name: d.say("column.sample", nil), Weight: 3, Right: true}, {Name: d.say("column.found", nil), Weight: 3, Right: true},
		{Name: d.say("column.upper", nil), Weight: 3, Right: true}, {Name: d.say("customers", nil), Weight: 3, Right: true},
	}
	row := func(name string, b Bound) []string {
		return []string{name, d.value(b.Sample), d.value(b.Found), d.value(b.Upper), d.value(b.Population)}
	}
	rows := [][]string{row(d.say("without", nil), f.Without), row(d.say("asIf", nil), f.AsIf)}
	for _, s := range f.Strata {
		rows = append(rows, row(d.say("withoutIn", fault.Params{"stratum": s.Stratum}), s.Without), row(d.say("asIfIn", fault.Params{"stratum": s.Stratum}), s.AsIf))
	}
	p.Table(columns, rows)
	b := f.Without
	if len(f.Strata) > 0 || b.Upper >= b.Population-(b.Sample-b.Found) {
		return nil // the sum of several bounds, or all that were not seen to be sound
	}
	within, err := chance(b.Population, b.Upper, b.Sample, b.Found)
	if err != nil {
		return err
	}
	beyond, err := chance(b.Population, b.Upper+1, b.Sample, b.Found)
	if err != nil {
		return err
	}
	p.Text(d.say("boundReckoned", fault.Params{
		"upper": b.Upper, "next": b.Upper + 1, "found": b.Found, "sample": b.Sample, "within": within, "beyond": beyond, "risk": exact.Int(1).Sub(f.Confidence),
	}))
	return nil
}

// deviations are those found, by clause and severity and then one by one, and who was
// heard.
func (d *dossier) deviations(p *paper.Document) {
	p.Heading(d.say("byClause", nil))
	columns := []paper.Column{{Name: d.say("column.clause", nil), Weight: 9}, {Name: d.say("column.kept", nil), Weight: 3, Right: true}, {Name: d.say("column.not", nil), Weight: 3, Right: true}}
	for _, s := range Severities() {
		columns = append(columns, paper.Column{Name: d.value(severityName(s)), Weight: 3, Right: true})
	}
	var rows [][]string
	for _, c := range d.conclusion.Figures.Clauses {
		row := []string{c.Clause + "  " + d.clause(c.Clause).Title, d.value(c.Kept), d.value(c.NotApplicable)}
		for _, s := range Severities() {
			row = append(row, d.value(c.BySeverity[s]))
		}
		rows = append(rows, row)
	}
	p.Table(columns, rows)
	var each [][]string
	for _, r := range d.reviews() {
		if !r.stands || r.customer.State() != Countersigned {
			continue
		}
		for _, a := range said[Verdict](r.fact).Clauses {
			if a.Finding == Deviation {
				each = append(each, []string{strconv.Itoa(r.customer.Number), r.customer.Ref, a.Clause, d.value(severityName(a.Severity)), a.Note})
			}
		}
	}
	if len(each) > 0 {
		p.Heading(d.say("deviations", nil))
		p.Table([]paper.Column{
			{Name: d.say("column.number", nil), Weight: 1.4, Right: true}, {Name: d.say("column.id", nil), Weight: 4}, {Name: d.say("column.clauseID", nil), Weight: 1.6},
			{Name: d.say("column.severity", nil), Weight: 3}, {Name: d.say("column.note", nil), Weight: 11},
		}, each)
	}
	p.Text(d.heard())
}

// checked are all who were drawn, with who reviewed and who countersigned.
func (d *dossier) checked(p *paper.Document) {
	newest := map[int]review{}
	for _, r := range d.reviews() {
		if r.stands {
			newest[r.customer.Number] = r
		}
	}
	rows := make([][]string, len(d.round.Customers))
	for i, c := range d.round.Customers {
		row := []string{strconv.Itoa(c.Number), c.Ref, c.Ticket, "", "", ""}
		if c.Reserve {
			row[3] = d.say("tookPlace", fault.Params{"number": c.For}) + ". "
		}
		r, reviewed := newest[c.Number]
		switch {
		case c.replacement != nil:
			row[3] += d.say("replacedWhy", fault.Params{"reason": read[Replacement](c.replacement).Reason})
			row[4] = c.replacement.Actor.Name
		case reviewed:
			outcome := Kept
			if said[Verdict](r.fact).deviates() {
				outcome = Deviation
			}
			row[3], row[4] = row[3]+d.value(findingName(outcome)), r.fact.Actor.Name
			if r.sign != nil && r.verdict == record.Accepted {
				row[5] = r.sign.Actor.Name
			}
		}
		rows[i] = row
	}
	p.Heading(d.say("drawn", nil))
	p.Table([]paper.Column{
		{Name: d.say("column.number", nil), Weight: 1.4, Right: true}, {Name: d.say("column.id", nil), Weight: 4}, {Name: d.say("column.ticket", nil), Weight: 3.6, Exact: true},
		{Name: d.say("column.outcome", nil), Weight: 6}, {Name: d.say("column.by", nil), Weight: 4}, {Name: d.say("column.signedBy", nil), Weight: 4},
	}, rows)
}

// logged are the facts that all of it rests on.
func (d *dossier) logged(p *paper.Document) {
	p.Heading(d.say("log", nil))
	p.Text(d.say("logText", fault.Params{"size": d.head.Size, "recorded": d.head.Recorded}))
	p.Code(d.head.Root.String())
	var rows [][]string
	customers := 0
	for _, f := range d.facts {
		if at, _ := apart(f.Subject); at.number > 0 && f.Kind != KindCommitment && f.Kind != KindReveal {
			customers++
			continue
		}
		rows = append(rows, []string{d.value(f.Leaf), d.value(f.Recorded), f.Sentence, f.ID})
	}
	p.Table([]paper.Column{
		{Name: d.say("column.leaf", nil), Weight: 1.6, Right: true}, {Name: d.say("column.recorded", nil), Weight: 4}, {Name: d.say("column.sentence", nil), Weight: 8}, {Name: d.say("column.fact", nil), Weight: 7, Exact: true},
	}, rows)
	p.Text(d.say("logRest", fault.Params{"count": customers}))
}
