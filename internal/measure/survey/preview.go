package survey

import (
	"context"
	"slices"
	"sort"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/measure/imported"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// AnswersPreview is what a file with answers would say, and everything that is wrong with
// it.
type AnswersPreview struct {
	imported.ImportRead
	Covered int             `json:"covered" doc:"Person numbers that were covered in what people wrote."`
	Columns []AnswersColumn `json:"columns" nullable:"false"`
	Mapping ColumnMapping   `json:"mapping" doc:"As it was sent or, where none was, as the columns ask for it."`
	Answers []string        `json:"answers" nullable:"false" doc:"What an answer may be, the scale first."`
	Unknown []string        `json:"unknown" nullable:"false" doc:"Words in the questions' columns that stand for no answer yet."`
	Sectors []string        `json:"sectors" nullable:"false"`
	Result  *SurveyView     `json:"result" doc:"Null while something is wrong."`
	Known   bool            `json:"known" doc:"The newest result says the same of the same answers."`
	Before  *SurveyView     `json:"before" doc:"The newest result; null where there is none."`
}

// AnswersLook is a file to look at, with what is said of it so far.
type AnswersLook struct {
	imported.ImportFile
	Mapping    *ColumnMapping `json:"mapping,omitempty" doc:"Left out for a first look at the file."`
	Asked      int64          `json:"asked,omitempty" minimum:"0"`
	Population int64          `json:"population,omitempty" minimum:"0"`
	Sectors    []SurveySector `json:"sectors,omitempty" maxItems:"30"`
}

type previewInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	Body        AnswersLook
}

type previewOutput struct{ Body *AnswersPreview }

// preview looks at the file, and reads it by the mapping.
func (h Handlers) preview(ctx context.Context, in *previewInput) (*previewOutput, error) {
	c, r, reader, err := h.of(ctx, in.Contract, in.Requirement, now(ctx))
	if err != nil {
		return nil, err
	}
	file, err := in.Body.Bytes()
	if err != nil {
		return nil, err
	}
	p := &AnswersPreview{ImportRead: imported.ReadAs(), Columns: []AnswersColumn{}, Unknown: []string{}, Sectors: []string{}}
	out := &previewOutput{p}
	columns, info, err := Look(file, r.Answers)
	if err != nil {
		return out, p.Refuse(reader.Lang, err)
	}
	p.Take(info)
	p.Columns = columns
	p.Mapping = Propose(columns, r.Answers)
	if in.Body.Mapping != nil {
		p.Mapping = *in.Body.Mapping
	}
	scale := ScaleOf(r.Answers, p.Mapping.Scale)
	p.Answers = append(slices.Clone(scale.Values), scale.DontKnow...)
	p.Unknown = unknown(columns, p.Mapping, scale)
	var checks record.Checks
	p.Mapping.Check(r.Answers, &checks)
	if err := checks.Err(); err != nil {
		if in.Body.Mapping == nil {
			return out, nil // the person has to say first what the columns are
		}
		return nil, err
	}
	sent := SentAnswers{File: in.Body.Name, Mapping: p.Mapping, Asked: in.Body.Asked, Population: in.Body.Population, Sectors: in.Body.Sectors, Final: true}
	return out, h.weigh(ctx, p, file, &sent, c, r, reader)
}

// weigh reckons what the file would say.
func (h Handlers) weigh(ctx context.Context, p *AnswersPreview, file []byte, sent *SentAnswers, c *contract.Contract, r *contract.Requirement, reader record.Reader) error {
	answers, err := ReadFile(file, &p.Mapping, r.Answers)
	if answers != nil {
		p.Sectors, p.Covered = append(p.Sectors, answers.Sectors...), answers.Info.Covered
	}
	if err != nil {
		return p.Refuse(reader.Lang, err)
	}
	history, err := h.Log.History(ctx, c.ID, KindResult, r.ID, time.Time{})
	if err != nil {
		return err
	}
	var before *Result
	if len(history) > 0 {
		before = ResultOf(&history[len(history)-1])
	}
	if before != nil {
		p.Before = viewOf(reader.Lang, c, r, before)
	}
	root, err := rootOf(answers.Rows)
	if err != nil {
		return err
	}
	var checks record.Checks
	result := sent.Check(r.Answers, answers.Rows, root, nil, &checks)
	p.Known = before != nil && before.same(result)
	if err := checks.Err(); err != nil {
		return err
	}
	p.Result = viewOf(reader.Lang, c, r, &result)
	return nil
}

// unknown lists the words of the questions' columns that stand for no answer.
func unknown(columns []AnswersColumn, m ColumnMapping, s AnswerScale) []string {
	list := []string{}
	for _, c := range columns {
		if !slices.ContainsFunc(m.Questions, func(q QuestionColumn) bool { return folded(q.Column) == folded(c.Name) }) {
			continue
		}
		for _, v := range c.Values {
			_, known := s.Read(v)
			if !known && !slices.Contains(list, v) {
				list = append(list, v)
			}
		}
	}
	sort.Strings(list)
	return list
}

// newest reads the survey's facts as of the moment.
func newest(at web.Moment) time.Time {
	if at.Past {
		return at.Instant
	}
	return time.Time{}
}
