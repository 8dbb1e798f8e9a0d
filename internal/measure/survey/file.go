package survey

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// The bounds of an answers' file.
const (
	MaxFile      = 8 << 20
	maxExpanded  = 128 << 20
	maxRows      = 50_000
	maxQuestions = 40
	maxSectors   = 30
	maxWords     = 200
	maxFree      = 4000 // characters of a free text
)

// ColumnMapping says what the columns of an answers' file are.
type ColumnMapping struct {
	Questions []QuestionColumn `json:"questions" nullable:"false"`
	Sector    string           `json:"sector" doc:"The column with the sector; empty for none."`
	Texts     []string         `json:"texts" nullable:"false" doc:"The columns with what people wrote themselves."`
	Words     []MeantWord      `json:"words" nullable:"false" doc:"Words of the file that stand for an answer on the scale."`
	Scale     []string         `json:"scale" nullable:"false" doc:"The answers, the worst first, where the contract has no scale."`
}

// QuestionColumn is a column with the answers to one question.
type QuestionColumn struct {
	Column  string `json:"column"`
	Title   string `json:"title" doc:"How the question is shown; the column's name where empty."`
	Overall bool   `json:"overall"`
}

// MeantWord is how the file writes an answer.
type MeantWord struct {
	Word  string `json:"word"`
	Value string `json:"value" doc:"The answer on the scale, or one without an opinion."`
}

// Check names everything that is wrong with the mapping.
func (m *ColumnMapping) Check(a *contract.Answers, c *record.Checks) {
	if len(m.Questions) == 0 || len(m.Questions) > maxQuestions {
		c.Add("mapping.questions", "survey.questions", fault.Params{"most": maxQuestions})
	}
	overall := 0
	used := map[string]bool{}
	for i := range m.Questions {
		q := &m.Questions[i]
		at := "mapping.questions[" + strconv.Itoa(i) + "]"
		if used[folded(q.Column)] {
			c.Add(at+".column", "survey.column_twice", fault.Params{"column": record.Shorten(q.Column, 60)})
		}
		used[folded(q.Column)] = true
		if q.Title == "" {
			q.Title = q.Column
		}
		c.Needed(at+".title", &q.Title, record.ShortText, "field.needed")
		if q.Overall {
			overall++
		}
	}
	if overall != 1 {
		c.Add("mapping.questions", "survey.one_overall", nil)
	}
	for i, column := range append([]string{m.Sector}, m.Texts...) {
		if column == "" {
			continue
		}
		if used[folded(column)] {
			at := "mapping.sector"
			if i > 0 {
				at = "mapping.texts[" + strconv.Itoa(i-1) + "]"
			}
			c.Add(at, "survey.column_twice", fault.Params{"column": record.Shorten(column, 60)})
		}
		used[folded(column)] = true
	}
	m.checkScale(a, c)
}

func (m *ColumnMapping) checkScale(a *contract.Answers, c *record.Checks) {
	s := ScaleOf(a, m.Scale)
	if code := s.problem(); code != "" {
		c.Add("mapping.scale", code, fault.Params{"satisfied": s.Satisfied})
	}
	if len(m.Words) > maxWords {
		c.Add("mapping.words", "field.too_many", fault.Params{"most": maxWords})
		return
	}
	for i, w := range m.Words {
		if _, ok := s.Read(w.Value); !ok {
			c.Add("mapping.words["+strconv.Itoa(i)+"].value", "survey.no_answer",
				fault.Params{"found": record.Shorten(w.Value, 60), "answers": append(slices.Clone(s.Values), s.DontKnow...)})
		}
	}
}

// questions are those of the mapping, each with an id by its place.
func (m *ColumnMapping) questions() []SurveyQuestion {
	var list []SurveyQuestion
	for i, q := range m.Questions {
		list = append(list, SurveyQuestion{ID: "q" + strconv.Itoa(i+1), Title: q.Title, Overall: q.Overall})
	}
	return list
}

// Answers are what a file held.
type Answers struct {
	Info      sheet.Info
	Rows      []Row
	Questions []SurveyQuestion
	Sectors   []string // in the order in which they first stood
}

// shape is the file as the mapping has it.
func (m *ColumnMapping) shape() sheet.Shape {
	s := sheet.Shape{Bounds: bounds()}
	for i, q := range m.Questions {
		s.Columns = append(s.Columns, sheet.Column{Key: "q" + strconv.Itoa(i+1), Names: []string{q.Column}})
	}
	if m.Sector != "" {
		s.Columns = append(s.Columns, sheet.Column{Key: "sector", Names: []string{m.Sector}, Filled: true})
	}
	for i, column := range m.Texts {
		s.Columns = append(s.Columns, sheet.Column{Key: "text" + strconv.Itoa(i+1), Names: []string{column}, Free: true})
	}
	return s
}

func bounds() sheet.Bounds { return sheet.Bounds{Bytes: MaxFile, Expanded: maxExpanded, Rows: maxRows} }

// ReadFile reads the answers of a file. The error is a *sheet.Faulty where the file is to
// blame.
func ReadFile(file []byte, m *ColumnMapping, a *contract.Answers) (*Answers, error) {
	table, err := sheet.Open(bytes.NewReader(file), int64(len(file)), m.shape())
	if err != nil {
		return nil, err
	}
	out := &Answers{Questions: m.questions()}
	r := reading{m: m, scale: ScaleOf(a, m.Scale), sectors: a.Sectors, out: out, words: map[string]string{}}
	for _, w := range m.Words {
		r.words[folded(w.Word)] = w.Value
	}
	for row := range table.Rows() {
		r.row(row)
	}
	out.Info, err = table.Close()
	return out, err
}

// reading is a file on its way in.
type reading struct {
	m       *ColumnMapping
	scale   AnswerScale
	sectors []string // of the contract
	words   map[string]string
	out     *Answers
}

func (r *reading) row(row *sheet.Row) {
	one := Row{Answers: map[string]string{}, Sector: r.sector(row)}
	for _, q := range r.out.Questions {
		if answer := r.answer(row, q.ID); answer != "" {
			one.Answers[q.ID] = answer
		}
	}
	for i, column := range r.m.Texts {
		key := "text" + strconv.Itoa(i+1)
		text := strings.ToValidUTF8(row.Text(key), "")
		switch {
		case utf8.RuneCountInString(text) > maxFree:
			row.Wrong(key, "survey.text_long", fault.Params{"most": maxFree})
		case text != "":
			if one.Texts == nil {
				one.Texts = map[string]string{}
			}
			one.Texts[column] = text
		}
	}
	if !row.Faulty() {
		r.out.Rows = append(r.out.Rows, one)
	}
}

func (r *reading) answer(row *sheet.Row, key string) string {
	word := row.Text(key)
	if word == "" {
		return ""
	}
	if meant, ok := r.words[folded(word)]; ok {
		word = meant
	}
	value, ok := r.scale.Read(word)
	if !ok {
		row.Wrong(key, "survey.no_answer", fault.Params{"found": record.Shorten(word, 60), "answers": append(slices.Clone(r.scale.Values), r.scale.DontKnow...)})
	}
	return value
}

func (r *reading) sector(row *sheet.Row) string {
	if r.m.Sector == "" {
		return ""
	}
	word := row.Text("sector")
	if word == "" {
		return "" // told by the column's rule
	}
	if len(r.sectors) > 0 {
		name, ok := find(r.sectors, word)
		if !ok {
			row.Wrong("sector", "survey.no_sector", fault.Params{"found": record.Shorten(word, 60), "sectors": r.sectors})
			return ""
		}
		word = name
	}
	if name, ok := find(r.out.Sectors, word); ok {
		return name
	}
	if len(r.out.Sectors) == maxSectors {
		row.Wrong("sector", "survey.too_many_sectors", fault.Params{"most": maxSectors})
		return ""
	}
	r.out.Sectors = append(r.out.Sectors, word)
	return word
}
