package agreement

import (
	"context"
	"strconv"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// The kinds of task that this slice has.
const (
	TaskDecide record.TaskKind = "amendment"
	TaskRedo   record.TaskKind = "amendment_redo"  // one's own, which can no longer be agreed to
	TaskWaits  record.TaskKind = "amendment_waits" // one's own, which others are to answer
)

// Tasks lists the proposals that the reader may answer for a party, and the
// reader's own that are not settled.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	if !r.May(opAgree, "") && !r.May(opApprove, "") && !r.May(opPropose, "") {
		return nil, nil
	}
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, amendmentKinds()...)
	if err != nil {
		return nil, err
	}
	versions, err := h.Store.Versions(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	var tasks []record.Task
	for _, l := range lines(Amendments(facts), newestOf(versions), r) {
		if t, ok := l.task(c, r); ok {
			tasks = append(tasks, t)
		}
	}
	return tasks, nil
}

// task says what a proposal asks of the reader, if anything. What can no longer
// be agreed to waits for nobody but whoever proposed it.
func (l AmendmentLine) task(c *contract.Contract, r record.Reader) (record.Task, bool) {
	number := strconv.Itoa(l.Number)
	t := record.Task{
		Kind: TaskDecide, Subject: number, Day: l.From,
		Title:  catalogue.Text(r.Lang, "task.amendment", map[string]any{"number": l.Number, "from": l.From}),
		Beside: l.Obstacle, Claim: &l.Proposed, Evidence: []record.Link{}, Address: "amendments/" + number,
	}
	if l.Base == 0 {
		t.Title = catalogue.Text(r.Lang, "task.founding", map[string]any{"number": l.Number, "title": c.Title})
	}
	own := l.May.Withdraw && l.Proposed.Actor.Subject == r.Subject
	switch {
	case own && l.Obstacle != "":
		t.Kind, t.Day, t.Waits = TaskRedo, l.Proposed.Day, true
	case own:
		t.Kind, t.Day, t.Others, t.Beside = TaskWaits, l.Proposed.Day, true, l.awaits(c, r)
	case l.May.Agree || l.May.Approve:
		t.Waits = true
		if len(l.Changes) > 0 {
			t.Beside = l.Changes[0]
		}
	default:
		return record.Task{}, false
	}
	t.ID, t.What = string(t.Kind)+":"+number, catalogue.Text(r.Lang, "task.what."+string(t.Kind), nil)
	return t, true
}

// awaits names the parties that have not answered.
func (l AmendmentLine) awaits(c *contract.Contract, r record.Reader) string {
	key := "task.amendment.both"
	switch {
	case l.Agency != nil:
		key = "task.amendment.department"
	case l.Department != nil:
		key = "task.amendment.agency"
	}
	return catalogue.Text(r.Lang, key, map[string]any{"agency": c.Agency.Name, "department": c.Department.Name})
}
