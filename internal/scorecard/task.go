package scorecard

import (
	"context"
	"slices"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Waiting answers what a reader can do next in a contract, what hurts first
// first.
type Waiting func(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error)

// TaskAssess is the kind of task that this slice has.
const TaskAssess record.TaskKind = "assess"

// ahead is how many days before the period's end management is asked for the
// degrees that are theirs alone.
const ahead = 30

// tasks asks what waits for the page's reader. Nothing can be done in the past.
func (h Handlers) tasks(ctx context.Context, p *page) ([]record.Task, error) {
	if p.view.Past || h.Waiting == nil {
		return []record.Task{}, nil
	}
	tasks, err := h.Waiting(ctx, p.contract, p.reader())
	if err != nil {
		return nil, err
	}
	return append([]record.Task{}, tasks...), nil
}

// Tasks lists the goals whose degree the reader is to assess.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	p, err := h.Reader.page(ctx, c.ID, web.Moment{Instant: web.Now(ctx), Day: web.Today(ctx)})
	if err != nil {
		return nil, err
	}
	var tasks []record.Task
	for _, g := range p.contract.Goals() {
		if t, ok := p.assessTask(g, r); ok {
			tasks = append(tasks, t)
		}
	}
	return tasks, nil
}

// assessTask asks for a degree where the contract leaves it to management, where
// the period has ended and the rule gives none, and where the rule gives another
// one than management gave before the newest result was known.
func (p *page) assessTask(g *contract.Goal, r record.Reader) (record.Task, bool) {
	score := p.goalScore(g.ID)
	if score == nil || !r.May(opAssess, g.ID) {
		return record.Task{}, false
	}
	t := record.Task{
		ID: string(TaskAssess) + ":" + g.ID, Kind: TaskAssess, Title: g.Title, Goal: g.ID, Subject: g.ID,
		What: catalogue.Text(r.Lang, "task.what.assess", nil), Day: p.contract.Period.To, Evidence: []record.Link{},
		Address: record.OnGoal(g.ID, "assess", g.ID),
	}
	newest := record.Newest(p.facts, KindAssessment)[g.ID]
	if newest != nil {
		t.Fact = newest.ID
	}
	end, day := p.contract.Period.To, p.view.Day
	switch assessed, calculated := score.Assessed, score.Calculated; {
	case assessed != nil && calculated.Known && !calculated.Worst.Equal(assessed.Degree) && p.grewSince(g.ID, newest.Leaf):
		t.Day, t.Waits = newest.Day, true
		t.Beside = p.text("task.assess.differs", map[string]any{"calculated": calculated.Worst, "assessed": assessed.Degree})
	case assessed != nil || calculated.Known:
		return record.Task{}, false
	case byManagement(g) && !day.Before(end.AddDays(-ahead)):
		t.Late, t.Beside = day.After(end), p.text("task.assess.theirs", nil)
	case day.After(end):
		t.Late = true
		t.Beside = p.text("task.assess.open", map[string]any{"worst": calculated.Worst, "best": calculated.Best})
	default:
		return record.Task{}, false
	}
	return t, true
}

// byManagement reports whether the contract leaves the degree, or one it rests
// on, to management.
func byManagement(g *contract.Goal) bool {
	if g.Combine.By == contract.AssessedAlone {
		return true
	}
	return slices.ContainsFunc(g.Requirements, func(r contract.Requirement) bool { return r.Degree.By == contract.ByAssessor })
}

// grewSince reports whether the goal has a newer report than the leaf.
func (p *page) grewSince(goal string, leaf int64) bool {
	for _, f := range p.facts {
		if f.Goal == goal && f.Leaf > leaf && f.Kind != KindAssessment {
			return true
		}
	}
	return false
}
