package discussion

import (
	"sort"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Entry is a comment, or a question with what came of it.
type Entry struct {
	Name        string      `json:"name" doc:"Its own within the goal."`
	Text        string      `json:"text"`
	Fact        record.Fact `json:"fact"`
	To          *Person     `json:"to" doc:"Whom it asks; null for a comment."`
	State       State       `json:"state" enum:",open,answered,withdrawn" doc:"Of a question; empty for a comment."`
	Answer      *Reply      `json:"answer"`
	Withdrawal  *Reply      `json:"withdrawal"`
	CanCorrect  bool        `json:"canCorrect"`
	CanAnswer   bool        `json:"canAnswer"`
	CanWithdraw bool        `json:"canWithdraw"`
}

// Reply is what was said to a question.
type Reply struct {
	Text string      `json:"text"`
	Fact record.Fact `json:"fact"`
}

// Discussion is what was said about a goal.
type Discussion struct {
	Entries  []Entry `json:"entries" nullable:"false" doc:"The oldest first."`
	CanWrite bool    `json:"canWrite"`
}

// of builds the discussion of a goal for its reader.
func of(goal string, facts []ledger.Fact, r record.Reader) Discussion {
	d := Discussion{Entries: []Entry{}, CanWrite: r.May(opWrite, goal)}
	for subject, t := range threads(facts) {
		within, name := apart(subject)
		if within != goal {
			continue
		}
		d.Entries = append(d.Entries, t.entry(name, d.CanWrite, r))
	}
	sort.Slice(d.Entries, func(i, j int) bool { return d.Entries[i].Name < d.Entries[j].Name })
	return d
}

func (t *thread) entry(name string, may bool, r record.Reader) Entry {
	if t.question == nil {
		return Entry{
			Name: name, Text: read[Comment](t.comment).Text, Fact: r.Wire(*t.comment),
			CanCorrect: may && t.comment.Actor.Subject == r.Subject,
		}
	}
	to, state := t.asked(), t.state()
	mine := may && t.question.Actor.Subject == r.Subject && state == Open
	return Entry{
		Name: name, Text: read[Question](t.question).Text, Fact: r.Wire(*t.question), To: &to, State: state,
		Answer: reply(t.answer, read[Answer](t.answer).Text, r), Withdrawal: reply(t.withdrawal, read[Withdrawal](t.withdrawal).Text, r),
		CanCorrect: mine, CanWithdraw: mine, CanAnswer: may && to.Subject == r.Subject && state != Withdrawn,
	}
}

func reply(f *ledger.Fact, text string, r record.Reader) *Reply {
	if f == nil {
		return nil
	}
	return &Reply{text, r.Wire(*f)}
}
