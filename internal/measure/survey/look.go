package survey

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/sheet"
)

// ColumnRole is what a column seems to be.
type ColumnRole string

// The roles.
const (
	RoleQuestion ColumnRole = "question"
	RoleSector   ColumnRole = "sector"
	RoleText     ColumnRole = "text"
	RoleNone     ColumnRole = "none"
)

// AnswersColumn is a column of a file that nobody has said anything of yet.
type AnswersColumn struct {
	Name   string     `json:"name"`
	Role   ColumnRole `json:"role" enum:"question,sector,text,none" doc:"What it seems to be."`
	Filled int        `json:"filled" doc:"How many rows have something in it."`
	Values []string   `json:"values" nullable:"false" doc:"What stands in it, where it is few different things."`
}

// mostValues is how many different values a column of choices has at most.
const mostValues = 12

// Look tells a file's columns and what they seem to be. The error is a *sheet.Faulty
// where the file is to blame.
func Look(file []byte, a *contract.Answers) ([]AnswersColumn, sheet.Info, error) {
	table, err := sheet.Open(bytes.NewReader(file), int64(len(file)), sheet.Shape{Bounds: bounds(), Free: true})
	if err != nil {
		return nil, sheet.Info{}, err
	}
	seen := map[string]map[string]int{}
	for row := range table.Rows() {
		for name, text := range row.Others() {
			if seen[name] == nil {
				seen[name] = map[string]int{}
			}
			if len(seen[name]) <= mostValues || seen[name][text] > 0 {
				seen[name][text]++
			} else {
				seen[name][""]++ // one of many
			}
		}
	}
	info, err := table.Close()
	columns := []AnswersColumn{}
	for _, name := range info.Headers {
		if name != "" {
			columns = append(columns, columnOf(name, seen[name], a))
		}
	}
	return columns, info, err
}

func columnOf(name string, seen map[string]int, a *contract.Answers) AnswersColumn {
	c := AnswersColumn{Name: name, Values: []string{}}
	for text, n := range seen {
		c.Filled += n
		if text != "" {
			c.Values = append(c.Values, text)
		}
	}
	sort.Strings(c.Values)
	many := len(c.Values) > mostValues
	c.Role = roleOf(name, c.Values, many, a)
	if many || c.Role == RoleText {
		c.Values = []string{}
	}
	return c
}

// roleOf guesses: answers on the scale are a question's, the contract's sectors a
// sector's, many different texts of several words what people wrote.
func roleOf(name string, values []string, many bool, a *contract.Answers) ColumnRole {
	s := ScaleOf(a, nil)
	known, sectors, long := 0, 0, 0
	for _, v := range values {
		if _, ok := s.Read(v); ok {
			known++
		}
		if _, ok := find(a.Sectors, v); ok {
			sectors++
		}
		if len(strings.Fields(v)) > 2 {
			long++
		}
	}
	switch {
	case len(values) > 0 && !many && known*2 >= len(values):
		return RoleQuestion
	case len(values) > 0 && !many && sectors == len(values), slices.Contains([]string{"sektor", "sector"}, folded(name)):
		return RoleSector
	case long > 0 && long*2 >= len(values):
		return RoleText
	}
	return RoleNone
}

// Propose is the mapping that the columns seem to ask for. The overall question is
// the one that is called so, else the last: questions about parts come first.
func Propose(columns []AnswersColumn, a *contract.Answers) ColumnMapping {
	m := ColumnMapping{Questions: []QuestionColumn{}, Texts: []string{}, Words: []MeantWord{}, Scale: []string{}}
	if len(a.Scale) == 0 {
		m.Scale = slices.Clone(a.Satisfied)
	}
	overall := -1
	for _, c := range columns {
		switch c.Role {
		case RoleQuestion:
			m.Questions = append(m.Questions, QuestionColumn{Column: c.Name, Title: c.Name})
			if overall < 0 && callsItselfOverall(c.Name) {
				overall = len(m.Questions) - 1
			}
		case RoleSector:
			if m.Sector == "" {
				m.Sector = c.Name
			}
		case RoleText:
			m.Texts = append(m.Texts, c.Name)
		}
	}
	if overall < 0 {
		overall = len(m.Questions) - 1
	}
	if overall >= 0 {
		m.Questions[overall].Overall = true
	}
	return m
}

func callsItselfOverall(name string) bool {
	return slices.ContainsFunc([]string{"samlet", "alt i alt", "overall", "all in all"}, func(word string) bool {
		return strings.Contains(folded(name), word)
	})
}
