package survey

import (
	"encoding/json"
	"strconv"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// SentAnswers is what a person says of answers that come in.
type SentAnswers struct {
	File       string         `json:"file,omitempty" hidden:"true"` // the file's name
	SHA256     string         `json:"sha256,omitempty" hidden:"true"`
	Format     string         `json:"format,omitempty" hidden:"true"` // csv, xlsx or own
	Mapping    ColumnMapping  `json:"mapping"`
	Plan       string         `json:"plan,omitempty" hidden:"true"` // of a survey of one's own
	Asked      int64          `json:"asked,omitempty" doc:"How many were asked; 0 where it is not known."`
	Population int64          `json:"population,omitempty" doc:"How many there are to ask; 0 where it is not known: then there is no interval."`
	Sectors    []SurveySector `json:"sectors,omitempty" doc:"How many were asked and there are, by sector. Their sums then stand for the two above."`
	Final      bool           `json:"final" doc:"No more answers are taken in."`
	Note       string         `json:"note,omitempty"`
	Reason     string         `json:"reason,omitempty" doc:"Needed where the result corrects an earlier one."`
}

// Result is the body of a survey.result: the answers by their root, and everything
// that follows from them and may be known.
type Result struct {
	File       string        `json:"file"`
	SHA256     string        `json:"sha256"`
	Format     string        `json:"format"`
	Plan       string        `json:"plan,omitempty"` // the survey.plan of a survey of one's own
	Root       string        `json:"root"`
	Mapping    ColumnMapping `json:"mapping"`
	Scale      AnswerScale   `json:"scale"`
	Least      int64         `json:"least"`
	Asked      int64         `json:"asked"`
	Population int64         `json:"population"`
	Figures    Figures       `json:"figures"`
	Final      bool          `json:"final"`
	Note       string        `json:"note,omitempty"`
	Reason     string        `json:"reason,omitempty"`
}

// ResultOf reads a recorded result.
func ResultOf(f *ledger.Fact) *Result {
	var r Result
	if f == nil || json.Unmarshal(f.Body, &r) != nil || r.Figures.Overall() == nil {
		return nil
	}
	return &r
}

// mostPeople is the largest number that is believed.
const mostPeople = 10_000_000

// Check applies every rule to what was sent, and reckons the result from the rows.
func (in *SentAnswers) Check(a *contract.Answers, rows []Row, root string, previous *Result, c *record.Checks) Result {
	c.Needed("file", &in.File, record.ShortText, "field.needed")
	c.Text("note", &in.Note, record.LongText)
	c.Text("reason", &in.Reason, record.LongText)
	in.Mapping.Check(a, c)
	out := Result{
		File: in.File, SHA256: in.SHA256, Format: in.Format, Plan: in.Plan, Root: root, Mapping: in.Mapping, Scale: ScaleOf(a, in.Mapping.Scale),
		Least: int64(a.Least()), Asked: in.Asked, Population: in.Population, Final: in.Final, Note: in.Note, Reason: in.Reason,
	}
	if previous != nil && previous.same(out) {
		c.Add("content", "survey.same_file", nil)
	}
	if len(c.Wrong) > 0 {
		return out
	}
	sectors := in.sectors(rows, c)
	out.Asked, out.Population = in.Asked, in.Population
	people := int64(len(rows))
	checkNumber(c, "asked", out.Asked, people)
	checkNumber(c, "population", out.Population, max(out.Asked, people))
	out.Figures = Count(rows, in.Mapping.questions(), sectors, out.Scale, out.Least)
	if overall := out.Figures.Overall(); overall.Tally == nil {
		c.Add("content", "survey.too_few", fault.Params{"least": out.Least})
	}
	return out
}

// same reports whether the other result says the same of the same answers.
func (r *Result) same(other Result) bool {
	before, _ := json.Marshal(r.Mapping)    // a struct of texts can be written
	after, _ := json.Marshal(other.Mapping) // and so can the other
	return r.Root == other.Root && string(before) == string(after) && r.Final == other.Final && other.Reason == ""
}

// checkNumber holds that a number of people is not known (0) or no less than those
// who are among them.
func checkNumber(c *record.Checks, field string, n, least int64) {
	if n != 0 && (n < least || n > mostPeople) {
		c.Add(field, "field.range", fault.Params{"least": least, "most": mostPeople})
	}
}

// sectors are those of the rows, each with what was said of it.
func (in *SentAnswers) sectors(rows []Row, c *record.Checks) []SurveySector {
	var list []SurveySector
	place := map[string]int{}
	counts := map[string]int64{}
	for _, r := range rows {
		if r.Sector == "" {
			continue
		}
		if _, ok := place[r.Sector]; !ok {
			place[r.Sector] = len(list)
			list = append(list, SurveySector{Name: r.Sector})
		}
		counts[r.Sector]++
	}
	if len(in.Sectors) == 0 {
		return list
	}
	in.Asked, in.Population = 0, 0
	for i, said := range in.Sectors {
		at := "sectors[" + strconv.Itoa(i) + "]"
		j, ok := place[said.Name]
		if !ok {
			place[said.Name], j = len(list), len(list)
			list = append(list, SurveySector{Name: said.Name}) // asked, and nobody answered
		}
		checkNumber(c, at+".asked", said.Asked, counts[said.Name])
		checkNumber(c, at+".population", said.Population, max(said.Asked, counts[said.Name]))
		list[j].Asked, list[j].Population = said.Asked, said.Population
		in.Asked += said.Asked
		in.Population += said.Population
	}
	for _, s := range list {
		if s.Asked == 0 {
			in.Asked = 0 // a sum with a part that is not known is not known
		}
		if s.Population == 0 {
			in.Population = 0
		}
	}
	return list
}
