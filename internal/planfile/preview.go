package planfile

import (
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
)

// Preview is what a file would change, and everything that is wrong with it.
type Preview struct {
	File         File     `json:"file"`
	Unchanged    int      `json:"unchanged" doc:"Rows that say what stands already."`
	Changes      []Change `json:"changes"`
	Faults       []Fault  `json:"faults" doc:"The first 200 places; while there is one, nothing can be written."`
	FaultCount   int      `json:"faultCount"`
	Missing      []Named  `json:"missing" doc:"The first 200 steps of one's own that the file does not have. They stay as they are."`
	MissingCount int      `json:"missingCount"`
}

// File says what the file was taken for.
type File struct {
	Format   string   `json:"format" enum:"csv,xlsx,"`
	Encoding string   `json:"encoding"`
	Sheet    string   `json:"sheet"`
	Unread   []string `json:"unread" doc:"Sheets that were not read."`
	Hidden   []string `json:"hidden" doc:"Those of them that are hidden."`
	Ignored  []string `json:"ignored" doc:"Columns that mean nothing here."`
	Rows     int      `json:"rows"`
}

// Named is a step with its name.
type Named struct {
	Step string `json:"step"`
	Name string `json:"name"`
}

// Change is a row that differs from the step as it stood when the file was made.
type Change struct {
	Row   int    `json:"row"`
	Step  string `json:"step"`
	Name  string `json:"name"`
	Goal  string `json:"goal"`
	Cells []Cell `json:"cells"`
	// Conflict is set where another fact came in since.
	Conflict *Conflict `json:"conflict"`
	// NeedsReason says why the report needs one that the file does not give.
	NeedsReason string               `json:"needsReason"`
	Report      milestone.StepReport `json:"report" doc:"To be sent to reportSteps, with the reason where one is needed."`
}

// Cell is a changed cell.
type Cell struct {
	Column string `json:"column" enum:"expected,done,status,progress,risk,owner,note,reason"`
	Cell   string `json:"cell" example:"F17"`
	Old    string `json:"old" doc:"When the file was made."`
	New    string `json:"new" doc:"In the file."`
	Now    string `json:"now" doc:"As it stands; another value than old in a conflict."`
}

// Conflict is what came in since the file was made.
type Conflict struct {
	Fact *record.Fact `json:"fact"`
	// Refused says why the row cannot be written over it; empty where it can.
	Refused string `json:"refused"`
}

// Fault is one place where the file is wrong.
type Fault struct {
	Row     int    `json:"row"`
	Cell    string `json:"cell" doc:"The cell, the row's number, or nothing for the whole file." example:"C17"`
	Header  string `json:"header" doc:"The column's name."`
	Message string `json:"message"`
}
