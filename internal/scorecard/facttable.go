package scorecard

import (
	"context"
	"iter"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/ledger"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

type factTableInput struct {
	Contract string `path:"contract"`
	FactFilter
	web.TableFormat
	web.AsOf
}

// factTable is the log as it is narrowed and ordered, as a file.
func (h Handlers) factTable(ctx context.Context, in *factTableInput) (*web.File, error) {
	p, by, err := h.filtered(ctx, in.Contract, in.At, in.FactFilter)
	if err != nil {
		return nil, err
	}
	var heads []sheet.Head
	for _, column := range []struct {
		key   string
		width int
	}{
		{"leaf", 8}, {"sentence", 80}, {"kind", 26}, {"goal", 8}, {"subject", 26}, {"day", 12}, {"recorded", 20},
		{"name", 24}, {"role", 14}, {"signed", 12}, {"supersedes", 12}, {"superseded", 12}, {"id", 38},
	} {
		heads = append(heads, sheet.Head{Name: catalogue.Text(p.view.Lang, "log.column."+column.key, nil), Width: column.width})
	}
	return in.Table(ctx, in.Contract+"-log-"+p.view.Day.String(), heads, h.factRows(ctx, p, by)), nil
}

// factRows reads the facts page by page, so that a long log needs little room.
func (h Handlers) factRows(ctx context.Context, p *page, by ledger.Filter) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for {
			facts, next, err := h.Log.List(ctx, p.contract.ID, by)
			var lines []LogLine
			if err == nil {
				lines, err = h.logLines(ctx, p, facts)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, l := range lines {
				if !yield(p.factRow(l), nil) {
					return
				}
			}
			if by.After = next; next == nil {
				return
			}
		}
	}
}

func (p *page) factRow(l LogLine) []any {
	return []any{
		l.Leaf, l.Sentence, l.Kind, l.Goal, l.Subject, l.Day, l.Recorded, l.Actor.Name, l.Actor.Role,
		p.text("log.signed."+map[bool]string{true: "yes", false: "no"}[l.Signed], nil), leafOf(l.Before), leafOf(l.After), l.ID,
	}
}

func leafOf(n *ledger.Neighbour) any {
	if n == nil {
		return nil
	}
	return n.Leaf
}
