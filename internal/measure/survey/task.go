package survey

import (
	"context"
	"net/url"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
)

// TaskSurvey is the kind of task that a survey of one's own gives.
const TaskSurvey record.TaskKind = "survey"

// remindBefore is how many days before the last one people are reminded.
const remindBefore = 7

// Tasks lists what the reader can do next about surveys of their own.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, reader record.Reader) ([]record.Task, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, ownKinds...)
	if err != nil {
		return nil, err
	}
	var tasks []record.Task
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			run := runOf(facts, g.Requirements[i].ID)
			if run == nil || run.Stage() == Closed || !reader.May(opRun, g.ID) {
				continue
			}
			if t, ok := taskOf(run, g, &g.Requirements[i], reader); ok {
				tasks = append(tasks, t)
			}
		}
	}
	return tasks, nil
}

// taskOf is what the run asks for next: to be sent, to be closed once its last day has
// passed, and shortly before that a reminder.
func taskOf(run *Run, g *contract.Goal, r *contract.Requirement, reader record.Reader) (record.Task, bool) {
	what, day := "survey_send", run.Fact.Day
	switch {
	case run.Plan.Closes.Before(reader.Today):
		what, day = "survey_close", run.Plan.Closes
	case run.Invitation == nil:
	case InvitationOf(run.Invitation).Reminder || reader.Today.Before(run.Plan.Closes.AddDays(-remindBefore)):
		return record.Task{}, false
	default:
		what, day = "survey_remind", run.Plan.Closes
	}
	return record.Task{
		ID: what + ":" + run.Fact.ID, Kind: TaskSurvey, Title: measure.Name(g, r), What: catalogue.Text(reader.Lang, "task.what."+what, nil),
		Goal: g.ID, Subject: r.ID, Day: day, Late: what == "survey_close", Fact: run.Fact.ID, Evidence: []record.Link{},
		Address: "goals/" + url.PathEscape(g.ID) + "/survey/" + url.PathEscape(r.ID) + "/run",
	}, true
}
