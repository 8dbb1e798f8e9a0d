package work

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// Source is a slice that has something for people to do. A part of the app that
// has this method is asked without further wiring.
type Source interface {
	// Tasks lists what the reader can do next in the contract as it is now: only
	// what they may do (Reader.May), and never the second look at their own
	// (Reader.MayVerify).
	Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error)
}

// Sources are all sources; they are one themselves.
type Sources []Source

// Tasks lists what the reader can do next in the contract, what hurts first
// first.
func (s Sources) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	all := []record.Task{}
	for _, source := range s {
		tasks, err := source.Tasks(ctx, c, r)
		if err != nil {
			return nil, err
		}
		all = append(all, tasks...)
	}
	for i := range all {
		if all[i].Evidence == nil {
			all[i].Evidence = []record.Link{}
		}
	}
	record.SortTasks(all, func(t record.Task) record.Task { return t })
	return all, nil
}

// TaskLine is a task with the contract and the goal that it belongs to.
type TaskLine struct {
	record.Task
	Contract  string `json:"contract"`
	Number    string `json:"number" doc:"The goal's, as the contract prints it; empty where the task is about the whole."`
	GoalTitle string `json:"goalTitle"`
}

// SeenContract is a contract on the page.
type SeenContract struct {
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Agency string        `json:"agency"`
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to"`
}

// TaskPage is everything that waits for one person.
type TaskPage struct {
	Today     calendar.Date  `json:"today"`
	Contracts []SeenContract `json:"contracts" nullable:"false" doc:"Those that the person sees."`
	Lines     []TaskLine     `json:"lines" nullable:"false" doc:"What hurts first first."`
}

// add puts a contract with its tasks on the page.
func (p *TaskPage) add(c *contract.Contract, tasks []record.Task) {
	p.Contracts = append(p.Contracts, SeenContract{c.ID, c.Title, c.Agency.Name, c.Period.From, c.Period.To})
	for _, t := range tasks {
		l := TaskLine{Task: t, Contract: c.ID}
		if g := c.Goal(t.Goal); g != nil {
			l.Number, l.GoalTitle = g.Number, g.Title
		}
		p.Lines = append(p.Lines, l)
	}
}
