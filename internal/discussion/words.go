package discussion

import (
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Sentence puts one of this slice's facts into words; "" for other kinds.
func Sentence(lang string, c *contract.Contract, f ledger.Fact) string {
	goal, _ := apart(f.Subject)
	params := map[string]any{"goal": goal}
	if g := c.Goal(goal); g != nil {
		params["goal"] = g.Title
	}
	key := "sentence." + f.Kind
	switch f.Kind {
	case KindComment:
		params["text"] = read[Comment](&f).Text
	case KindQuestion:
		q := read[Question](&f)
		params["text"], params["who"] = q.Text, q.To.Name
	case KindAnswer:
		params["text"] = read[Answer](&f).Text
	case KindWithdrawal:
		w := read[Withdrawal](&f)
		text := catalogue.Text(lang, key, params)
		if w.Text != "" {
			text += ": " + w.Text
		}
		return text
	default:
		return ""
	}
	return catalogue.Text(lang, key, params)
}

// TaskQuestion is the kind of task that this slice has.
const TaskQuestion record.TaskKind = "question"

// Tasks lists the questions that wait for the reader's answer.
func Tasks(c *contract.Contract, facts []ledger.Fact, r record.Reader) []record.Task {
	var tasks []record.Task
	all := threads(facts)
	for i := range facts {
		subject := facts[i].Subject
		goal, _ := apart(subject)
		g, t := c.Goal(goal), all[subject]
		if g == nil || facts[i].Kind != KindQuestion || t.state() != Open || t.asked().Subject != r.Subject || !r.May(opWrite, goal) {
			continue
		}
		asks := r.Wire(*t.question)
		tasks = append(tasks, record.Task{
			ID: string(TaskQuestion) + ":" + subject, Kind: TaskQuestion, Goal: goal, Subject: subject,
			What:  catalogue.Text(r.Lang, "task.what.question", map[string]any{"who": asks.Actor.Name}),
			Title: g.Title, Day: asks.Day, Waits: true, Fact: asks.ID, Question: read[Question](t.question).Text,
			Address: record.OnGoal(goal, "answer", subject),
		})
	}
	return tasks
}
