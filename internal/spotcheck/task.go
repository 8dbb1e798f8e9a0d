package spotcheck

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// TaskSpotcheck is the kind of task that spot checks give.
const TaskSpotcheck record.TaskKind = "spotcheck"

// Tasks lists what the reader can do next in rounds of spot checks, and about what
// they found.
func (h Handlers) Tasks(ctx context.Context, c *contract.Contract, reader record.Reader) ([]record.Task, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, time.Time{}, append(kinds(), findingKinds()...)...)
	if err != nil {
		return nil, err
	}
	var tasks []record.Task
	all := rounds(facts)
	for _, subject := range slices.Sorted(maps.Keys(all)) {
		r := all[subject]
		if c.Goal(r.Goal) != nil {
			tasks = append(tasks, asker{r, reader}.ofRound(r.State(web.Now(ctx)))...)
		}
	}
	followed := findings(facts)
	for _, subject := range slices.Sorted(maps.Keys(followed)) {
		f := followed[subject]
		if r := all[RoundOf(f.goal, f.round)]; r != nil && f.made != nil {
			tasks = append(tasks, asker{r, reader}.ofFinding(f)...)
		}
	}
	return tasks, nil
}

// asker makes the tasks that a round gives a reader.
type asker struct {
	r      *Round
	reader record.Reader
}

// task is one about the fact; what names its words in the catalogue.
func (a asker) task(what string, f *ledger.Fact, params fault.Params) record.Task {
	return record.Task{
		ID: what + ":" + f.ID, Kind: TaskSpotcheck, Title: a.r.Plan().Title, What: catalogue.Text(a.reader.Lang, "task.what.spotcheck_"+what, params),
		Goal: a.r.Goal, Subject: f.Subject, Day: f.Day, Fact: f.ID, Evidence: []record.Link{},
		Address: "goals/" + url.PathEscape(a.r.Goal) + "/spotchecks/" + url.PathEscape(a.r.Name),
	}
}

func (a asker) may(operation string) bool { return a.reader.May(operation, a.r.Goal) }

// ofRound are those that the round's state gives.
func (a asker) ofRound(state State) []record.Task {
	switch state {
	case Planned, Fixed:
		return a.toDraw()
	case Reviewing:
		var tasks []record.Task
		tasks = append(tasks, a.toReview()...)
		tasks = append(tasks, a.toSign()...)
		for _, c := range a.r.Customers {
			tasks = append(tasks, a.aboutCustomer(c)...)
		}
		return tasks
	case Concluded:
		if a.r.response == nil && a.may(opRespond) {
			t := a.task("respond", a.r.conclusion, nil)
			t.Waits = true
			return []record.Task{t}
		}
	case Abandoned:
	}
	return nil
}

// toDraw asks the two people for their parts, and whoever may for the draw.
func (a asker) toDraw() []record.Task {
	if !a.may(opPlan) || a.r.Plan().Source != FromPeople {
		return nil
	}
	both := a.r.commitments[0] != nil && a.r.commitments[1] != nil
	if both && a.r.reveals[0] != nil && a.r.reveals[1] != nil {
		return []record.Task{a.task("draw", a.r.plan, nil)}
	}
	for i, p := range a.r.Plan().People {
		switch {
		case p.Subject != a.reader.Subject || i > 1:
		case a.r.commitments[i] == nil:
			t := a.task("commit", a.r.plan, nil)
			t.Waits = a.r.commitments[1-i] != nil
			return []record.Task{t}
		case both && a.r.reveals[i] == nil:
			t := a.task("reveal", a.r.commitments[i], nil)
			t.Waits = true
			return []record.Task{t}
		}
	}
	return nil
}

// toReview asks for the customers that are the reader's or nobody's.
func (a asker) toReview() []record.Task {
	if !a.may(opReview) {
		return nil
	}
	count, mine := 0, 0
	for _, c := range a.r.Customers {
		if c.State() != Waiting {
			continue
		}
		switch {
		case c.assignment == nil:
			count++
		case read[Assignment](c.assignment).To.Subject == a.reader.Subject:
			count, mine = count+1, mine+1
		}
	}
	if count == 0 {
		return nil
	}
	t := a.task("review", a.r.draw, fault.Params{"count": count})
	if mine > 0 {
		t.Beside = catalogue.Text(a.reader.Lang, "task.beside.spotcheck_mine", fault.Params{"count": mine})
	}
	return []record.Task{t}
}

// toSign asks for others' reviews, but where the customer can still answer.
func (a asker) toSign() []record.Task {
	count := 0
	var oldest *ledger.Fact
	for _, c := range a.r.Customers {
		if c.State() != Reviewed || c.Hearing(a.reader.Today) == HearingOpen || !a.reader.MayVerify(opSign, a.r.Goal, c.verdict.Actor) {
			continue
		}
		if count++; oldest == nil || c.verdict.Leaf < oldest.Leaf {
			oldest = c.verdict
		}
	}
	if count == 0 {
		return nil
	}
	t := a.task("sign", oldest, fault.Params{"count": count})
	t.Waits = true
	return []record.Task{t}
}

// aboutCustomer asks who reviewed a customer for what came back: a question, the
// customer's answer, or none in time.
func (a asker) aboutCustomer(c *Customer) []record.Task {
	if c.verdict == nil || c.verdict.Actor.Subject != a.reader.Subject || !a.may(opReview) {
		return nil
	}
	params := fault.Params{"number": strconv.Itoa(c.Number)}
	switch state, hearing := c.State(), c.Hearing(a.reader.Today); {
	case state == Returned:
		t := a.task("returned", c.signature, params)
		v, _ := record.VerificationOf(*c.signature)
		t.Waits, t.Question = true, v.Note
		return []record.Task{t}
	case state == Reviewed && (hearing == HearingAnswered || hearing == HearingLate) && c.heard.answered().Leaf > c.verdict.Leaf:
		t := a.task("heard", c.heard.answered(), params)
		t.Waits = true
		return []record.Task{t}
	case state == Reviewed && hearing == HearingUnheard:
		t := a.task("unheard", c.heard.opened, params)
		t.Day = read[Hearing](c.heard.opened).Deadline
		return []record.Task{t}
	}
	return nil
}

// ofFinding asks the owner for the measure, another for the look at it, and tells who
// made it that it is overdue.
func (a asker) ofFinding(f *found) []record.Task {
	b := f.followUp()
	params := fault.Params{"number": strconv.Itoa(f.number), "owner": b.Owner.Name}
	var t record.Task
	switch mine := b.Owner.Subject == a.reader.Subject; {
	case f.State() == FindingOpen && mine && a.may(opMeasure):
		t = a.task("finding", f.made, params)
		t.Day, t.Late, t.Question, t.Waits = b.Deadline, f.Overdue(a.reader.Today), f.question(), f.question() != ""
	case f.Overdue(a.reader.Today) && f.made.Actor.Subject == a.reader.Subject && a.may(opReview):
		t = a.task("overdue", f.made, params)
		t.Day, t.Late = b.Deadline, true
	case f.recheckedBy(a.reader):
		t = a.task("recheck", f.reported, params)
		t.Waits = true
	default:
		return nil
	}
	t.Beside = clauseTitle(a.r.Plan(), f.clause)
	t.Address = "goals/" + url.PathEscape(f.goal) + "/findings"
	return []record.Task{t}
}
