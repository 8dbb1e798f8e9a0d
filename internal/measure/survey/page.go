package survey

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"

	"opfyldt/internal/bulk"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// SurveyView is a result as it goes over the wire.
type SurveyView struct {
	Share      string         `json:"share" doc:"Exact, in percent."`
	ShareText  string         `json:"shareText" doc:"In the reader's language, never on the wrong side of the target."`
	Kept       *bool          `json:"kept" doc:"The share keeps the target; null where there is none in figures."`
	Satisfied  int64          `json:"satisfied"`
	Answered   int64          `json:"answered"`
	DontKnow   int64          `json:"dontKnow"`
	Missing    int64          `json:"missing"`
	Rows       int64          `json:"rows" doc:"How many sent the form back."`
	Asked      int64          `json:"asked" doc:"0 where it is not known."`
	Population int64          `json:"population" doc:"0 where it is not known."`
	Interval   *ShareInterval `json:"interval" doc:"Of the share among all, with 95 % confidence; null where it is not known how many there are."`
	Weighted   *WeightedShare `json:"weighted" doc:"Each sector by its people; null where that cannot be reckoned or would tell of a hidden group."`
	Scale      AnswerScale    `json:"scale"`
	Least      int64          `json:"least" doc:"No group of fewer people is shown."`
	Questions  []QuestionView `json:"questions" nullable:"false"`
	Sectors    []SurveySector `json:"sectors" nullable:"false"`
	File       string         `json:"file"`
	SHA256     string         `json:"sha256"`
	Format     string         `json:"format" enum:"csv,xlsx,own"`
	Root       string         `json:"root" doc:"The Merkle root over the answers, which the fact states."`
	Final      bool           `json:"final"`
	Note       string         `json:"note"`
	Reason     string         `json:"reason"`
}

// QuestionView is a question with its counts and shares.
type QuestionView struct {
	SurveyQuestion
	All     *GroupView  `json:"all" doc:"Null where fewer answered than may be shown."`
	Sectors []GroupView `json:"sectors" nullable:"false" doc:"One that is hidden has no counts."`
}

// GroupView is a group's answers to one question.
type GroupView struct {
	Name      string `json:"name"`
	Hidden    bool   `json:"hidden"`
	Share     string `json:"share" doc:"Exact, in percent; empty where hidden or nobody answered."`
	ShareText string `json:"shareText"`
	Satisfied int64  `json:"satisfied"`
	Answered  int64  `json:"answered"`
	AnswerTally
}

func viewOf(lang string, c *contract.Contract, r *contract.Requirement, result *Result) *SurveyView {
	target := r.TargetFor(c.Year())
	overall := result.Figures.Overall()
	s := result.Scale
	v := &SurveyView{
		Rows: result.Figures.Rows, Asked: result.Asked, Population: result.Population, Scale: s, Least: result.Least,
		Questions: []QuestionView{}, Sectors: result.Figures.Sectors, File: result.File, SHA256: result.SHA256, Format: result.Format,
		Root: result.Root, Final: result.Final, Note: result.Note, Reason: result.Reason,
		Weighted: Weigh(*overall, result.Figures.Sectors, s),
	}
	all := groupOf(lang, "", overall.Tally, s, target)
	v.Share, v.ShareText, v.Satisfied, v.Answered, v.DontKnow, v.Missing = all.Share, all.ShareText, all.Satisfied, all.Answered, all.DontKnow, all.Missing
	if target != nil && target.Bound == contract.AtLeast && all.Share != "" {
		kept := !overall.Tally.Share(s).Less(target.Value)
		v.Kept = &kept
	}
	if result.Population >= all.Answered && all.Answered > 0 {
		if interval, err := IntervalOf(result.Population, all.Answered, all.Satisfied); err == nil {
			v.Interval = &interval
		}
	}
	for _, q := range result.Figures.Questions {
		line := QuestionView{SurveyQuestion: q.SurveyQuestion, Sectors: []GroupView{}}
		if q.Tally != nil {
			group := groupOf(lang, "", q.Tally, s, target)
			line.All = &group
		}
		for _, sector := range q.Sectors {
			line.Sectors = append(line.Sectors, groupOf(lang, sector.Sector, sector.Tally, s, target))
		}
		v.Questions = append(v.Questions, line)
	}
	return v
}

func groupOf(lang, name string, t *AnswerTally, s AnswerScale, target *contract.Target) GroupView {
	if t == nil {
		return GroupView{Name: name, Hidden: true, AnswerTally: AnswerTally{Counts: []int64{}}}
	}
	g := GroupView{Name: name, Satisfied: t.Satisfied(s), Answered: t.Answered(s), AnswerTally: *t}
	if share := t.Share(s); share != nil {
		g.Share, g.ShareText = share.String(), measure.Figure(lang, *share, target)
	}
	return g
}

// SurveyPage is a survey's result with what stands behind it.
type SurveyPage struct {
	Goal         string        `json:"goal"`
	Number       string        `json:"number"`
	Requirement  string        `json:"requirement"`
	Title        string        `json:"title"`
	Contract     string        `json:"contractTitle"`
	Language     string        `json:"language" doc:"Of the contract's texts."`
	Target       string        `json:"target" doc:"In words; empty where there is none."`
	TargetValue  string        `json:"targetValue" doc:"Exact; empty where there is none."`
	Day          calendar.Date `json:"day" doc:"The day as of which it is read."`
	Past         bool          `json:"past"`
	CanRun       bool          `json:"canRun" doc:"The reader may take answers in."`
	CanVerify    bool          `json:"canVerify"`
	CanAudit     bool          `json:"canAudit" doc:"The reader may fetch every answer, to count them again."`
	Expects      string        `json:"expects" doc:"The fact that a new result must expect."`
	Result       *SurveyView   `json:"result"`
	Fact         *record.Fact  `json:"fact" doc:"The fact that took the answers in."`
	Counts       bool          `json:"counts" doc:"The requirement's result rests on it; otherwise somebody has reported another one since."`
	Verification *record.Seen  `json:"verification"`
	Columns      []string      `json:"columns" nullable:"false" doc:"The columns with what people wrote themselves."`
	History      []record.Fact `json:"history" nullable:"false" doc:"The newest first."`
}

type pageInput struct {
	Contract    string `path:"contract"`
	Requirement string `path:"requirement"`
	web.AsOf
}

type pageOutput struct{ Body SurveyPage }

func (h Handlers) page(ctx context.Context, in *pageInput) (*pageOutput, error) {
	c, r, reader, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	asOf := newest(in.At)
	history, err := h.Log.History(ctx, c.ID, KindResult, r.ID, asOf)
	if err != nil {
		return nil, err
	}
	facts, err := h.Facts.Newest(ctx, c.ID, asOf, measure.KindReport, measure.KindVerification)
	if err != nil {
		return nil, err
	}
	goal, _ := c.Requirement(r.ID)
	p := SurveyPage{
		Goal: goal.ID, Number: goal.Number, Requirement: r.ID, Title: measure.Name(goal, r), Contract: c.Title, Language: c.Language,
		Target: measure.TargetWords(reader.Lang, c, r), Day: in.At.Day, Past: in.At.Past,
		CanRun: reader.May(opRun, goal.ID), CanAudit: reader.May(opAudit, goal.ID), Columns: []string{}, History: []record.Fact{},
	}
	if t := r.TargetFor(c.Year()); t != nil && t.Bound != contract.Done && t.Benchmark == "" {
		p.TargetValue = t.Value.String()
	}
	for i := len(history) - 1; i >= 0; i-- {
		p.History = append(p.History, reader.Wire(history[i]))
	}
	if len(history) > 0 {
		p.show(c, r, &history[len(history)-1], measure.Lines(c, goal, r, facts, reader), reader)
	}
	return &pageOutput{p}, nil
}

// show puts the newest result on the page.
func (p *SurveyPage) show(c *contract.Contract, r *contract.Requirement, f *ledger.Fact, lines []measure.ResultLine, reader record.Reader) {
	p.Expects = f.ID
	result := ResultOf(f)
	if result == nil {
		return
	}
	wire := reader.Wire(*f)
	p.Result, p.Fact = viewOf(reader.Lang, c, r, result), &wire
	p.Columns = append(p.Columns, result.Mapping.Texts...)
	if len(lines) > 0 && lines[0].Import == f.ID {
		p.Counts, p.Verification, p.CanVerify = true, lines[0].Verification, lines[0].CanVerify
	}
}

// FreeText is what somebody wrote.
type FreeText struct {
	Column string `json:"column"`
	Text   string `json:"text"`
}

type textsOutput struct {
	Body struct {
		Texts []FreeText `json:"texts" nullable:"false"`
	}
}

// texts answers what people wrote, ordered by a hash: neither who wrote it nor which
// answers go with it can be told from its place.
func (h Handlers) texts(ctx context.Context, in *pageInput) (*textsOutput, error) {
	c, r, _, err := h.of(ctx, in.Contract, in.Requirement, in.At)
	if err != nil {
		return nil, err
	}
	out := &textsOutput{}
	out.Body.Texts = []FreeText{}
	history, err := h.Log.History(ctx, c.ID, KindResult, r.ID, newest(in.At))
	if err != nil || len(history) == 0 {
		return out, err
	}
	f := history[len(history)-1]
	result := ResultOf(&f)
	rows, root, err := h.Store.Read(ctx, c.ID, f.ID)
	if err != nil || result == nil || root != result.Root {
		return out, err
	}
	for _, column := range result.Mapping.Texts {
		out.Body.Texts = append(out.Body.Texts, textsOf(rows, column, f.ID)...)
	}
	return out, nil
}

func textsOf(rows []Row, column, salt string) []FreeText {
	byHash := map[string]string{}
	var order []string
	for i, r := range rows {
		if r.Texts[column] == "" {
			continue
		}
		sum := sha256.Sum256([]byte(salt + r.Texts[column] + strconv.Itoa(i)))
		hash := hex.EncodeToString(sum[:])
		byHash[hash] = r.Texts[column]
		order = append(order, hash)
	}
	sort.Strings(order)
	var list []FreeText
	for _, hash := range order {
		list = append(list, FreeText{column, byHash[hash]})
	}
	return list
}

// rootOf is the Merkle root over the answers.
func rootOf(rows []Row) (string, error) {
	var tree bulk.Tree
	for _, r := range rows {
		text, err := bulk.Row(r)
		if err != nil {
			return "", err
		}
		tree.Add(text)
	}
	return tree.Root(), nil
}
