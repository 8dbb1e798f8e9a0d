package milestone

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// soon is how many days ahead a step becomes a task.
const soon = 14

// Tasks lists what the reader of the lines can do next about steps.
func Tasks(lines []StepLine, r record.Reader) []record.Task {
	var tasks []record.Task
	for _, l := range lines {
		kind, day, ok := l.task(r.Today)
		if !ok {
			continue
		}
		t := record.Task{ID: string(kind) + ":" + l.ID, Kind: kind, Title: l.Name, Goal: l.Goal, Subject: l.ID, Day: day}
		if l.Fact != nil {
			t.Fact = l.Fact.ID
		}
		if l.returned() {
			t.Title = catalogue.Text(r.Lang, "task.returned", map[string]any{"what": l.Name, "note": l.Verification.Note})
		}
		tasks = append(tasks, t)
	}
	return tasks
}

// returned reports whether the reader's report came back with a question.
func (l StepLine) returned() bool {
	return l.CanReport && l.Verification != nil && l.Verification.Verdict == record.Returned
}

func (l StepLine) task(today calendar.Date) (record.TaskKind, calendar.Date, bool) {
	current := l.Current()
	switch {
	case l.CanVerify && l.Status == scoring.Done:
		return record.ToVerify, l.Fact.Day, true
	case l.returned():
		return record.StepDue, l.Verification.Fact.Day, true
	case !l.CanReport || !l.Open() || current.IsZero():
		return "", current, false
	case current.Before(today):
		return record.StepLate, current, true
	case !current.After(today.AddDays(soon)):
		return record.StepDue, current, true
	}
	return "", current, false
}
