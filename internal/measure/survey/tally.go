package survey

import (
	"slices"

	"opfyldt/internal/exact"
)

// Row is what one person answered. It says nothing of who they are.
type Row struct {
	Sector  string            `json:"sector,omitempty"`
	Answers map[string]string `json:"answers"`         // question → answer on the scale; one left out is missing
	Texts   map[string]string `json:"texts,omitempty"` // column → what they wrote, person numbers covered
}

// SurveyQuestion is one that the answers are to.
type SurveyQuestion struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Overall bool   `json:"overall" doc:"Its answers are the requirement's result."`
}

// AnswerTally counts the answers to one question.
type AnswerTally struct {
	Counts   []int64 `json:"counts" nullable:"false" doc:"By the scale's values."`
	DontKnow int64   `json:"dontKnow"`
	Missing  int64   `json:"missing" doc:"Sent the form back without an answer to this."`
}

// add counts a person's answer.
func (t *AnswerTally) add(s AnswerScale, answer string) {
	if i := slices.Index(s.Values, answer); i >= 0 {
		t.Counts[i]++
	} else if answer != "" {
		t.DontKnow++
	} else {
		t.Missing++
	}
}

// Answered is how many answered, by the scale's rule on those who do not know.
func (t AnswerTally) Answered(s AnswerScale) int64 {
	n := int64(0)
	for _, c := range t.Counts {
		n += c
	}
	if s.DontKnowCounts {
		n += t.DontKnow
	}
	return n
}

// Satisfied is how many of them are satisfied.
func (t AnswerTally) Satisfied(s AnswerScale) int64 {
	n := int64(0)
	for i, c := range t.Counts {
		if s.satisfied(s.Values[i]) {
			n += c
		}
	}
	return n
}

// Share is the satisfied of those who answered, in percent; nil where nobody did.
func (t AnswerTally) Share(s AnswerScale) *exact.Rat {
	answered := t.Answered(s)
	if answered == 0 {
		return nil
	}
	share := exact.Frac(t.Satisfied(s), answered).Mul(exact.Int(100))
	return &share
}

// SectorTally counts a sector's answers to one question. One that is hidden has no
// counts: too few people would be shown, or could be reckoned from the others.
type SectorTally struct {
	Sector string       `json:"sector"`
	Tally  *AnswerTally `json:"tally"`
}

// QuestionTally counts the answers to a question, of all and by sector.
type QuestionTally struct {
	SurveyQuestion
	Tally   *AnswerTally  `json:"tally" doc:"Null where fewer answered than may be shown."`
	Sectors []SectorTally `json:"sectors" nullable:"false"`
}

// SurveySector is a part of those asked. Rows is null where it is hidden.
type SurveySector struct {
	Name       string `json:"name"`
	Rows       *int64 `json:"rows,omitempty" doc:"How many sent the form back; null where that is not shown."`
	Asked      int64  `json:"asked" doc:"0 where it is not known."`
	Population int64  `json:"population" doc:"0 where it is not known."`
}

// Figures are everything that follows from the rows and may be known of them.
type Figures struct {
	Rows      int64           `json:"rows"`
	Questions []QuestionTally `json:"questions" nullable:"false"`
	Sectors   []SurveySector  `json:"sectors" nullable:"false"`
}

// Overall is the question whose answers are the result.
func (f Figures) Overall() *QuestionTally {
	for i := range f.Questions {
		if f.Questions[i].Overall {
			return &f.Questions[i]
		}
	}
	return nil
}

// Count reckons the figures and leaves out what is of fewer people than least.
func Count(rows []Row, questions []SurveyQuestion, sectors []SurveySector, s AnswerScale, least int64) Figures {
	f := Figures{Rows: int64(len(rows)), Questions: []QuestionTally{}, Sectors: []SurveySector{}}
	people := make([]int64, len(sectors))
	place := map[string]int{}
	for i, sector := range sectors {
		place[sector.Name] = i
	}
	for _, r := range rows {
		if i, ok := place[r.Sector]; ok {
			people[i]++
		}
	}
	hidden := hide(people, least)
	for i, sector := range sectors {
		if !hidden[i] {
			sector.Rows = &people[i]
		}
		f.Sectors = append(f.Sectors, sector)
	}
	for _, q := range questions {
		f.Questions = append(f.Questions, count(rows, q, sectors, place, hidden, s, least))
	}
	return f
}

func count(rows []Row, q SurveyQuestion, sectors []SurveySector, place map[string]int, hidden []bool, s AnswerScale, least int64) QuestionTally {
	all := AnswerTally{Counts: make([]int64, len(s.Values))}
	by := make([]AnswerTally, len(sectors))
	for i := range by {
		by[i].Counts = make([]int64, len(s.Values))
	}
	for _, r := range rows {
		all.add(s, r.Answers[q.ID])
		if i, ok := place[r.Sector]; ok {
			by[i].add(s, r.Answers[q.ID])
		}
	}
	out := QuestionTally{SurveyQuestion: q, Sectors: []SectorTally{}}
	shown := all.Answered(s) >= least
	if shown {
		out.Tally = &all
	}
	sizes := make([]int64, len(by))
	for i := range by {
		sizes[i] = by[i].Answered(s)
	}
	also := hide(sizes, least, hidden...)
	for i, sector := range sectors {
		line := SectorTally{Sector: sector.Name}
		if shown && !also[i] {
			line.Tally = &by[i]
		}
		out.Sectors = append(out.Sectors, line)
	}
	return out
}
