package scorecard

import (
	"context"

	"opfyldt/internal/web"
)

// outlookRoutes registers what looks beyond the page of a day: what if, until when, and how two days differ.
func (h Handlers) outlookRoutes(r *web.Router) {
	web.Register(r, read("/contracts/{contract}/what-if", "getWhatIf", "Where the contract would stand with results set by hand", true), h.whatIf)
	web.Register(r, read("/contracts/{contract}/last-safe-days", "listLastSafeDays", "Until when each open step can be done without loss", true), h.safeDays)
	web.Register(r, read("/contracts/{contract}/side-by-side", "getSideBySide", "Two days, or two versions, beside each other", true), h.compare)
}

type whatIfInput struct {
	Contract string   `path:"contract"`
	Set      []string `query:"set,explode" maxItems:"400" doc:"What is set by hand, each as kind:subject=value: step:ID=in-time, late, dropped or a date; month:ID/2014-11=50; figure:ID=96.2; answer:ID=yes or no; level:ID=LEVEL; degree:GOAL=50." example:"step:plan.discussed=late"`
	web.AsOf
}

type whatIfOutput struct{ Body WhatIf }

func (h Handlers) whatIf(ctx context.Context, in *whatIfInput) (*whatIfOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	body, err := p.whatIf(in.Set)
	if err != nil {
		return nil, err
	}
	return &whatIfOutput{body}, nil
}

type safeDaysInput struct {
	Contract string `path:"contract"`
	Goal     string `query:"goal" maxLength:"200" doc:"Only this goal's steps."`
	web.AsOf
}

type safeDaysOutput struct{ Body SafeDayList }

func (h Handlers) safeDays(ctx context.Context, in *safeDaysInput) (*safeDaysOutput, error) {
	p, err := h.Reader.page(ctx, in.Contract, in.At)
	if err != nil {
		return nil, err
	}
	days, err := p.safeDays(in.Goal)
	if err != nil {
		return nil, err
	}
	return &safeDaysOutput{SafeDayList{p.asOf(), p.head, days}}, nil
}
