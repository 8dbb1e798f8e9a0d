package milestone

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// The kinds of task that this slice has.
const (
	TaskStep   record.TaskKind = "step"
	TaskVerify record.TaskKind = "verify_step"
)

// soon is how many days ahead a step becomes a task.
const soon = 14

// Tasks lists what the reader of the lines can do next about steps.
func Tasks(lines []StepLine, r record.Reader) []record.Task {
	var tasks []record.Task
	for _, l := range lines {
		if t, ok := l.task(r); ok {
			tasks = append(tasks, t)
		}
	}
	return tasks
}

// returned reports whether the reader's report came back with a question.
func (l StepLine) returned() bool {
	return l.CanReport && l.Verification != nil && l.Verification.Verdict == record.Returned
}

// overdue reports whether the agreed day has passed, wherever the step's date was
// moved to.
func (l StepLine) overdue(today calendar.Date) bool {
	return l.Open() && l.State == scoring.Overdue && !l.Due.IsZero() && l.Due.Before(today) && !l.Current().Before(l.Due)
}

func (l StepLine) task(r record.Reader) (record.Task, bool) {
	t := record.Task{Kind: TaskStep, Title: l.Name, Goal: l.Goal, Subject: l.ID, Day: l.Current(), Evidence: l.Evidence}
	what, form := "task.what.step", "update"
	switch {
	case l.CanVerify && l.Status == scoring.Done:
		t.Kind, t.Day, t.Waits, t.Claim = TaskVerify, l.Fact.Day, true, l.Fact
		what, form = "task.what.verify", "verify"
	case l.returned():
		t.Day, t.Waits, t.Claim, t.Question = l.Verification.Fact.Day, true, l.Fact, l.Verification.Note
		what = "task.what.returned"
	case !l.CanReport || !l.Open() || t.Day.IsZero() || (t.Day.After(r.Today.AddDays(soon)) && !l.overdue(r.Today)):
		return record.Task{}, false
	default:
		t.Late = t.Day.Before(r.Today)
	}
	if !t.Waits && l.overdue(r.Today) {
		t.Day, t.Late = l.Due, true
		if l.Due.Before(l.Current()) {
			t.Beside = catalogue.Text(r.Lang, "task.step.over", map[string]any{"expected": l.Current()})
		}
	}
	if l.Fact != nil {
		t.Fact = l.Fact.ID
	}
	t.ID, t.What = string(t.Kind)+":"+l.ID, catalogue.Text(r.Lang, what, nil)
	t.Address = record.OnGoal(l.Goal, form, l.ID)
	return t, true
}
