package app

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// counted counts what is recorded, and what is not.
type counted struct {
	ledger.Recorder
	clock func() time.Time
	facts *prometheus.CounterVec
}

func newCounted(r ledger.Recorder, clock func() time.Time, registry prometheus.Registerer) counted {
	c := counted{r, clock, prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "opfyldt_facts_total",
		Help: "Facts that were to be written, by kind and by what came of it.",
	}, []string{"kind", "outcome"})}
	registry.MustRegister(c.facts)
	return c
}

// Record implements ledger.Recorder.
func (c counted) Record(ctx context.Context, by ledger.Person, s ledger.Submission) (ledger.Fact, error) {
	begun := c.clock()
	f, err := c.Recorder.Record(ctx, by, s)
	if err != nil {
		c.refused(1, err)
		return f, err
	}
	c.recorded(begun, f)
	return f, nil
}

// RecordAll implements ledger.Recorder.
func (c counted) RecordAll(ctx context.Context, by ledger.Person, all []ledger.Submission, seen func(int)) ([]ledger.Fact, error) {
	begun := c.clock()
	facts, err := c.Recorder.RecordAll(ctx, by, all, seen)
	if err != nil {
		c.refused(len(all), err)
	}
	c.recorded(begun, facts...)
	return facts, err
}

// recorded counts what was written and, apart from it, what the same request had
// written before.
func (c counted) recorded(begun time.Time, facts ...ledger.Fact) {
	for _, f := range facts {
		outcome := "written"
		if f.Recorded.Before(begun.Truncate(time.Microsecond)) {
			outcome = "repeated"
		}
		c.facts.WithLabelValues(f.Kind, outcome).Inc()
	}
}

func (c counted) refused(facts int, err error) {
	outcome := "refused"
	switch fault.KindOf(err) {
	case fault.Internal, fault.Unavailable:
		outcome = "failed"
	case fault.Conflict:
		outcome = "stale"
	}
	c.facts.WithLabelValues("", outcome).Add(float64(facts))
}
