package milestone

import (
	"encoding/json"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/scoring"
)

// Update is the body of a milestone.update: where a step stood on the fact's
// day. Done, that is the day on which it happened (reading A9).
type Update struct {
	Status   scoring.StepStatus `json:"status" enum:"planned,started,done,dropped"`
	Expected calendar.Date      `json:"expected,omitzero"`
	Progress *int               `json:"progress,omitempty" minimum:"0" maximum:"100"`
	Owner    string             `json:"owner,omitempty"`
	Risk     Risk               `json:"risk,omitempty" enum:"on_track,at_risk,late"`
	Note     string             `json:"note,omitempty"`
	Reason   string             `json:"reason,omitempty"`
	Evidence []record.Link      `json:"evidence,omitempty"`
	// ExpectedReason is why the date last moved. It is kept with the date, from fact
	// to fact; nobody sends it.
	ExpectedReason string `json:"expectedReason,omitempty" hidden:"true"`
}

func (u *Update) progress() int {
	if u.Progress == nil {
		return 0
	}
	return *u.Progress
}

// UpdateOf reads a recorded update.
func UpdateOf(f *ledger.Fact) *Update {
	var u Update
	if f == nil || json.Unmarshal(f.Body, &u) != nil {
		return nil
	}
	return &u
}

// Frame is what an update is measured against beside the step's own standing.
type Frame struct {
	Earliest calendar.Date // nothing can have happened before
	Begins   calendar.Date // what was done before needs a reason
	Today    calendar.Date // nothing can have happened after
	Latest   calendar.Date // no date is put off beyond
}

// FrameOf returns the frame of a contract: work may have begun a year before it
// was signed and may be put off five years beyond its end.
func FrameOf(signed calendar.Date, period calendar.Period, today calendar.Date) Frame {
	if signed.IsZero() || signed.After(period.From) {
		signed = period.From
	}
	return Frame{signed.AddMonths(-12), period.From, today, period.To.AddMonths(60)}
}

// Take applies an update that speaks of a day. It answers the new standing and
// the update as it is to be kept, with everything that it leaves unsaid carried
// over from before; or all that is wrong with it.
func (s Standing) Take(u Update, before *Update, day calendar.Date, in Frame, c *record.Checks) (Standing, Update) {
	c.Day(day, in.Earliest, in.Today)
	u.carry(before)
	u.checkTexts(c)
	move, possible := s.move(u.Status)
	switch {
	case !known(u.Status):
		c.Add("status", "milestone.status", nil)
	case !possible:
		c.Add("status", "milestone.move", fault.Params{"from": StatusName(s.status), "to": StatusName(u.Status)})
	case move.Reason && u.Reason == "":
		c.Add("reason", "milestone.reason_"+move.Name, nil)
	case move.Name == "correct" && s.done != day && u.Reason == "":
		c.Add("reason", "milestone.reason_correct", fault.Params{"day": s.done})
	case u.Status == scoring.Done && s.done != day && day.Before(in.Begins) && u.Reason == "":
		c.Add("reason", "milestone.reason_before", fault.Params{"day": day, "begins": in.Begins})
	}
	s.checkExpected(&u, day, in, c)
	checkProgress(&u, c)
	return Recall(s.agreed, &u, day), u
}

// carry takes over what the update leaves unsaid.
func (u *Update) carry(before *Update) {
	if before == nil {
		before = &Update{}
	}
	if u.Expected.IsZero() {
		u.Expected = before.Expected
	}
	u.ExpectedReason = before.ExpectedReason
	if u.Owner == "" {
		u.Owner = before.Owner
	}
	if u.Progress == nil && before.Status != scoring.Done {
		u.Progress = before.Progress
	}
}

func (u *Update) checkTexts(c *record.Checks) {
	c.Text("owner", &u.Owner, record.ShortText)
	c.Text("note", &u.Note, record.LongText)
	c.Text("reason", &u.Reason, record.LongText)
	c.Links(&u.Evidence)
	switch {
	case u.Risk == "" || u.Status == scoring.Done:
		u.Risk = OnTrack
	case u.Risk != OnTrack && u.Risk != AtRisk && u.Risk != RiskLate:
		c.Add("risk", "milestone.risk", nil)
	}
}

// checkExpected lets the date of an open step move, with a reason, and never
// into the past. A closed step keeps the date it had. The reason stays with the
// date until that moves again.
func (s Standing) checkExpected(u *Update, day calendar.Date, in Frame, c *record.Checks) {
	if u.Expected.IsZero() {
		u.Expected = s.expected
	}
	if u.Expected == s.expected {
		return
	}
	if u.Status == scoring.Done || u.Status == scoring.Dropped {
		c.Add("expected", "milestone.expected_closed", nil)
		return
	}
	u.ExpectedReason = u.Reason
	if !s.expected.IsZero() && u.Reason == "" {
		c.Add("reason", "milestone.reason_move", fault.Params{"from": s.expected, "to": u.Expected})
	}
	if u.Expected.Before(day) {
		c.Add("expected", "milestone.expected_past", fault.Params{"day": day})
	}
	if u.Expected.After(in.Latest) {
		c.Add("expected", "field.too_late", fault.Params{"latest": in.Latest})
	}
}

func checkProgress(u *Update, c *record.Checks) {
	n := u.progress()
	if n < 0 || n > 100 {
		c.Add("progress", "milestone.progress", nil)
	}
	if u.Status == scoring.Done {
		n = 100
	}
	u.Progress = &n
}

func known(s scoring.StepStatus) bool {
	return s == scoring.Planned || s == scoring.Started || s == scoring.Done || s == scoring.Dropped
}

// StatusName is a state that the catalogue has a word for.
type StatusName scoring.StepStatus

// CatalogueKey returns the key of the state's word.
func (s StatusName) CatalogueKey() string { return "step." + string(s) }
