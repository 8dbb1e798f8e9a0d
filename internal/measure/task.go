package measure

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// Tasks lists what the reader can do next about a requirement's results: months
// and quarters that have ended without a figure, and figures to verify.
func Tasks(c *contract.Contract, g *contract.Goal, r *contract.Requirement, lines []ResultLine, reader record.Reader) []record.Task {
	var tasks []record.Task
	for _, l := range lines {
		if l.CanVerify && (l.Final || l.Month != "") {
			tasks = append(tasks, record.Task{
				ID: string(record.ToVerify) + ":" + l.Subject, Kind: record.ToVerify, Title: Name(g, r),
				Goal: g.ID, Subject: l.Subject, Day: l.Day, Fact: l.Fact.ID,
			})
		}
	}
	if !CanReport(g, r, reader) {
		return tasks
	}
	for _, l := range lines {
		if l.Verification != nil && l.Verification.Verdict == record.Returned {
			tasks = append(tasks, record.Task{
				ID: "returned:" + l.Subject, Kind: record.ReportResult, Goal: g.ID, Subject: l.Subject,
				Title: catalogue.Text(reader.Lang, "task.returned", map[string]any{"what": Name(g, r), "note": l.Verification.Note}),
				Day:   l.Verification.Fact.Day, Fact: l.Fact.ID,
			})
		}
	}
	for _, m := range missing(c, r, lines, reader.Today) {
		t := record.Task{
			ID: string(record.ReportResult) + ":" + m.subject, Kind: record.ReportResult, Title: Name(g, r),
			Goal: g.ID, Subject: m.subject, Day: m.end,
		}
		if newest := find(lines, m.subject); newest != nil {
			t.ID, t.Fact = t.ID+":"+m.end.String(), newest.Fact.ID
		}
		tasks = append(tasks, t)
	}
	return tasks
}

// gap is a result that should be there: its subject and the day by which the
// thing counted had ended.
type gap struct {
	subject string
	end     calendar.Date
}

// missing lists the gaps. A month is one when it has ended without a complete
// count; other figures are when the newest one speaks of a day before the last
// quarter's end, a survey, an answer and a level only when the window has ended.
func missing(c *contract.Contract, r *contract.Requirement, lines []ResultLine, today calendar.Date) []gap {
	window := r.Covers(c)
	if r.Measure == contract.MonthlyCount {
		return missingMonths(r, window, lines, today)
	}
	ends := []calendar.Period{window}
	switch r.Measure {
	case contract.Timeliness, contract.Deviation, contract.Number:
		ends = window.Quarters()
	}
	var due calendar.Date
	for _, p := range ends {
		if p.To.Before(today) {
			due = p.To
		}
	}
	newest := find(lines, r.ID)
	if due.IsZero() || newest != nil && (newest.Final || !newest.Day.Before(due)) {
		return nil
	}
	return []gap{{r.ID, due}}
}

func missingMonths(r *contract.Requirement, window calendar.Period, lines []ResultLine, today calendar.Date) []gap {
	var gaps []gap
	for _, m := range window.Months() {
		subject := Subject(r.ID, m.String())
		l := find(lines, subject)
		if m.Last().Before(today) && (l == nil || l.Day.Before(m.Last())) {
			gaps = append(gaps, gap{subject, m.Last()})
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
