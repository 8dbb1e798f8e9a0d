package record

import "opfyldt/internal/calendar"

// TaskKind sorts what a person can do next.
type TaskKind string

// The kinds of task.
const (
	StepLate     TaskKind = "step_late"
	StepDue      TaskKind = "step_due"
	ToVerify     TaskKind = "verify"
	ReportResult TaskKind = "report_result"
)

// Task is something that a person may do and that waits for them.
type Task struct {
	ID      string        `json:"id"`
	Kind    TaskKind      `json:"kind" enum:"step_late,step_due,verify,report_result"`
	Title   string        `json:"title"`
	Goal    string        `json:"goal"`
	Subject string        `json:"subject"`
	Day     calendar.Date `json:"day"`
	Fact    string        `json:"fact" doc:"The fact to verify, or the one that an update must expect; empty where there is none."`
}
