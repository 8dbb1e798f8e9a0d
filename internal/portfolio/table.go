package portfolio

import (
	"context"
	"iter"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

type tableInput struct {
	ListFilter
	web.TableFormat
	web.AsOf
}

// table is the whole list, narrowed and ordered as asked, as a file: a row for
// each contract and goal.
func (h Handlers) table(ctx context.Context, in *tableInput) (*web.File, error) {
	page, err := h.read(ctx, in.At, in.ListFilter)
	if err != nil {
		return nil, err
	}
	lang := web.Language(ctx)
	var heads []sheet.Head
	for _, column := range []struct {
		key   string
		width int
	}{
		{"agency", 34}, {"contract", 44}, {"from", 12}, {"to", 12}, {"worst", 10}, {"best", 10}, {"late", 12}, {"deadline", 14},
		{"number", 8}, {"goal", 40}, {"state", 16}, {"degree_worst", 10}, {"degree_best", 10},
	} {
		heads = append(heads, sheet.Head{Name: catalogue.Text(lang, "portfolio.column."+column.key, nil), Width: column.width})
	}
	return in.Table(ctx, "portfolio-"+page.Day.String(), heads, rows(page.Lines, lang)), nil
}

func rows(lines []*Line, lang string) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, l := range lines {
			for _, row := range l.rows(lang) {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

// rows writes the contract beside each of its goals; alone where its figures
// are still being reckoned.
func (l *Line) rows(lang string) [][]any {
	c := l.Contract
	if !l.Reckoned {
		return [][]any{{c.Agency, c.Title, c.From, c.To, nil, nil, nil, nil, nil, nil, nil, nil, nil}}
	}
	var due any
	if l.NextDeadline != nil {
		due = l.NextDeadline.Due
	}
	var all [][]any
	for _, g := range l.Goals {
		all = append(all, []any{c.Agency, c.Title, c.From, c.To, l.Total.Worst, l.Total.Best, l.Counts.Late, due,
			g.Number, g.Title, stateName(lang, g.State), g.Degree.Worst, g.Degree.Best})
	}
	return all
}

func stateName(lang string, s scorecard.GoalState) string {
	return catalogue.Text(lang, "goal.state."+string(s), nil)
}
