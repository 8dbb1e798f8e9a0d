package app

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// counted counts what is recorded, and what is not.
type counted struct {
	ledger.Recorder
	facts *prometheus.CounterVec
}

func newCounted(r ledger.Recorder, registry prometheus.Registerer) counted {
	c := counted{r, prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "opfyldt_facts_total",
		Help: "Facts that were to be written, by kind and by what came of it.",
	}, []string{"kind", "outcome"})}
	registry.MustRegister(c.facts)
	return c
}

// Record implements ledger.Recorder.
func (c counted) Record(ctx context.Context, by ledger.Person, s ledger.Submission) (ledger.Fact, error) {
	f, err := c.Recorder.Record(ctx, by, s)
	c.count(f.Kind, 1, err)
	return f, err
}

// RecordAll implements ledger.Recorder.
func (c counted) RecordAll(ctx context.Context, by ledger.Person, all []ledger.Submission, seen func(int)) ([]ledger.Fact, error) {
	facts, err := c.Recorder.RecordAll(ctx, by, all, seen)
	if err != nil {
		c.count("", len(all), err)
	}
	for _, f := range facts {
		c.count(f.Kind, 1, nil)
	}
	return facts, err
}

func (c counted) count(kind string, facts int, err error) {
	outcome := "written"
	switch {
	case err == nil:
	case fault.KindOf(err) == fault.Internal, fault.KindOf(err) == fault.Unavailable:
		kind, outcome = "", "failed"
	case fault.KindOf(err) == fault.Conflict:
		kind, outcome = "", "stale"
	default:
		kind, outcome = "", "refused"
	}
	c.facts.WithLabelValues(kind, outcome).Add(float64(facts))
}
