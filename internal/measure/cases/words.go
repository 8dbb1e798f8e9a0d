package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Sentence puts one of this slice's facts into words; "" for other kinds.
func Sentence(lang string, c *contract.Contract, f ledger.Fact) string {
	i := ImportOf(&f)
	if i == nil {
		return ""
	}
	what := f.Subject
	if goal, r := c.Requirement(f.Subject); r != nil {
		what = nameOf(goal, r)
	}
	return catalogue.Text(lang, "sentence.case-import", map[string]any{
		"what": what, "file": i.File.Name, "new": i.New, "changed": i.Changed, "removed": i.Removed, "day": f.Day,
	})
}

// nameOf is what the requirement is called.
func nameOf(g *contract.Goal, r *contract.Requirement) string {
	if r.Title != "" {
		return r.Title
	}
	return g.Title
}

// Documents are what can be searched for in a fact of this slice.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	i := ImportOf(&f)
	if i == nil {
		return nil
	}
	title := f.Subject
	if _, r := c.Requirement(f.Subject); r != nil {
		title = r.Title
	}
	return []record.Document{record.Said(f.ID, f.Goal, title, i.File.Name, i.Note)}
}

// limitWords is how long the case may take: "5 måneder"; "" where there is no
// limit.
func limitWords(lang string, rule Rule, row CaseRow) string {
	l, ok := rule.Limit(row)
	if !ok {
		return ""
	}
	units := map[calendar.Unit]string{calendar.Months: "months", calendar.Days: "days", calendar.WorkingDays: "workdays"}
	return catalogue.Text(lang, "cases.limit."+units[l.Unit], map[string]any{"count": l.Count})
}

// caseWords says where a case stands.
func caseWords(lang string, l CaseLine) string {
	params := map[string]any{"received": l.Received, "concluded": l.Concluded, "due": l.Due, "days": l.Days}
	if l.Left != nil {
		left := *l.Left
		if left < 0 {
			left = -left
		}
		params["left"] = left
	}
	if !l.Due.IsZero() && !l.Concluded.IsZero() {
		params["left"] = max(l.Concluded.DaysUntil(l.Due), l.Due.DaysUntil(l.Concluded))
	}
	key := string(l.State)
	if l.State == IsOpen && l.Left == nil {
		key = "unlimited"
	}
	return catalogue.Text(lang, "cases.stands."+key, params)
}

// reckoningWords is the reckoning of a case's last timely day, line by line.
func reckoningWords(lang string, v *view, row CaseRow) []CaseStep {
	steps := []CaseStep{}
	reckoning, ok := v.rule.Reckon(row)
	if !ok {
		return steps
	}
	for i, s := range reckoning.Steps {
		params := map[string]any{"limit": limitWords(lang, v.rule, row), "received": row.Received, "from": s.Stop.From, "to": s.Stop.To, "count": s.Added}
		key := "cases.step.stop"
		switch {
		case i == 0:
			key = "cases.step.limit"
		case s.Due.IsZero():
			key = "cases.step.running"
		}
		steps = append(steps, CaseStep{catalogue.Text(lang, key, params), s.Due})
	}
	for _, s := range row.Stops {
		if key := idle(row, s, reckoning.Due); key != "" {
			params := map[string]any{"reason": s.Reason, "from": s.From, "to": s.To, "received": row.Received, "due": reckoning.Due}
			steps = append(steps, CaseStep{Words: catalogue.Text(lang, key, params)})
		}
	}
	return steps
}

// idle says why a stop moves nothing; "" where it does.
func idle(row CaseRow, s CaseStop, due calendar.Date) string {
	to := s.To
	if to.IsZero() {
		to = row.Concluded
	}
	switch {
	case !s.Counts:
		return "cases.step.uncounted"
	case !to.IsZero() && !to.After(row.Received):
		return "cases.step.before"
	case !due.IsZero() && s.From.After(due):
		return "cases.step.after"
	}
	return ""
}
