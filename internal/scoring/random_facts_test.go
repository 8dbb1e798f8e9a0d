package scoring

import (
	"fmt"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// slot is one thing of a contract that a fact can decide.
type slot struct {
	about string // names it, once in the contract
	draw  func(r *random) Fact
}

// slots are everything that facts can decide. What has a rule of its own is not
// decided by an assessment, which stands beside it.
func slots(c *contract.Contract) []slot {
	var list []slot
	for _, g := range c.Goals() {
		if g.Combine.By == contract.AssessedAlone {
			list = append(list, slot{"goal " + g.ID, func(r *random) Fact {
				return Fact{Subject: g.ID, Value: Assessment{Degree: oneOf(r, "assessed", exact.Rat{}, exact.Int(50), exact.Int(100))}}
			}})
		}
		for i := range g.Requirements {
			list = append(list, slotsOf(c, &g.Requirements[i])...)
		}
	}
	return list
}

func slotsOf(c *contract.Contract, req *contract.Requirement) []slot {
	var list []slot
	for i := range req.Items {
		for j := range req.Items[i].Steps {
			list = append(list, slotsOfStep(&req.Items[i].Steps[j])...)
		}
	}
	if t := req.TargetFor(c.Year()); t != nil && t.Benchmark != "" || len(req.Targets) > 0 && req.Targets[0].Benchmark != "" {
		list = append(list, slot{"benchmark " + req.ID, func(r *random) Fact {
			return Fact{Subject: req.ID, Value: Benchmark{r.rat("benchmark", 0, 100)}}
		}})
	}
	days := []calendar.Date{c.Period.To}
	switch {
	case req.Measure == contract.Milestones:
		return list
	case req.Measure == contract.MonthlyCount:
		for _, m := range c.Period.Months() {
			list = append(list, slot{req.ID + m.String(), func(r *random) Fact {
				return Fact{Subject: req.ID, Day: m.Last(), Value: MonthCount{Month: m, Count: int64(r.int("count", 0, 60))}}
			}})
		}
		return list
	case req.Over != nil:
		days = nil
		for _, s := range req.Spans(c) {
			days = append(days, s.To)
		}
	}
	for _, day := range days {
		list = append(list, slot{req.ID + day.String(), func(r *random) Fact { return r.figure(req, day) }})
	}
	return list
}

func slotsOfStep(s *contract.Step) []slot {
	list := []slot{{"step " + s.ID, func(r *random) Fact {
		day := calendar.MustDate("2014-03-01").AddDays(r.int("done", 0, 120))
		return Fact{Subject: s.ID, Day: day, Value: StepReport{Status: oneOf(r, "status", Done, Done, Dropped)}}
	}}}
	if s.After != nil {
		list = append(list, slot{"event " + s.ID, func(r *random) Fact {
			day := calendar.MustDate("2014-03-01").AddDays(r.int("event day", 0, 60))
			return Fact{Subject: s.ID, Day: day, Value: Event{Never: r.int("never", 0, 3) == 0}}
		}})
	}
	return list
}

// figure is a final one; some rest on too little.
func (r *random) figure(req *contract.Requirement, day calendar.Date) Fact {
	whole := int64(r.int("whole", 1, 60))
	part := int64(r.int("part", 0, int(whole)))
	f := Fact{Subject: req.ID, Day: day, Basis: Basis{part, whole}}
	switch req.Measure {
	case contract.Timeliness:
		f.Value = CaseShare{part, whole, true}
	case contract.Survey:
		f.Value, f.Basis.Whole = SurveyShare{part, whole, true}, whole+int64(r.int("silent", 0, 40))
	case contract.Deviation:
		f.Value = Spending{Budget: whole, Spent: part, Final: true}
	case contract.YesNo:
		f.Value = Answer{r.yes("answer")}
	case contract.Verbal:
		f.Value = LevelReached{oneOf(r, "level", "none", "some", "all")}
	default:
		f.Value = Quantity{Value: r.rat("figure", 0, 120), Final: true}
	}
	return f
}

// facts decides some of the slots, and returns those that it left open.
func (r *random) facts(c *contract.Contract) (facts []Fact, open []slot) {
	often := r.int("of ten", 0, 10)
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			if req := &g.Requirements[i]; req.Fallback != "" && r.yes("missing") {
				facts = append(facts, r.fact(slot{draw: func(*random) Fact { return Fact{Subject: req.ID, Value: NoIndicator{}} }}, len(facts)))
			}
		}
	}
	for _, s := range slots(c) {
		if r.int("decide", 1, 10) > often {
			open = append(open, s)
			continue
		}
		facts = append(facts, r.fact(s, len(facts)))
	}
	return facts, open
}

func (r *random) fact(s slot, n int) Fact {
	f := s.draw(r)
	f.ID, f.Recorded = fmt.Sprintf("f%03d", n), calendar.MustDate("2014-01-01").AddDays(n).Start()
	return f
}
