package discussion

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// The kinds of fact that this slice writes.
const (
	KindComment    = "discussion.comment"
	KindQuestion   = "discussion.question"
	KindAnswer     = "discussion.answer"
	KindWithdrawal = "discussion.withdrawal"
)

const opWrite = "discussion.write"

// kinds lists them for reading.
func kinds() []string { return []string{KindComment, KindQuestion, KindAnswer, KindWithdrawal} }

// People answers who sees a contract and can be asked about it.
type People func(ctx context.Context, contractID string) ([]Person, error)

// Kinds gives the ledger this slice's kinds with their rules.
func Kinds(people People) []ledger.Kind {
	kind := func(name string, check func(context.Context, ledger.Moment) (any, error)) ledger.Kind {
		return ledger.Kind{Name: name, Operation: opWrite, Goal: goalOf, Check: check}
	}
	return []ledger.Kind{
		kind(KindComment, checkComment), kind(KindQuestion, people.checkQuestion),
		kind(KindAnswer, checkAnswer), kind(KindWithdrawal, checkWithdrawal),
	}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	goal, name := apart(subject)
	if c.Goal(goal) == nil {
		return "", fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(goal, 60)})
	}
	if name == "" {
		return "", fault.New(fault.NotFound, "discussion.unknown", nil)
	}
	return goal, nil
}

func checkComment(_ context.Context, m ledger.Moment) (any, error) {
	var b Comment
	c := begin(m, &b)
	c.Needed("text", &b.Text, record.LongText, "field.needed")
	if err := c.Err(); err != nil {
		return nil, err
	}
	return b, own(m, m.Previous)
}

func (p People) checkQuestion(ctx context.Context, m ledger.Moment) (any, error) {
	var b Question
	c := begin(m, &b)
	c.Needed("text", &b.Text, record.LongText, "field.needed")
	t, err := threadOf(ctx, m)
	if err != nil {
		return nil, err
	}
	if !mayMove(t.state(), Open) {
		c.Add("text", "discussion.closed", nil)
	}
	if err := p.find(ctx, m, &b.To, &c); err != nil {
		return nil, err
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	return b, own(m, m.Previous)
}

// find names the person asked, who must be one of those who see the contract and
// somebody else than who asks.
func (p People) find(ctx context.Context, m ledger.Moment, to *Person, c *record.Checks) error {
	if to.Subject == "" {
		c.Add("to", "discussion.to", nil)
		return nil
	}
	if to.Subject == m.Person.Subject() {
		c.Add("to", "discussion.self", nil)
		return nil
	}
	people, err := p(ctx, m.Contract.ID)
	if err != nil {
		return err
	}
	for _, one := range people {
		if one.Subject == to.Subject {
			*to = one
			return nil
		}
	}
	c.Add("to", "discussion.to", nil)
	return nil
}

func checkAnswer(ctx context.Context, m ledger.Moment) (any, error) {
	var b Answer
	c := begin(m, &b)
	c.Needed("text", &b.Text, record.LongText, "field.needed")
	t, err := judged(ctx, m, b.Question, Answered, &c)
	if err != nil {
		return nil, err
	}
	if t.asked().Subject != m.Person.Subject() {
		return nil, fault.New(fault.Forbidden, "discussion.not_asked", fault.Params{"who": t.asked().Name})
	}
	return b, nil
}

func checkWithdrawal(ctx context.Context, m ledger.Moment) (any, error) {
	var b Withdrawal
	c := begin(m, &b)
	c.Text("text", &b.Text, record.LongText)
	t, err := judged(ctx, m, b.Question, Withdrawn, &c)
	if err != nil {
		return nil, err
	}
	return b, own(m, t.question)
}

// judged finds the thread that an answer or a withdrawal is of, and holds that it
// is of the question as it stands.
func judged(ctx context.Context, m ledger.Moment, question string, to State, c *record.Checks) (*thread, error) {
	t, err := threadOf(ctx, m)
	if err != nil {
		return nil, err
	}
	switch {
	case t.state() == Unasked:
		return nil, fault.New(fault.NotFound, "discussion.unknown", nil)
	case !mayMove(t.state(), to):
		c.Add("question", "discussion.closed", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if t.question.ID != question {
		return nil, fault.New(fault.Conflict, "discussion.rephrased", nil).
			With(ledger.Stale{Current: t.question, Proposed: m.Submission})
	}
	return t, nil
}

// begin decodes a body and checks the day, which is the one it is said on or an
// earlier one.
func begin(m ledger.Moment, into any) record.Checks {
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, into)}
	c.Day(m.Submission.Day, calendar.Date{}, calendar.DateOf(m.Now))
	return c
}

// own lets a person put right what they said themselves, and nobody else.
func own(m ledger.Moment, said *ledger.Fact) error {
	if said != nil && said.Actor.Subject != m.Person.Subject() {
		return fault.New(fault.Forbidden, "discussion.not_yours", nil)
	}
	return nil
}

func threadOf(ctx context.Context, m ledger.Moment) (*thread, error) {
	facts, err := m.Facts.Newest(ctx, m.Contract.ID, time.Time{}, kinds()...)
	if err != nil {
		return nil, err
	}
	return threads(facts)[m.Submission.Subject], nil
}
