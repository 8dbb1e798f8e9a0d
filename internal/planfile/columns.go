package planfile

import (
	"slices"
	"strconv"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/milestone"
	"opfyldt/internal/scoring"
	"opfyldt/internal/sheet"
)

// The columns, by their keys.
const (
	colStep     = "step"
	colGoal     = "goal"
	colItem     = "item"
	colTitle    = "title"
	colAgreed   = "agreed"
	colExpected = "expected"
	colDone     = "done"
	colStatus   = "status"
	colProgress = "progress"
	colRisk     = "risk"
	colOwner    = "owner"
	colNote     = "note"
	colReason   = "reason"
	colFact     = "fact"
)

// column is one of the file's.
type column struct {
	key   string
	width int
	own   bool // the file's reader may change it
	need  bool // a file without it cannot be read
}

var columns = []column{
	{colStep, 22, false, true}, {colGoal, 30, false, false}, {colItem, 30, false, false}, {colTitle, 34, false, false},
	{colAgreed, 13, false, false}, {colExpected, 15, true, false}, {colDone, 13, true, false}, {colStatus, 11, true, false},
	{colProgress, 14, true, false}, {colRisk, 13, true, false}, {colOwner, 22, true, false}, {colNote, 40, true, false},
	{colReason, 40, true, false}, {colFact, 38, false, true},
}

// header is a column's name in a language.
func header(lang, key string) string { return catalogue.Text(lang, "plan.column."+key, nil) }

// heads are the columns as they are written.
func heads(lang string) []sheet.Head {
	out := make([]sheet.Head, len(columns))
	for i, c := range columns {
		out[i] = sheet.Head{Name: header(lang, c.key), Width: c.width}
	}
	return out
}

// shape is the file as it is read: in either language, the reader's first.
func shape(lang string) sheet.Shape {
	s := sheet.Shape{Bounds: sheet.Bounds{Bytes: maxFile, Expanded: maxExpanded, Rows: maxRows}}
	for _, c := range columns {
		var names []string
		for _, l := range languages(lang) {
			names = append(names, header(l, c.key))
		}
		s.Columns = append(s.Columns, sheet.Column{Key: c.key, Names: names, Optional: !c.need, Unique: c.key == colStep})
	}
	return s
}

// languages lists all, the reader's first.
func languages(lang string) []string {
	out := []string{lang}
	for _, l := range catalogue.Languages() {
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// The values of the two columns that have words of their own.
var (
	statuses = []scoring.StepStatus{scoring.Planned, scoring.Started, scoring.Done, scoring.Dropped}
	risks    = []milestone.Risk{milestone.OnTrack, milestone.AtRisk, milestone.RiskLate}
)

func choices[T ~string](lang, key string, values []T) []sheet.Choice {
	var out []sheet.Choice
	for _, v := range values {
		c := sheet.Choice{Value: string(v)}
		for _, l := range languages(lang) {
			c.Names = append(c.Names, catalogue.Text(l, key+string(v), nil))
		}
		out = append(out, c)
	}
	return out
}

func statusChoices(lang string) []sheet.Choice { return choices(lang, "step.", statuses) }

func riskChoices(lang string) []sheet.Choice { return choices(lang, "risk.", risks) }

// values are a step's cells by column, in one notation whatever the file's.
type values map[string]string

// valuesOf are the cells of a step as it stands.
func valuesOf(l milestone.StepLine, goals map[string]string, items map[string]string) values {
	v := values{
		colStep: l.ID, colGoal: goals[l.Goal], colItem: items[l.Item], colTitle: l.Title, colAgreed: l.Due.String(),
		colExpected: l.Current().String(), colDone: l.Done.String(), colStatus: string(l.Status), colProgress: strconv.Itoa(l.Progress),
		colRisk: string(l.Risk), colOwner: l.Owner, colNote: l.Note, colReason: l.Reason,
	}
	for key, text := range v {
		v[key] = plain(text)
	}
	if l.Fact != nil {
		v[colFact] = l.Fact.ID
	}
	return v
}

// plain is a text as a cell gives it back: line ends alike, no blanks around.
func plain(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// titles names goals and items by their ids.
func titles(c *contract.Contract) (goals, items map[string]string) {
	goals, items = map[string]string{}, map[string]string{}
	for _, g := range c.Goals() {
		goals[g.ID] = g.Title
		for _, r := range g.Requirements {
			for _, i := range r.Items {
				items[i.ID] = i.Title
			}
		}
	}
	return goals, items
}

// written is a step as a row of the file.
func written(lang string, l milestone.StepLine, goals, items map[string]string) []any {
	v := valuesOf(l, goals, items)
	return []any{l.ID, v[colGoal], v[colItem], l.Title, l.Due, l.Current(), l.Done,
		catalogue.Text(lang, "step."+string(l.Status), nil), l.Progress, catalogue.Text(lang, "risk."+string(l.Risk), nil),
		l.Owner, l.Note, l.Reason, v[colFact]}
}
