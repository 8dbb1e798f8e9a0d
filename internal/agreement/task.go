package agreement

import (
	"context"
	"strconv"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// TaskDecide is the kind of task that this slice has.
const TaskDecide record.TaskKind = "amendment"

// Tasks lists the proposals that the reader may answer for a party.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, r record.Reader) ([]record.Task, error) {
	if !r.May(opAgree, "") && !r.May(opApprove, "") {
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
		if l.May.Agree || l.May.Approve {
			tasks = append(tasks, task(l, r))
		}
	}
	return tasks, nil
}

func task(l AmendmentLine, r record.Reader) record.Task {
	number := strconv.Itoa(l.Number)
	t := record.Task{
		ID: string(TaskDecide) + ":" + number, Kind: TaskDecide, Subject: number, Day: l.From, Waits: true,
		What:   catalogue.Text(r.Lang, "task.what.amendment", nil),
		Title:  catalogue.Text(r.Lang, "task.amendment", map[string]any{"number": l.Number, "from": l.From}),
		Beside: l.Obstacle, Claim: &l.Proposed, Evidence: []record.Link{}, Address: "amendments/" + number,
	}
	if t.Beside == "" && len(l.Changes) > 0 {
		t.Beside = l.Changes[0]
	}
	return t
}
