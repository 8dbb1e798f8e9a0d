package scorecard

import (
	"sort"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// newestChanges is how many of the newest facts the overview shows.
const newestChanges = 10

// overview builds the page with the newest facts, the newest last, and what the
// reader can do.
func (p *page) overview(changes []ledger.Fact, tasks []record.Task) Overview {
	o := Overview{
		Contract: p.contractLine(), AsOf: p.asOf(), Today: p.view.Today, Head: p.head,
		Total: totalsOf(p.card.Total), Calculated: totalsOf(p.card.Calculated),
		Blocks: p.blocks(p.contract.Blocks), Deadlines: deadlines(p.contract),
		Overdue: p.overdue(), Tasks: tasks, Changes: p.wireAll(newestFirst(changes)),
	}
	for _, b := range o.Blocks {
		for _, g := range b.Goals {
			o.Counts.add(g)
			o.Differs = o.Differs || differs(g)
		}
	}
	for _, late := range o.Overdue {
		if late.Step != "" {
			o.Counts.Late++
		}
	}
	o.NextDeadline = next(o.Deadlines, p.view.Day)
	return o
}

func (c *Counts) add(g GoalLine) {
	c.Goals++
	switch g.State {
	case Kept:
		c.Kept++
	case Partly:
		c.Partly++
	case NotKept:
		c.NotKept++
	default:
		c.Open++
	}
}

// differs reports whether management's degree is another than the rule's.
func differs(g GoalLine) bool {
	return g.Assessed != "" && !(g.Calculated.Known && g.Calculated.Worst.Equal(g.Degree.Worst))
}

func newestFirst(facts []ledger.Fact) []ledger.Fact {
	list := append([]ledger.Fact{}, facts...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Leaf > list[j].Leaf })
	return list
}

// next returns the first deadline that has not passed.
func next(list []Deadline, day calendar.Date) *Deadline {
	var first *Deadline
	for i := range list {
		d := &list[i]
		if d.Due.IsZero() || d.Due.Before(day) {
			continue
		}
		if first == nil || d.Due.Before(first.Due) {
			first = d
		}
	}
	return first
}

func (p *page) contractLine() ContractLine {
	c := p.contract
	return ContractLine{
		ID: c.ID, Title: c.Title, Agency: c.Agency.Name, Department: c.Department.Name,
		From: c.Period.From, To: c.Period.To, Signed: c.Signed, Version: c.Version, Demo: p.view.Demo,
	}
}

func (p *page) asOf() AsOf { return AsOf{p.view.Day, p.view.AsOf, p.view.Past} }

// blocks flattens nested blocks in the paper's order; an inner block carries its
// outer one's title before its own.
func (p *page) blocks(blocks []contract.Block) []Block {
	list := []Block{}
	for i := range blocks {
		b := &blocks[i]
		if len(b.Goals) > 0 {
			block := Block{ID: b.ID, Title: b.Title, Goals: []GoalLine{}}
			for j := range b.Goals {
				block.Goals = append(block.Goals, p.goalLine(&b.Goals[j]))
			}
			list = append(list, block)
		}
		for _, inner := range p.blocks(b.Blocks) {
			if b.Title != "" {
				inner.Title = b.Title + " · " + inner.Title
			}
			list = append(list, inner)
		}
	}
	return list
}
