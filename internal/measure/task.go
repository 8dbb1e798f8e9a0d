package measure

import (
	"net/url"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// The kinds of task that this slice has.
const (
	TaskResult record.TaskKind = "result"
	TaskVerify record.TaskKind = "verify_result"
	TaskSample record.TaskKind = "verify_cases" // by a subsample of the cases behind it
	TaskImport record.TaskKind = "import"       // a figure that follows from an import
)

// grace is how many days after what it counts has ended a figure may come: as
// many as a quarterly report has.
const grace = 14

// Tasks lists what the reader can do next about a requirement's results: months
// and quarters that have ended without a figure, figures that came back with a
// question, and figures to verify.
func Tasks(c *contract.Contract, g *contract.Goal, r *contract.Requirement, lines []ResultLine, reader record.Reader) []record.Task {
	var tasks []record.Task
	may := CanReport(g, r, reader)
	for _, l := range lines {
		t := record.Task{
			Title: name(reader.Lang, g, r, l.Subject), Goal: g.ID, Subject: l.Subject, Waits: true,
			Fact: l.Fact.ID, Claim: &l.Fact, Evidence: l.Evidence,
		}
		switch {
		case l.CanVerify && (l.Final || l.Month != ""):
			t.ID, t.Kind, t.Day = string(TaskVerify)+":"+l.Subject, TaskVerify, l.Day
			t.What, t.Address = catalogue.Text(reader.Lang, "task.what.verify", nil), record.OnGoal(g.ID, "verify", l.Subject)
			if l.OfCases {
				t.Kind, t.Address = TaskSample, sampleOf(g.ID, r.ID, l.Subject)
			}
		case may && l.Verification != nil && l.Verification.Verdict == record.Returned:
			t.ID, t.Kind, t.Day = "returned:"+l.Subject, TaskResult, l.Verification.Fact.Day
			t.What, t.Address = catalogue.Text(reader.Lang, "task.what.returned", nil), record.OnGoal(g.ID, "result", l.Subject)
			t.Question = l.Verification.Note
			if l.Import != "" {
				t.Kind, t.Address = TaskImport, importOf(g.ID, r)
			}
		default:
			continue
		}
		tasks = append(tasks, t)
	}
	if !may {
		return tasks
	}
	for _, m := range Missing(reader.Lang, c, g, r, lines, reader.Today) {
		t := record.Task{
			ID: string(TaskResult) + ":" + m.Subject, Kind: TaskResult, Title: m.Title,
			What: catalogue.Text(reader.Lang, "task.what.result", nil), Goal: g.ID, Subject: m.Subject,
			Day: m.End, Late: m.Late(reader.Today), Evidence: []record.Link{}, Address: record.OnGoal(g.ID, "result", m.Subject),
		}
		if newest := find(lines, m.Subject); newest != nil {
			t.ID, t.Fact = t.ID+":"+m.End.String(), newest.Fact.ID
			if newest.Import != "" {
				t.Kind, t.Address = TaskImport, importOf(g.ID, r)
			}
		}
		tasks = append(tasks, t)
	}
	return tasks
}

// sampleOf is the address of the subsample of a result's cases.
func sampleOf(goal, requirement, subject string) string {
	return "goals/" + url.PathEscape(goal) + "/cases/" + url.PathEscape(requirement) + "/sample?" + url.Values{"subject": {subject}}.Encode()
}

// importOf is the address at which the requirement's file is brought in.
func importOf(goal string, r *contract.Requirement) string {
	what := "cases"
	switch r.Measure {
	case contract.Survey:
		what = "survey"
	case contract.Deviation:
		what = "budget"
	}
	return "goals/" + url.PathEscape(goal) + "/" + what + "/" + url.PathEscape(r.ID) + "/import"
}

// name is what a result is about, with its month.
func name(lang string, g *contract.Goal, r *contract.Requirement, subject string) string {
	_, month := requirementOf(subject)
	if m, err := calendar.ParseMonth(month); err == nil {
		return Name(g, r) + ", " + catalogue.Value(lang, m)
	}
	return Name(g, r)
}

// Gap is a result that should be there, in words too, and the day by which what
// it counts had ended.
type Gap struct {
	Requirement *contract.Requirement
	Subject     string
	Title       string
	End         calendar.Date
}

// Late reports whether the days that a figure may take have passed too.
func (g Gap) Late(today calendar.Date) bool { return g.End.AddDays(grace).Before(today) }

// Missing lists the gaps on a day. A month is one when it has ended without a complete
// count; other figures are when the newest one speaks of a day before the last
// quarter's end, a survey, an answer and a level only when the window has ended.
func Missing(lang string, c *contract.Contract, g *contract.Goal, r *contract.Requirement, lines []ResultLine, today calendar.Date) []Gap {
	gaps := missing(c, r, lines, today)
	for i := range gaps {
		gaps[i].Requirement, gaps[i].Title = r, name(lang, g, r, gaps[i].Subject)
	}
	return gaps
}

func missing(c *contract.Contract, r *contract.Requirement, lines []ResultLine, today calendar.Date) []Gap {
	window := r.Covers(c)
	if r.Measure == contract.MonthlyCount {
		return missingMonths(r, window, lines, today)
	}
	ends := []calendar.Period{window}
	switch r.Measure {
	case contract.Timeliness, contract.Deviation, contract.Number:
		ends = window.Quarters()
	}
	if spans := r.Spans(c); len(spans) > 0 {
		ends = spans
	}
	var due calendar.Date
	for _, p := range ends {
		if p.To.Before(today) {
			due = p.To
		}
	}
	newest := find(lines, r.ID)
	whole := r.Over == nil && newest != nil && newest.Final
	if due.IsZero() || whole || newest != nil && !newest.Day.Before(due) {
		return nil
	}
	return []Gap{{Subject: r.ID, End: due}}
}

func missingMonths(r *contract.Requirement, window calendar.Period, lines []ResultLine, today calendar.Date) []Gap {
	var gaps []Gap
	for _, m := range window.Months() {
		subject := Subject(r.ID, m.String())
		l := find(lines, subject)
		if m.Last().Before(today) && (l == nil || l.Day.Before(m.Last())) {
			gaps = append(gaps, Gap{Subject: subject, End: m.Last()})
		}
	}
	return gaps
}

func find(lines []ResultLine, subject string) *ResultLine {
	for i := range lines {
		if lines[i].Subject == subject {
			return &lines[i]
		}
	}
	return nil
}
