package measure

import (
	"encoding/json"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Report is the body of a result.report: a figure for a requirement, or for one
// month of it, as it stood on the fact's day.
type Report struct {
	Figures  Figures       `json:"figures"`
	Final    bool          `json:"final" doc:"The figure is complete and can no longer change by time passing."`
	Source   string        `json:"source"`
	Note     string        `json:"note,omitempty"`
	Reason   string        `json:"reason,omitempty" doc:"Needed where the figure corrects an earlier one."`
	Evidence []record.Link `json:"evidence,omitempty"`
	Import   string        `json:"import,omitempty" doc:"The id of the import that the figure follows from; empty for a typed one." readOnly:"true"`
}

// ReportOf reads a recorded result.
func ReportOf(f *ledger.Fact) *Report {
	var r Report
	if f == nil || json.Unmarshal(f.Body, &r) != nil {
		return nil
	}
	return &r
}

// Subject returns what a result is about: the requirement, or the requirement
// and the month for a monthly count.
func Subject(requirement, month string) string {
	if month == "" {
		return requirement
	}
	return requirement + "/" + month
}

// requirementOf takes a subject apart.
func requirementOf(subject string) (requirement, month string) {
	requirement, month, _ = strings.Cut(subject, "/")
	return requirement, month
}

// Circumstances are what a report is measured against.
type Circumstances struct {
	Contract    *contract.Contract
	Goal        *contract.Goal
	Requirement *contract.Requirement
	Month       string // as the subject names it
	Day         calendar.Date
	Today       calendar.Date
	Previous    *ledger.Fact
}

// Check applies every rule to the report and trims its texts. Where what stands follows
// from an import, nothing is typed over it: a corrected file is brought in.
func (r *Report) Check(in Circumstances, c *record.Checks) {
	if before := ReportOf(in.Previous); before != nil && before.Import != "" && r.Import == "" {
		c.Add("figures", "measure.imported", nil)
	}
	window := in.Requirement.Covers(in.Contract)
	c.Day(in.Day, window.From, in.Today)
	r.Figures.check(in.Goal, in.Requirement, c)
	c.Needed("source", &r.Source, record.LongText, "measure.source")
	c.Text("note", &r.Note, record.LongText)
	c.Text("reason", &r.Reason, record.LongText)
	c.Links(&r.Evidence)
	r.checkMonth(in, window, c)
	r.checkFinal(in, window, c)
	m := moveOf(stateOf(ReportOf(in.Previous)), stateOf(r), r.corrects(in))
	if m.Reason && r.Reason == "" {
		c.Add("reason", "measure.reason", nil)
	}
}

// corrects reports whether the figure takes the place of one that was meant to
// stand: a month's, a final one, or one that spoke of the same or a later day. The
// next quarter's figure only carries on.
func (r *Report) corrects(in Circumstances) bool {
	before := ReportOf(in.Previous)
	if before != nil && in.Previous.Day.Before(in.Day) && periodOf(in, in.Previous.Day) != periodOf(in, in.Day) {
		return false // another period's figure
	}
	return before != nil && (in.Month != "" || before.Final || !in.Previous.Day.Before(in.Day))
}

func (r *Report) checkMonth(in Circumstances, window calendar.Period, c *record.Checks) {
	if in.Requirement.Measure != contract.MonthlyCount || r.Figures.Month == "" {
		return
	}
	month, err := calendar.ParseMonth(r.Figures.Month)
	if err != nil || r.Figures.Month != in.Month {
		c.Add("figures.month", "measure.month", nil)
		return
	}
	first := month.Last().AddDays(1).AddMonths(-1)
	switch {
	case month.Last().Before(window.From) || first.After(window.To):
		c.Add("figures.month", "measure.month_outside", fault.Params{"from": calendar.MonthOf(window.From), "to": calendar.MonthOf(window.To)})
	case first.After(in.Today):
		c.Add("figures.month", "measure.month_future", fault.Params{"month": month})
	case in.Day.Before(first):
		c.Add("day", "measure.month_not_begun", fault.Params{"month": month})
	}
}

// checkFinal lets a figure be final only once the days that it covers have
// ended. A survey is final when its answers are in; yes or no and a level are
// said once.
func (r *Report) checkFinal(in Circumstances, window calendar.Period, c *record.Checks) {
	switch in.Requirement.Measure {
	case contract.YesNo, contract.Verbal:
		r.Final = true
	case contract.Survey:
	case contract.MonthlyCount:
		if month, err := calendar.ParseMonth(in.Month); err == nil && r.Final && in.Day.Before(month.Last()) {
			c.Add("final", "measure.final_early", fault.Params{"to": month.Last()})
		}
	default:
		if to := periodOf(in, in.Day).To; r.Final && in.Today.Before(to) {
			c.Add("final", "measure.final_early", fault.Params{"to": to})
		}
	}
}

// periodOf is what a figure of a day covers: the requirement's whole window or,
// where several periods' figures make the result, the day's.
func periodOf(in Circumstances, day calendar.Date) calendar.Period {
	return in.Requirement.PeriodOf(in.Contract, day)
}

// within holds that a subject is of the requirement that the address names.
func within(requirement, subject string) (string, error) {
	if subject == "" {
		return requirement, nil
	}
	if id, _ := requirementOf(subject); id != requirement {
		return "", fault.Fields(fault.Field{Path: "body.subject", Code: "measure.other_requirement"})
	}
	return subject, nil
}
