package spotcheck

import (
	"encoding/json"
	"slices"
	"time"

	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/sampling"
)

// The bounds of a plan.
const (
	mostSample  = 2_000
	mostClauses = 40
	shortClause = 80
)

// Clause is a line of the checklist: a rule that the customer's access rests on, and
// what shows that it is kept.
type Clause struct {
	ID       string `json:"id" doc:"Its own within the checklist: a, b, c …"`
	Title    string `json:"title"`
	Evidence string `json:"evidence,omitempty" doc:"What shows that it is kept."`
}

// Method is how the size of a sample comes about.
type Method string

// The methods.
const (
	ByDetection Method = "detection" // large enough to detect the design number
	ByNumber    Method = "number"    // a given number
	ByAll       Method = "all"       // all customers of a stratum
)

// Allocation is how a sample is shared out over strata.
type Allocation string

// The allocations.
const (
	Proportional Allocation = "proportional"
	Equal        Allocation = "equal"
	Given        Allocation = "given"
)

// Selection is by which chances customers are drawn.
type Selection string

// The selections.
const (
	Evenly   Selection = ""       // each with the same, and nobody twice
	ByVolume Selection = "volume" // in proportion to their volume, with replacement
)

// Source is where the random value comes from.
type Source string

// The sources.
const (
	FromPeople Source = "people" // two people's secrets, committed to first
	FromPublic Source = "public" // a value that is published later
)

// Participant is somebody who takes part in a round.
type Participant struct {
	Subject string `json:"subject"`
	Name    string `json:"name"`
}

// Share is the part of a sample that a stratum gets.
type Share struct {
	Stratum    string `json:"stratum"`
	Population int64  `json:"population"`
	Size       int64  `json:"size"`
}

// RoundPlan is the body of a spotcheck.plan. What follows from the rest is filled in when
// it is recorded.
type RoundPlan struct {
	Title      string        `json:"title"`
	Question   string        `json:"question" doc:"What the round is to answer."`
	Population string        `json:"population" doc:"The fact of the list that is drawn from."`
	Checklist  []Clause      `json:"checklist" nullable:"false"`
	Method     Method        `json:"method" enum:"detection,number,all"`
	Confidence *exact.Rat    `json:"confidence" doc:"0.95 for 95 %."`
	Share      *exact.Rat    `json:"share,omitempty" doc:"By detection: the smallest share of deviating customers to be detected, 0.05 for 5 %."`
	Design     int64         `json:"design,omitempty" doc:"By detection: the smallest number of deviating customers to be detected; filled in from the share."`
	Accept     int64         `json:"accept,omitempty" doc:"Deviations that are expected."`
	Size       int64         `json:"size,omitempty" doc:"By number: how many; otherwise filled in."`
	Selection  Selection     `json:"selection,omitempty" enum:",volume" doc:"By volume the size is a number of picks, of which several may hit the same customer; the share is one of the volume."`
	Volume     int64         `json:"volume,omitempty" doc:"By volume: that of all customers; filled in."`
	Column     string        `json:"column,omitempty" doc:"The column of the list that makes the strata."`
	Only       string        `json:"only,omitempty" doc:"Of all: the stratum."`
	Allocation Allocation    `json:"allocation,omitempty" enum:",proportional,equal,given"`
	Shares     []Share       `json:"shares,omitempty" doc:"The strata; given sizes are sent, others filled in."`
	Source     Source        `json:"source" enum:"people,public"`
	People     []Participant `json:"people,omitempty" doc:"From people: the two."`
	Announced  string        `json:"announced,omitempty" doc:"From a public value: which one, in words."`
	At         *time.Time    `json:"at,omitempty" doc:"From a public value: when it is published."`
	Follows    string        `json:"follows,omitempty" doc:"The round that this one follows."`
	Customers  int64         `json:"customers,omitempty" doc:"How many can be drawn; filled in."`
}

// PlanOf reads a recorded plan.
func PlanOf(f *ledger.Fact) RoundPlan { return read[RoundPlan](f) }

// check holds the plan against the list, and fills in what follows.
func (p *RoundPlan) check(l Population, now time.Time, c *record.Checks) {
	c.Needed("title", &p.Title, record.ShortText, "field.needed")
	c.Needed("question", &p.Question, record.LongText, "field.needed")
	c.Text("follows", &p.Follows, record.ShortText)
	p.checkList(c)
	p.checkSource(now, c)
	p.size(l, c)
}

// size holds what the size rests on against the list, and works it out.
func (p *RoundPlan) size(l Population, c *record.Checks) {
	p.Customers = l.Rows
	if p.Confidence == nil || p.Confidence.Sign() <= 0 || !p.Confidence.Less(exact.Int(1)) {
		c.Add("confidence", "spotcheck.confidence", nil)
	}
	p.checkSelection(l, c)
	p.checkColumn(l, c)
	if c.Err() != nil {
		return
	}
	p.reckon(l, c)
}

// checkSelection holds that there is a volume to select by, and nothing that does not
// go with it.
func (p *RoundPlan) checkSelection(l Population, c *record.Checks) {
	p.Volume = 0
	if p.Selection == Evenly || p.Method == ByAll {
		p.Selection = Evenly
		return
	}
	if p.Selection != ByVolume {
		c.Add("selection", "spotcheck.selection", nil)
		return
	}
	if l.Volume < 1 {
		c.Add("selection", "spotcheck.no_volume", nil)
	}
	if p.Method == ByDetection && p.Share == nil {
		c.Add("share", "spotcheck.share_of_volume", nil)
	}
	p.Volume, p.Column, p.Design = l.Volume, "", 0
}

func (p *RoundPlan) checkList(c *record.Checks) {
	if len(p.Checklist) == 0 {
		c.Add("checklist", "spotcheck.no_clauses", nil)
	}
	if len(p.Checklist) > mostClauses {
		c.Add("checklist", "field.too_many", fault.Params{"most": mostClauses})
		return
	}
	for i := range p.Checklist {
		clause := &p.Checklist[i]
		field := at("checklist", i)
		clause.ID = string(rune('a'+i%26)) + suffix(i/26)
		c.Needed(field+".title", &clause.Title, record.ShortText, "field.needed")
		c.Text(field+".evidence", &clause.Evidence, record.LongText)
	}
}

func (p *RoundPlan) checkSource(now time.Time, c *record.Checks) {
	switch p.Source {
	case FromPeople:
		p.Announced, p.At = "", nil
		if len(p.People) != 2 || p.People[0].Subject == p.People[1].Subject || p.People[0].Subject == "" || p.People[1].Subject == "" {
			c.Add("people", "spotcheck.two_people", nil)
		}
	case FromPublic:
		p.People = nil
		c.Needed("announced", &p.Announced, record.ShortText, "spotcheck.announced")
		if p.At == nil || !p.At.After(now) {
			c.Add("at", "spotcheck.at", nil)
		}
	default:
		c.Add("source", "spotcheck.source", nil)
	}
}

// checkColumn holds that the strata are the list's.
func (p *RoundPlan) checkColumn(l Population, c *record.Checks) {
	if p.Column == "" {
		p.Shares, p.Allocation, p.Only = nil, "", ""
		if p.Method == ByAll {
			c.Add("column", "spotcheck.column_needed", nil)
		}
		return
	}
	if p.Method != ByAll {
		p.Only = ""
	}
	column, ok := l.column(p.Column)
	switch {
	case !ok:
		c.Add("column", "spotcheck.column", fault.Params{"columns": l.columnNames()})
	case p.Method == ByAll:
		p.Allocation = ""
		if p.Only == "" || column.count(p.Only) == 0 {
			c.Add("only", "spotcheck.stratum", fault.Params{"column": p.Column})
		}
	case p.Allocation != Proportional && p.Allocation != Equal && p.Allocation != Given:
		c.Add("allocation", "spotcheck.allocation", nil)
	}
}

// reckon works out the size and the strata's shares.
func (p *RoundPlan) reckon(l Population, c *record.Checks) {
	column, _ := l.column(p.Column)
	switch p.Method {
	case ByAll:
		p.Size, p.Design, p.Share, p.Accept = column.count(p.Only), 0, nil, 0
		p.Customers = p.Size
		p.Shares = []Share{{p.Only, p.Size, p.Size}}
	case ByNumber:
		p.Design, p.Share, p.Accept = 0, nil, 0
		if p.Allocation == Given {
			p.Size = 0
			for _, s := range p.Shares {
				p.Size += s.Size
			}
		}
	case ByDetection:
		p.detect(l, c)
	default:
		c.Add("method", "spotcheck.method", nil)
	}
	if c.Err() != nil {
		return
	}
	most := p.Customers
	if p.Selection == ByVolume {
		most = max(mostSample, p.Size) // several picks may hit the same customer
	}
	if p.Size < 1 || p.Size > most {
		c.Add("size", "spotcheck.size", fault.Params{"most": most})
		return
	}
	if p.Size > mostSample {
		c.Add("size", "spotcheck.too_large", fault.Params{"size": p.Size, "most": mostSample})
		return
	}
	if p.Method != ByAll && p.Column != "" {
		p.share(column, c)
	}
}

func (p *RoundPlan) detect(l Population, c *record.Checks) {
	if p.Selection == ByVolume {
		p.detectVolume(c)
		return
	}
	if p.Share != nil {
		design, err := sampling.DesignNumber(l.Rows, *p.Share)
		if err != nil {
			c.Add("share", "spotcheck.share", nil)
			return
		}
		p.Design = design
	}
	if p.Design < 1 || p.Design > l.Rows {
		c.Add("design", "spotcheck.design", fault.Params{"most": l.Rows})
		return
	}
	if p.Accept < 0 || p.Accept >= p.Design {
		c.Add("accept", "spotcheck.accept", fault.Params{"most": p.Design - 1})
		return
	}
	size, err := sampling.Size(sampling.Plan{Population: l.Rows, Design: p.Design, Accept: p.Accept, Confidence: *p.Confidence})
	if err != nil {
		c.Add("confidence", "spotcheck.confidence", nil)
		return
	}
	p.Size = size
}

// share shares the sample out over the strata.
func (p *RoundPlan) share(column Column, c *record.Checks) {
	given := map[string]int64{}
	for _, s := range p.Shares {
		given[s.Stratum] = s.Size
	}
	p.Shares = make([]Share, len(column.Values))
	strata := make([]sampling.Stratum, len(column.Values))
	for i, v := range column.Values {
		p.Shares[i] = Share{Stratum: v.Value, Population: v.Count}
		strata[i] = sampling.Stratum{Name: v.Value, Population: v.Count}
	}
	switch p.Allocation {
	case Equal:
		equally(p.Size, p.Shares)
	case Given:
		p.give(given, c)
	default:
		sizes, err := sampling.Allocate(p.Size, strata)
		if err != nil {
			c.Add("size", "spotcheck.size", fault.Params{"most": p.Customers})
			return
		}
		for i, n := range sizes {
			p.Shares[i].Size = n
		}
	}
}

// give takes the sizes that were given, which add up to the sample.
func (p *RoundPlan) give(given map[string]int64, c *record.Checks) {
	sum := int64(0)
	for i := range p.Shares {
		s := &p.Shares[i]
		s.Size = given[s.Stratum]
		if s.Size < 0 || s.Size > s.Population {
			c.Add(at("shares", i), "spotcheck.size", fault.Params{"most": s.Population})
		}
		sum += s.Size
	}
	if sum != p.Size {
		c.Add("shares", "spotcheck.sum", fault.Params{"sum": sum, "size": p.Size})
	}
}

// equally gives each stratum the same, as far as it has so many; what a small one
// lacks goes to the others, and what is left over one each to the largest.
func equally(size int64, shares []Share) {
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(min(1, max(-1, shares[b].Population-shares[a].Population)))
	})
	for left := size; left > 0; {
		before := left
		for _, i := range order {
			if left > 0 && shares[i].Size < shares[i].Population {
				shares[i].Size++
				left--
			}
		}
		if left == before {
			return
		}
	}
}

// read returns what a fact says; nothing where there is none.
func read[T any](f *ledger.Fact) T {
	var body T
	if f == nil || json.Unmarshal(f.Body, &body) != nil {
		var nothing T // a recorded body has been through its kind's rule
		return nothing
	}
	return body
}
