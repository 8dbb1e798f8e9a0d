package cases

import (
	"context"

	"opfyldt/internal/calendar"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// CasesQuality is what one should look at among a requirement's cases.
type CasesQuality struct {
	CasesAbout
	From         calendar.Date `json:"from" doc:"The period: looked at are the cases concluded in it, and the open ones."`
	To           calendar.Date `json:"to"`
	Checked      int64         `json:"checked" doc:"Cases looked at."`
	Months       int           `json:"months" doc:"Whole months looked at for gaps."`
	NotConcluded []string      `json:"notConcluded" nullable:"false" doc:"Whole months in which no case was concluded."`
	NotReceived  []string      `json:"notReceived" nullable:"false" doc:"Whole months in which no case was received."`
	Findings     []CaseFinding `json:"findings" nullable:"false" doc:"Every check that ran, those that found nothing too."`
	Fence        *CaseFence    `json:"fence" doc:"Beyond how many days a case is an outlier; none where too few were concluded to say."`
	Years        int           `json:"years" doc:"A case received so many years before the extract's day or earlier is looked at."`
	Least        int           `json:"least" doc:"Concluded cases that it takes to speak of outliers."`
	Since        *SinceImport  `json:"since" doc:"What the newest import changed; none where nothing was imported."`
}

// CaseFinding is a check, and how many cases it found.
type CaseFinding struct {
	Finding Finding `json:"finding" enum:"alike,rest-day,before-stop-ended,stop-afterwards,stop-for-nothing,stop-unnamed,long-ago,outlier,outcome-open,no-outcome"`
	Cases   int64   `json:"cases"`
}

// SinceImport is what the newest import changed.
type SinceImport struct {
	New       int64        `json:"new"`
	Changed   int64        `json:"changed"`
	Removed   int64        `json:"removed"`
	Unchanged int64        `json:"unchanged"`
	Vanished  int64        `json:"vanished" doc:"Cases that the file did not have and that stayed."`
	Before    *record.Fact `json:"before" doc:"The import before; none where it was the first."`
	Was       *CaseFigures `json:"was" doc:"The figures that followed from that."`
}

type qualityInput struct {
	Place
	web.AsOf
}

type qualityOutput struct{ Body CasesQuality }

// quality answers what one should look at.
func (h Handlers) quality(ctx context.Context, in *qualityInput) (*qualityOutput, error) {
	v, err := h.see(ctx, in.Place, in.At)
	if err != nil {
		return nil, err
	}
	var s CaseStatistics
	q, err := h.look(ctx, v, &s)
	if err != nil {
		return nil, err
	}
	window := v.rule.Window
	out := &qualityOutput{CasesQuality{CasesAbout: v.about(web.Language(ctx)), From: window.From, To: window.To,
		Fence: q.fence, Years: longAgo, Least: leastOutliers, Findings: []CaseFinding{}, NotConcluded: []string{}, NotReceived: []string{}}}
	if v.newest == nil {
		return out, nil
	}
	checked, err := h.Store.Check(ctx, v.of, q)
	if err != nil {
		return nil, err
	}
	b := &out.Body
	b.Checked = checked.Cases
	for _, f := range q.findings() {
		b.Findings = append(b.Findings, CaseFinding{f, checked.Found[f]})
	}
	b.NotConcluded, b.NotReceived = gaps(s.Months)
	for _, m := range s.Months {
		if m.Data == Whole {
			b.Months++
		}
	}
	b.Since, err = h.since(ctx, v)
	return out, err
}

// look counts the window's cases and says what a check of them goes by.
func (h Handlers) look(ctx context.Context, v *view, s *CaseStatistics) (quality, error) {
	q := quality{rule: v.rule, extract: v.extract()}
	tallies, err := h.Store.Tallies(ctx, v.of, v.rule.Window)
	if err != nil {
		return q, err
	}
	*s = Count(tallies, v.rule, q.extract)
	q.fence = fenceOf(s.Durations)
	if v.newest != nil {
		q.newest, q.first = v.newest.ID, len(v.of.Chain) == 1
	}
	return q, nil
}

// since reads what the newest import changed.
func (h Handlers) since(ctx context.Context, v *view) (*SinceImport, error) {
	i := ImportOf(v.newest)
	if i == nil {
		return nil, nil
	}
	s := &SinceImport{New: i.New, Changed: i.Changed, Removed: i.Removed, Unchanged: i.Unchanged, Vanished: i.Vanished}
	if len(v.of.Chain) < 2 {
		return s, nil
	}
	f, err := h.Facts.Fact(ctx, v.of.Contract, v.of.Chain[len(v.of.Chain)-2])
	if err != nil {
		return nil, err
	}
	before := v.reader.Wire(f)
	s.Before = &before
	if i := ImportOf(&f); i != nil {
		figures := i.Figures.listed()
		s.Was = &figures
	}
	return s, nil
}
