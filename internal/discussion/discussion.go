package discussion

import (
	"encoding/json"
	"strings"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Person is somebody whom a question can be put to.
type Person struct {
	Subject string `json:"subject"`
	Name    string `json:"name"`
}

// Comment is the body of a discussion.comment.
type Comment struct {
	Text string `json:"text"`
}

// Question is the body of a discussion.question.
type Question struct {
	Text string `json:"text"`
	To   Person `json:"to" doc:"Whom it is put to; the name is filled in."`
}

// Answer is the body of a discussion.answer.
type Answer struct {
	Question string `json:"question" doc:"The fact that asks."`
	Text     string `json:"text"`
}

// Withdrawal is the body of a discussion.withdrawal.
type Withdrawal struct {
	Question string `json:"question" doc:"The fact that asks."`
	Text     string `json:"text,omitempty" doc:"Why, if that needs saying."`
}

// State is where a question stands.
type State string

// The states of a question.
const (
	Unasked   State = "unasked"
	Open      State = "open"
	Answered  State = "answered"
	Withdrawn State = "withdrawn"
)

// Move is a named transition of a question.
type Move struct {
	Name     string
	From, To State
}

// Moves lists every transition; what is not in it cannot be recorded.
func Moves() []Move {
	return []Move{
		{"ask", Unasked, Open},
		{"rephrase", Open, Open},
		{"answer", Open, Answered},
		{"correct", Answered, Answered},
		{"withdraw", Open, Withdrawn},
	}
}

func mayMove(from, to State) bool {
	for _, m := range Moves() {
		if m.From == from && m.To == to {
			return true
		}
	}
	return false
}

// thread is what was said under one subject, each the newest of its kind.
type thread struct{ comment, question, answer, withdrawal *ledger.Fact }

// threads sorts facts by their subject.
func threads(facts []ledger.Fact) map[string]*thread {
	all := map[string]*thread{}
	at := func(subject string) *thread {
		if all[subject] == nil {
			all[subject] = &thread{}
		}
		return all[subject]
	}
	for subject, f := range record.Newest(facts, KindComment) {
		at(subject).comment = f
	}
	for subject, f := range record.Newest(facts, KindQuestion) {
		at(subject).question = f
	}
	for subject, f := range record.Newest(facts, KindAnswer) {
		at(subject).answer = f
	}
	for subject, f := range record.Newest(facts, KindWithdrawal) {
		at(subject).withdrawal = f
	}
	return all
}

// state is where the thread's question stands.
func (t *thread) state() State {
	switch {
	case t == nil || t.question == nil:
		return Unasked
	case t.withdrawal != nil:
		return Withdrawn
	case t.answer != nil:
		return Answered
	}
	return Open
}

// asked is whom the thread's question is put to.
func (t *thread) asked() Person { return read[Question](t.question).To }

// read returns what a fact says; nothing where there is none.
func read[T any](f *ledger.Fact) T {
	var body T
	if f == nil || json.Unmarshal(f.Body, &body) != nil {
		var nothing T // a recorded body has been through its kind's rule
		return nothing
	}
	return body
}

// Subject is what a comment or a question is about: its goal, and a name of its
// own within it.
func Subject(goal, name string) string { return goal + "/" + name }

// apart takes a subject apart.
func apart(subject string) (goal, name string) {
	i := strings.LastIndex(subject, "/")
	if i < 0 {
		return subject, ""
	}
	return subject[:i], subject[i+1:]
}

// nameFor writes a fact's id in letters, which come in the ids' order: ten digits
// of it might be taken for a person number.
func nameFor(fact string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + 'a'
		case r >= 'a' && r <= 'f':
			return r - 'a' + 'k'
		}
		return -1
	}, strings.ToLower(fact))
}
