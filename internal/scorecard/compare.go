package scorecard

import (
	"context"
	"slices"

	"opfyldt/internal/agreement"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// between is how many facts a comparison lists; the log has the rest.
const between = 200

type compareInput struct {
	Contract string `path:"contract"`
	Left     string `query:"left" maxLength:"20" doc:"A day, a version (v1) or now; left out: the contract's first day." example:"2014-06-30"`
	Right    string `query:"right" default:"now" maxLength:"20" doc:"The same." example:"now"`
	web.AsOf
}

type compareOutput struct{ Body SideBySide }

func (h Handlers) compare(ctx context.Context, in *compareInput) (*compareOutput, error) {
	now, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	if in.Left == "" {
		in.Left = now.contract.Period.From.String()
	}
	leftName, rightName, err := sideNames(in)
	if err != nil {
		return nil, err
	}
	versions, err := h.knownVersions(ctx, now)
	if err != nil {
		return nil, err
	}
	left, err := h.sidePage(ctx, now, versions, in.At, leftName, "query.left")
	if err != nil {
		return nil, err
	}
	right, err := h.sidePage(ctx, now, versions, in.At, rightName, "query.right")
	if err != nil {
		return nil, err
	}
	body := compare(left, right)
	body.AsOf, body.Head, body.Versions = now.asOf(), now.head, len(versions)
	body.Left, body.Right = left.compareSide(leftName), right.compareSide(rightName)
	facts, more, err := h.factsBetween(ctx, left, right)
	if err != nil {
		return nil, err
	}
	body.Facts, body.More = now.wireAll(facts), more
	return &compareOutput{body}, nil
}

// sideNames reads both sides; every mistake is told at once.
func sideNames(in *compareInput) (left, right sideName, err error) {
	var bad []fault.Field
	left, ok := readSide(in.Left)
	if !ok {
		bad = append(bad, fault.Field{Path: "query.left", Code: "compare.side"})
	}
	if right, ok = readSide(in.Right); !ok {
		bad = append(bad, fault.Field{Path: "query.right", Code: "compare.side"})
	}
	return left, right, fault.Fields(bad...)
}

// knownVersions answers the contract's versions that were known at the page's
// instant, in force or not, the oldest first. The first stands always.
func (h Handlers) knownVersions(ctx context.Context, now *page) ([]*contract.Contract, error) {
	all, err := h.versions(ctx, now.contract.ID)
	if err != nil {
		return nil, err
	}
	known := []*contract.Contract{}
	for i, v := range all {
		if i == 0 || !v.Recorded.After(now.card.AsOf) {
			known = append(known, v.Contract)
		}
	}
	if len(known) == 0 {
		known = append(known, now.contract)
	}
	return known, nil
}

// sidePage reads one side: the contract as of a day, or one of its versions with
// the facts that the page knows.
func (h Handlers) sidePage(ctx context.Context, now *page, versions []*contract.Contract, at web.Moment, n sideName, path string) (*page, error) {
	if n.version == 0 {
		return h.Reader.page(ctx, now.contract.ID, n.moment(at))
	}
	if n.version > len(versions) {
		return nil, fault.Fields(fault.Field{Path: path, Code: "compare.version", Params: fault.Params{"versions": len(versions)}})
	}
	c := versions[n.version-1]
	s, err := newState(c, now.facts, now.card.AsOf)
	if err != nil {
		return nil, err
	}
	return newPage(s, now.view, now.head), nil
}

// factsBetween lists what was recorded after the earlier side and until the
// later one, the newest first; where both know the same facts, those that made
// the contract's versions.
func (h Handlers) factsBetween(ctx context.Context, left, right *page) ([]ledger.Fact, bool, error) {
	earlier, later := left, right
	if right.head.Size < left.head.Size {
		earlier, later = right, left
	}
	by := ledger.Filter{Limit: between, AsOf: readAt(web.Moment{Instant: later.view.AsOf, Past: later.view.Past})}
	if earlier.head.Size == later.head.Size {
		by.Kinds = []string{agreement.KindVersion}
	} else if earlier.head.Size > 0 {
		after := earlier.head.Size - 1
		by.After = &after
	}
	facts, next, err := h.Log.List(ctx, left.contract.ID, by)
	slices.Reverse(facts)
	return facts, next != nil, err
}
