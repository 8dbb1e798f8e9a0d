package planfile

import (
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// judgement is a report with what the rules say of it.
type judgement struct {
	keys    []string
	changed map[string]bool
	report  milestone.StepReport
	reason  *wrong // the file gives none where one is needed
	wrong   []wrong
}

type wrong struct {
	key, code string
	params    fault.Params
}

func (j *judgement) add(key, code string, params fault.Params) {
	j.wrong = append(j.wrong, wrong{key, code, params})
}

func (j *judgement) needs(lang string) string {
	if j.reason == nil {
		return ""
	}
	return catalogue.Text(lang, j.reason.code, j.reason.params)
}

func (j *judgement) refusal(lang string) string {
	var all []string
	for _, w := range j.wrong {
		all = append(all, catalogue.Text(lang, w.code, w.params))
	}
	return strings.Join(all, "; ")
}

// judge writes the report and puts it through the rule that judges it when it is
// recorded.
func (c *comparison) judge(j *judgement, ch change) {
	before := c.newest[ch.step.ID]
	j.report = milestone.StepReport{Step: ch.step.ID, Update: j.update(ch)}
	j.report.Expects = ch.now[colFact]
	j.report.Day = j.day(ch, c.Reader.Today)
	j.check(ch)
	if len(j.wrong) > 0 {
		return
	}
	var checks record.Checks
	var day calendar.Date
	if before != nil {
		day = before.Day
	}
	standing := milestone.Recall(ch.step.PlannedDay(), milestone.UpdateOf(before), day)
	standing.Take(j.report.Update, milestone.UpdateOf(before), j.report.Day, c.frame, &checks)
	for _, f := range checks.Wrong {
		field := strings.TrimPrefix(f.Path, "body.")
		if field == colReason && j.report.Reason == "" {
			j.reason = &wrong{colReason, f.Code, f.Params}
			continue
		}
		j.add(columnOf(field, j.report.Status), f.Code, f.Params)
	}
}

// columnOf is the column that a report's field comes from; "" for the row.
func columnOf(field string, status scoring.StepStatus) string {
	switch field {
	case "day":
		if status == scoring.Done {
			return colDone
		}
		return ""
	case colExpected, colStatus, colProgress, colRisk, colOwner, colNote, colReason:
		return field
	}
	return ""
}

// update is what the row reports: what the file changes, on top of what stands.
func (j *judgement) update(ch change) milestone.Update {
	pick := func(key string) string {
		if j.changed[key] {
			return ch.file[key]
		}
		return ch.now[key]
	}
	u := milestone.Update{Status: scoring.StepStatus(pick(colStatus)), Risk: milestone.Risk(pick(colRisk)), Note: pick(colNote), Evidence: ch.line.Evidence}
	if j.changed[colExpected] {
		u.Expected, _ = calendar.ParseDate(ch.file[colExpected]) // an empty one is a fault by itself
	}
	if j.changed[colOwner] {
		u.Owner = ch.file[colOwner]
	}
	if n, err := strconv.Atoi(ch.file[colProgress]); err == nil && j.changed[colProgress] {
		u.Progress = &n
	}
	if j.changed[colReason] {
		u.Reason = ch.file[colReason]
	}
	return u
}

// day is the one that the report speaks of: done, when it happened.
func (j *judgement) day(ch change, today calendar.Date) calendar.Date {
	if j.report.Status != scoring.Done {
		return today
	}
	text := ch.now[colDone]
	if j.changed[colDone] {
		text = ch.file[colDone]
	}
	d, _ := calendar.ParseDate(text) // none is a fault by itself
	return d
}

// check names what a file can say and a report cannot.
func (j *judgement) check(ch change) {
	for _, key := range []string{colExpected, colStatus, colProgress, colRisk, colOwner} {
		if j.changed[key] && ch.file[key] == "" {
			j.add(key, "plan.emptied", nil)
		}
	}
	closed := j.report.Status == scoring.Done || j.report.Status == scoring.Dropped
	switch {
	case closed && j.changed[colExpected]:
		j.add(colExpected, "plan.closed_date", nil)
	case j.report.Status != scoring.Done && j.changed[colDone] && ch.file[colDone] != "":
		j.add(colDone, "plan.not_done", nil)
	}
	if j.report.Status != scoring.Done {
		return
	}
	if j.report.Day.IsZero() {
		j.add(colDone, "plan.no_day", nil)
	}
	if j.changed[colProgress] && ch.file[colProgress] != "100" {
		j.add(colProgress, "plan.done_progress", nil)
	}
	if j.changed[colRisk] && j.report.Risk != milestone.OnTrack {
		j.add(colRisk, "plan.done_risk", nil)
	}
}
