package cases

import (
	"opfyldt/internal/bulk"
	"opfyldt/internal/calendar"
)

// CaseRow is a case as an import has it: what the case system says, and the last
// timely day that follows. Its canonical form is what the import's root is over.
type CaseRow struct {
	Reference string            `json:"reference"`
	Received  calendar.Date     `json:"received,omitzero"`
	Concluded calendar.Date     `json:"concluded,omitzero"`
	Kind      string            `json:"kind,omitempty"`
	Outcome   string            `json:"outcome,omitempty"`
	More      map[string]string `json:"more,omitempty" doc:"The file's other columns, by their names."`
	Stops     []CaseStop        `json:"stops,omitempty"`
	Due       calendar.Date     `json:"due,omitzero" doc:"The last timely day; none while a stop that counts still runs, or where the measure has no limit."`
	Removed   bool              `json:"removed,omitempty" doc:"The case is no longer in the case system."`
}

// CaseStop is a span in which the case's clock stood still.
type CaseStop struct {
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to,omitzero" doc:"None while it still runs."`
	Reason string        `json:"reason" doc:"The contract's id of the reason, or the file's own words."`
	Counts bool          `json:"counts" doc:"The contract names the reason, so the time is not counted."`
}

// Open reports whether the case is not concluded.
func (r CaseRow) Open() bool { return r.Concluded.IsZero() }

// Timely reports whether the case was concluded by its last timely day.
func (r CaseRow) Timely() bool { return !r.Open() && !r.Due.IsZero() && !r.Concluded.After(r.Due) }

// Late reports whether the last timely day had passed: without a conclusion on
// the day, or before the conclusion.
func (r CaseRow) Late(day calendar.Date) bool {
	if !r.Open() {
		day = r.Concluded
	}
	return !r.Due.IsZero() && r.Due.Before(day)
}

// Days is how many days the case took from its receipt.
func (r CaseRow) Days() int { return r.Received.DaysUntil(r.Concluded) }

// canonical is the row as it is hashed and kept.
func (r CaseRow) canonical() ([]byte, error) { return bulk.Row(r) }
