package survey

import (
	"encoding/json"
	"slices"
	"strconv"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Wording is a text in the languages that people are asked in.
type Wording struct {
	Danish  string `json:"da"`
	English string `json:"en"`
}

// In is the wording in a language.
func (w Wording) In(lang string) string {
	if lang == catalogue.English {
		return w.English
	}
	return w.Danish
}

// PlannedQuestion is a question of a survey of one's own.
type PlannedQuestion struct {
	Title   Wording `json:"title"`
	Overall bool    `json:"overall" doc:"Its answers are the requirement's result."`
}

// Plan is the body of a survey.plan: what is asked, of whom, and until when.
type Plan struct {
	Title     string            `json:"title"`
	Questions []PlannedQuestion `json:"questions" nullable:"false"`
	Scale     []Wording         `json:"scale,omitempty" doc:"The contract's scale in both languages, the worst first; its own words where left out."`
	DontKnow  *Wording          `json:"dontKnow,omitempty" doc:"The answer without an opinion; the contract's where left out, none where that has none."`
	Remark    *Wording          `json:"remark,omitempty" doc:"A last question that people answer in their own words; left out for none."`
	Closes    calendar.Date     `json:"closes" doc:"The last day on which answers are taken."`
	Size      int64             `json:"size" doc:"How many are drawn."`

	// What follows from the customers' list.
	File    string         `json:"file,omitempty" hidden:"true"`
	SHA256  string         `json:"sha256,omitempty" hidden:"true"`
	Frame   string         `json:"frame,omitempty" hidden:"true"` // draw.Frame
	Random  string         `json:"random,omitempty" hidden:"true"`
	Sectors []SurveySector `json:"sectors,omitempty" hidden:"true"`
}

// PlanOf reads a recorded plan.
func PlanOf(f *ledger.Fact) *Plan {
	var p Plan
	if f == nil || f.Kind != KindPlan || json.Unmarshal(f.Body, &p) != nil {
		return nil
	}
	return &p
}

// The bounds of a plan.
const (
	mostDrawn = 20_000
	mostAsked = 12 // questions, so that people answer them all
)

// Check applies every rule to the plan and fills in what the contract says.
func (p *Plan) Check(a *contract.Answers, today calendar.Date, c *record.Checks) {
	c.Needed("title", &p.Title, record.ShortText, "field.needed")
	if len(p.Questions) == 0 || len(p.Questions) > mostAsked {
		c.Add("questions", "survey.questions", fault.Params{"most": mostAsked})
	}
	overall := 0
	for i := range p.Questions {
		wording(c, "questions["+strconv.Itoa(i)+"].title", &p.Questions[i].Title)
		if p.Questions[i].Overall {
			overall++
		}
	}
	if overall != 1 {
		c.Add("questions", "survey.one_overall", nil)
	}
	p.fillScale(a)
	p.checkScale(a, c)
	if p.Remark != nil {
		wording(c, "remark", p.Remark)
	}
	if p.Closes.Before(today) {
		c.Add("closes", "survey.closes_past", fault.Params{"today": today})
	}
	if p.Size < int64(a.Least()) || p.Size > mostDrawn {
		c.Add("size", "field.range", fault.Params{"least": a.Least(), "most": mostDrawn})
	}
}

func wording(c *record.Checks, field string, w *Wording) {
	c.Needed(field+".da", &w.Danish, record.ShortText, "field.needed")
	c.Needed(field+".en", &w.English, record.ShortText, "field.needed")
}

func (p *Plan) fillScale(a *contract.Answers) {
	if len(p.Scale) == 0 {
		for _, value := range a.Scale {
			p.Scale = append(p.Scale, usual(value))
		}
	}
	if p.DontKnow == nil && len(a.DontKnow) > 0 {
		w := usual(a.DontKnow[0])
		p.DontKnow = &w
	}
}

// usual words an answer of the contract's in both languages, where it is one of those
// that most surveys use; else both are the contract's.
func usual(value string) Wording {
	for _, key := range []string{"survey.usual.worst", "survey.usual.bad", "survey.usual.middle", "survey.usual.good", "survey.usual.best", "survey.usual.none"} {
		w := Wording{catalogue.Text(catalogue.Danish, key, nil), catalogue.Text(catalogue.English, key, nil)}
		switch folded(value) {
		case folded(w.Danish):
			return Wording{value, w.English}
		case folded(w.English):
			return Wording{w.Danish, value}
		}
	}
	return Wording{value, value}
}

// checkScale holds that the scale is the contract's, in words of both languages.
func (p *Plan) checkScale(a *contract.Answers, c *record.Checks) {
	if len(a.Scale) > 0 && len(p.Scale) != len(a.Scale) {
		c.Add("scale", "survey.scale_length", fault.Params{"scale": a.Scale})
		return
	}
	if code := p.scale(a).problem(); code != "" {
		c.Add("scale", code, fault.Params{"satisfied": a.Satisfied})
	}
	for i := range p.Scale {
		wording(c, "scale["+strconv.Itoa(i)+"]", &p.Scale[i])
	}
	if p.DontKnow != nil {
		wording(c, "dontKnow", p.DontKnow)
	}
}

// scale is what answers are read by: the contract's own words where it has a scale.
func (p *Plan) scale(a *contract.Answers) AnswerScale {
	var values []string
	for _, w := range p.Scale {
		values = append(values, w.Danish)
	}
	s := ScaleOf(a, values)
	if p.DontKnow != nil && len(s.DontKnow) == 0 {
		s.DontKnow = []string{p.DontKnow.Danish}
	}
	return s
}

// questions are those that are asked, each with an id by its place.
func (p *Plan) questions() []SurveyQuestion {
	var list []SurveyQuestion
	for i, q := range p.Questions {
		list = append(list, SurveyQuestion{ID: "q" + strconv.Itoa(i+1), Title: q.Title.Danish, Overall: q.Overall})
	}
	return list
}

// remarkColumn is what a free text is kept under.
const remarkColumn = "remark"

// mapping is the plan as if its answers came from a file.
func (p *Plan) mapping() ColumnMapping {
	m := ColumnMapping{Questions: []QuestionColumn{}, Texts: []string{}, Words: []MeantWord{}, Scale: []string{}}
	for _, q := range p.questions() {
		m.Questions = append(m.Questions, QuestionColumn{Column: q.ID, Title: q.Title, Overall: q.Overall})
	}
	for _, w := range p.Scale {
		m.Scale = append(m.Scale, w.Danish)
	}
	if p.Remark != nil {
		m.Texts = []string{remarkColumn}
	}
	return m
}

// SurveyReply is what somebody answers.
type SurveyReply struct {
	Answers map[string]string `json:"answers" maxProperties:"12" doc:"By question: the number of the answer on the scale from 0, or none."`
	Remark  string            `json:"remark,omitempty" maxLength:"4000"`
}

// NoOpinion is the answer of who does not know.
const NoOpinion = "none"

// row is the reply as a row behind the result, or what is wrong with it.
func (p *Plan) row(a *contract.Answers, sector string, r SurveyReply) (Row, error) {
	s := p.scale(a)
	out := Row{Sector: sector, Answers: map[string]string{}}
	var c record.Checks
	for _, q := range p.questions() {
		said, ok := r.Answers[q.ID]
		if !ok || said == "" {
			continue
		}
		place, err := strconv.Atoi(said)
		switch {
		case said == NoOpinion && len(s.DontKnow) > 0:
			out.Answers[q.ID] = s.DontKnow[0]
		case err == nil && place >= 0 && place < len(s.Values):
			out.Answers[q.ID] = s.Values[place]
		default:
			c.Add("reply.answers."+q.ID, "survey.no_such_answer", nil)
		}
	}
	for id := range r.Answers {
		if !slices.ContainsFunc(p.questions(), func(q SurveyQuestion) bool { return q.ID == id }) {
			c.Add("reply.answers", "survey.no_such_question", fault.Params{"last": len(p.Questions)})
			break
		}
	}
	c.Text("reply.remark", &r.Remark, record.LongText)
	if r.Remark != "" && p.Remark != nil {
		out.Texts = map[string]string{remarkColumn: r.Remark}
	}
	if len(out.Answers) == 0 {
		c.Add("reply.answers", "survey.nothing_answered", nil)
	}
	return out, c.Err()
}
