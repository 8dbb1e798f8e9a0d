package record

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// MostAtOnce is how many submissions one request may hold.
const MostAtOnce = 20_000

// RecordedAll answers many submissions: 201 when any was written now, 200 when all
// were there already.
type RecordedAll struct {
	Status int
	Body   struct {
		Written int   `json:"written" doc:"Facts written now."`
		Known   int   `json:"known" doc:"Facts that were there already, from the same request sent before."`
		First   int64 `json:"first" doc:"Leaf number of the first."`
		Last    int64 `json:"last" doc:"Leaf number of the last."`
	}
}

// SendAll records all submissions or none. Their places in the request are named
// under field: "body.reports[17].reason".
func (b Book) SendAll(ctx context.Context, all []ledger.Submission, field string) (*RecordedAll, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	switch n := len(all); {
	case n == 0:
		return nil, fault.Fields(fault.Field{Path: field, Code: "field.needed"})
	case n > MostAtOnce:
		return nil, fault.Fields(fault.Field{Path: field, Code: "field.too_many", Params: fault.Params{"most": MostAtOnce}})
	}
	facts, err := b.Recorder.RecordAll(ctx, by, all, func(done int) { web.Tell(ctx, "write", done, len(all)) })
	if err != nil {
		return nil, Under(field, err)
	}
	return told(facts, web.Now(ctx)), nil
}

// told counts what was written now and what was there.
func told(facts []ledger.Fact, now time.Time) *RecordedAll {
	out := &RecordedAll{Status: http.StatusOK}
	out.Body.First, out.Body.Last = facts[0].Leaf, facts[len(facts)-1].Leaf
	for _, f := range facts {
		if f.Recorded.Before(now.Truncate(time.Microsecond)) {
			out.Body.Known++
			continue
		}
		out.Body.Written++
		out.Status = http.StatusCreated
	}
	return out
}

// Under names the places of a refusal as the request has them: what the ledger
// calls "[17].body.reason" is "body.reports[17].reason", and "body.day" of the
// seventeenth "body.reports[17].day".
func Under(field string, err error) error {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	out := *f
	out.Fields = make([]fault.Field, len(f.Fields))
	for i, at := range f.Fields {
		place, rest, _ := strings.Cut(at.Path, "body")
		at.Path = field + strings.TrimSuffix(place, ".") + rest
		out.Fields[i] = at
	}
	return &out
}
