package cases

import (
	"context"

	"opfyldt/internal/contract"
	"opfyldt/internal/draw"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Roots tells a log's root as it was.
type Roots interface {
	RootAt(ctx context.Context, contractID string, size int64) (string, error)
}

// draw draws the subsample of the cases that a result counts. The same result
// always draws the same: the seed is the log's root once the result was in it.
func (s Service) draw(ctx context.Context, r *contract.Requirement, rule Rule, result ledger.Fact, of Of) (*subsample, error) {
	counts := countedIn(rule, result, monthIn(r, result.Subject))
	d := &subsample{}
	var err error
	d.Import, d.Round = importIn(&result), result.ID
	d.Confidence, d.Tolerable = &sampleConfidence, &sampleTolerable
	if d.Frame, d.Population, err = draw.FrameOf(s.Store.references(ctx, of, counts)); err != nil {
		return nil, err
	}
	if d.Size, err = sizeOf(d.Population); err != nil {
		return nil, err
	}
	if d.Random, err = s.Roots.RootAt(ctx, of.Contract, result.Leaf+1); err != nil {
		return nil, err
	}
	d.drawn, err = draw.First(seedOf(d.CheckedCases), s.Store.references(ctx, of, counts), d.Size)
	return d, err
}

// behind names the cases that a result rests on; false where it rests on none.
func (s Service) behind(ctx context.Context, result ledger.Fact, requirement string) (Of, bool, error) {
	importID := importIn(&result)
	if importID == "" {
		return Of{}, false, nil
	}
	chain, err := s.Store.Chain(ctx, result.Contract, requirement, result.Recorded)
	if err != nil {
		return Of{}, false, err
	}
	chain, ok := chainTo(chain, importID)
	return Of{result.Contract, requirement, chain}, ok, nil
}

// Held finishes what somebody says of a result's subsample: it must be of the very
// cases that are drawn for it. Who brought any of the cases in is refused. Nil is
// answered for nil, and where the result rests on no cases.
func (s Service) Held(ctx context.Context, by ledger.Person, c *contract.Contract, r *contract.Requirement, result ledger.Fact, sent *record.CheckedCases) (*record.CheckedCases, error) {
	rule, ok := RuleOf(c, r)
	if !ok {
		return sent, nil
	}
	of, ok, err := s.behind(ctx, result, r.ID)
	if err != nil || !ok {
		return sent, err
	}
	var imports []ledger.Fact
	for _, id := range of.Chain {
		f, err := s.Facts.Fact(ctx, of.Contract, id)
		if err != nil {
			return nil, err
		}
		imports = append(imports, f)
	}
	if err := ownImport(by.Subject(), imports); err != nil || sent == nil {
		return nil, err
	}
	d, err := s.draw(ctx, r, rule, result, of)
	if err != nil {
		return nil, err
	}
	if err := d.fill(sent); err != nil {
		return nil, err
	}
	return &d.CheckedCases, nil
}
