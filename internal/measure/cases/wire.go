package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/record"
)

// CasesPreview is what an import changes, and everything that is wrong with it.
type CasesPreview struct {
	File       CaseFile     `json:"file"`
	New        int64        `json:"new"`
	Changed    int64        `json:"changed"`
	Unchanged  int64        `json:"unchanged"`
	Vanished   int64        `json:"vanished" doc:"Cases that stand and that a whole file does not have."`
	Reopened   int64        `json:"reopened" doc:"Changed cases that were concluded and are open again."`
	Changes    []CaseChange `json:"changes" nullable:"false" doc:"The first 200 that are changed, that vanished, and that are new."`
	Faults     []CaseFault  `json:"faults" nullable:"false" doc:"The first 200 places; while there is one, nothing is written."`
	FaultCount int          `json:"faultCount"`
	Before     CaseFigures  `json:"before"`
	After      CaseFigures  `json:"after"`
	Degree     string       `json:"degree" doc:"Of a preview: what would become of the goal's degree, in words; empty where no result follows."`
	Expects    string       `json:"expects" doc:"The import that was compared with; to be sent when writing."`
	Fact       *record.Fact `json:"fact" doc:"What was written; nothing in a preview, or where everything stands already."`
	Known      bool         `json:"known" doc:"The fact was there already."`
}

// FileRead says what the file was taken for.
type CaseFile struct {
	Format   string   `json:"format"`
	Encoding string   `json:"encoding"`
	Sheet    string   `json:"sheet"`
	Ignored  []string `json:"ignored" nullable:"false" doc:"Columns that are kept with the case and mean nothing here."`
	Rows     int      `json:"rows"`
}

// CaseChange is a case that changes.
type CaseChange struct {
	Sort      string       `json:"sort" enum:"changed,vanished,new"`
	Reference string       `json:"reference"`
	Cells     []CellChange `json:"cells" nullable:"false"`
}

// CellChange is what changes in a case.
type CellChange struct {
	Column string `json:"column"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// CaseFault is one place where the file is wrong.
type CaseFault struct {
	Row     int    `json:"row"`
	Cell    string `json:"cell" doc:"The cell, the row's number, or nothing for the whole file." example:"C17"`
	Header  string `json:"header" doc:"The column's name."`
	Message string `json:"message"`
}

// preview writes an outcome for the wire.
func (o *Outcome) preview(lang string) *CasesPreview {
	p := &CasesPreview{New: o.New, Changed: o.Changed, Unchanged: o.Unchanged, Vanished: o.Vanished, Reopened: o.Reopened,
		Changes: []CaseChange{}, Faults: []CaseFault{}, Before: o.Before.listed(), After: o.After.listed(), Expects: o.Expects, Known: o.Known,
		File: CaseFile{string(o.Info.Format), o.Info.Encoding, o.Info.Sheet, append([]string{}, o.Info.Ignored...), o.Info.Rows}}
	for _, c := range o.Samples {
		p.Changes = append(p.Changes, c.wire(lang))
	}
	if o.Faulty != nil {
		p.FaultCount = o.Faulty.Count
		for _, problem := range o.Faulty.Problems {
			p.Faults = append(p.Faults, CaseFault{problem.Row, problem.Place(), problem.Header, catalogue.Text(lang, problem.Code, problem.Params)})
		}
	}
	return p
}

func (f CaseFigures) listed() CaseFigures {
	if f.Months == nil {
		f.Months = []MonthTally{}
	}
	return f
}

// wire names the cells that change.
func (c Change) wire(lang string) CaseChange {
	out := CaseChange{Sort: "changed", Reference: c.Reference, Cells: []CellChange{}}
	before, after := CaseRow{}, CaseRow{}
	switch {
	case c.Before == nil:
		out.Sort, after = "new", *c.After
	case c.After == nil:
		out.Sort, before = "vanished", *c.Before
	default:
		before, after = *c.Before, *c.After
	}
	was, is := before.cells(lang), after.cells(lang)
	for i := range is {
		if was[i].text != is[i].text {
			out.Cells = append(out.Cells, CellChange{is[i].column, was[i].text, is[i].text})
		}
	}
	for _, column := range moreOf(before, after) {
		if before.More[column] != after.More[column] {
			out.Cells = append(out.Cells, CellChange{column, before.More[column], after.More[column]})
		}
	}
	return out
}

type cell struct{ column, text string }

// cells are the row's own cells in words.
func (r CaseRow) cells(lang string) []cell {
	name := func(key string) string { return catalogue.Text(lang, "cases.column."+key, nil) }
	return []cell{
		{name(colReceived), written(lang, r.Received)}, {name(colConcluded), written(lang, r.Concluded)}, {name(colKind), r.Kind},
		{name(colOutcome), r.Outcome}, {name("stops"), stopsIn(lang, r.Stops)}, {name("due"), written(lang, r.Due)},
	}
}

func written(lang string, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return catalogue.Value(lang, d)
}

func stopsIn(lang string, stops []CaseStop) string {
	text := ""
	for i, s := range stops {
		if i > 0 {
			text += "; "
		}
		text += written(lang, s.From) + "–" + written(lang, s.To) + " " + s.Reason
	}
	return text
}

// moreOf names the other columns of either row, in order.
func moreOf(rows ...CaseRow) []string {
	seen := groups{}
	for _, r := range rows {
		for column := range r.More {
			seen.of(column)
		}
	}
	return sortedKeys(seen)
}
