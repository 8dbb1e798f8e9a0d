package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// CountAhead is what a monthly count has come to, and what each month still needs:
// every month must keep the target (reading A7).
type CountAhead struct {
	Bound   string       `json:"bound" enum:"at-least,at-most,between"`
	Ended   int          `json:"ended" doc:"Months that the extract has wholly."`
	Rate    *exact.Rat   `json:"rate" doc:"Cases a month over these, exact; none before one has ended."`
	Highest *CountMonth  `json:"highest" doc:"Of these."`
	Lowest  *CountMonth  `json:"lowest"`
	Months  []CountMonth `json:"months" nullable:"false"`
}

// Data says how much of a month an extract has.
type Data string

// How much there is.
const (
	Whole Data = "whole"
	Begun Data = "begun" // up to the extract's day
	None  Data = "none"  // the month lies after it: nothing is known, not 0
)

// dataOf says how much of a span is known on a day.
func dataOf(span calendar.Period, known calendar.Date) Data {
	switch {
	case known.Before(span.From):
		return None
	case known.Before(span.To):
		return Begun
	}
	return Whole
}

// CountMonth is a month of a monthly count.
type CountMonth struct {
	Month string `json:"month"`
	Data  Data   `json:"data" enum:"whole,begun,none"`
	Cases int64  `json:"cases" doc:"So far; says nothing where there is no data."`
	Kept  *bool  `json:"kept" doc:"None while more cases can still change it."`
	Need  *int64 `json:"need" doc:"Further cases that the month needs at least; none where that is settled or there is no such bound."`
	Spare *int64 `json:"spare" doc:"Further cases that it may have at most."`
}

// countAhead reckons what each month of the window needs.
func (k known) countAhead(t *contract.Target) *CountAhead {
	c := &CountAhead{Bound: string(t.Bound), Months: []CountMonth{}}
	var sum int64
	for _, month := range k.rule.Window.Months() {
		last := month.Last()
		span := calendar.Period{From: monthStart(last), To: last}
		m := CountMonth{Month: month.String(), Data: dataOf(span, k.extract)}
		_, m.Cases, _ = k.in(span)
		m.judge(t)
		c.Months = append(c.Months, m)
		if m.Data != Whole {
			continue
		}
		c.Ended++
		sum += m.Cases
		if c.Highest == nil || m.Cases > c.Highest.Cases {
			c.Highest = &m
		}
		if c.Lowest == nil || m.Cases < c.Lowest.Cases {
			c.Lowest = &m
		}
	}
	if c.Ended > 0 {
		rate := exact.Frac(sum, int64(c.Ended))
		c.Rate = &rate
	}
	return c
}

// judge says what the month needs, or that it is settled.
func (m *CountMonth) judge(t *contract.Target) {
	least, most := bounds(t)
	above, below := least == nil || m.Cases >= *least, most == nil || m.Cases <= *most
	if m.Data == Whole {
		m.Kept = new(above && below)
		return
	}
	switch {
	case !below:
		m.Kept = new(false) // more cases only take it further
	case above && most == nil:
		m.Kept = new(true)
	}
	if least != nil && !above && below {
		m.Need = new(*least - m.Cases)
	}
	if most != nil && below {
		m.Spare = new(*most - m.Cases)
	}
}

// bounds are the least and the most cases that keep a target.
func bounds(t *contract.Target) (least, most *int64) {
	floor := func(x exact.Rat) *int64 { return new(-exact.Int(0).Sub(x).Ceil()) }
	switch t.Bound {
	case contract.AtLeast:
		return new(t.Value.Ceil()), nil
	case contract.AtMost:
		return nil, floor(t.Value)
	case contract.Between:
		least = new(t.Value.Ceil())
		if t.Upper != nil {
			most = floor(*t.Upper)
		}
	}
	return least, most
}
