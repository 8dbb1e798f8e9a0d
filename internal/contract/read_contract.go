package contract

import "opfyldt/internal/calendar"

func readContract(o *object) *Contract {
	c := &Contract{
		Format:   o.text("format", required),
		ID:       o.text("id", required),
		Version:  o.whole("version", required),
		Language: word(o, "language", required, "da", "en"),
		Title:    o.text("title", required),
		Text:     o.text("text", optional),
	}
	o.format = c.Format
	o.child("agency", required, func(o *object) { c.Agency = readParty(o) })
	o.child("department", required, func(o *object) { c.Department = readParty(o) })
	o.child("period", required, func(o *object) { c.Period = readPeriod(o) })
	c.Signed = o.date("signed", required)
	o.child("weights", required, func(o *object) { c.Weights = readWeights(o) })
	c.DegreeCap = o.maybe("degree-cap")
	o.child("total", required, func(o *object) { c.Total = readTotal(o) })
	o.children("blocks", required, func(o *object) { c.Blocks = append(c.Blocks, readBlock(o)) })
	o.child("reporting", optional, func(o *object) { c.Reporting = readReporting(o) })
	o.children("obligations", optional, func(o *object) {
		c.Obligations = append(c.Obligations, Obligation{
			ID: o.text("id", required), Who: o.text("who", required), Text: o.text("text", required),
		})
	})
	o.children("readings", optional, func(o *object) { c.Readings = append(c.Readings, readReading(o)) })
	o.children("amendments", optional, func(o *object) { c.Amendments = append(c.Amendments, readAmendment(o)) })
	c.recur()
	return c
}

func readParty(o *object) Party {
	return Party{ID: o.text("id", required), Name: o.text("name", required), Signatory: o.text("signatory", optional)}
}

func readPeriod(o *object) calendar.Period {
	return calendar.Period{From: o.date("from", required), To: o.date("to", required)}
}

func readWeights(o *object) Weights {
	w := Weights{
		Kind: word(o, "kind", required, Percents, Points, Fractions, Money, NoWeights),
		Unit: o.text("unit", optional),
	}
	if w.Kind == NoWeights {
		if n := o.get("sum", optional); n != nil {
			o.wrong("sum", n, "sum-without-weights")
		}
		return w
	}
	w.Sum = o.sure("sum")
	return w
}

func readTotal(o *object) TotalRule {
	t := TotalRule{
		By:     word(o, "by", required, WeightedSum, Mean, GoalsReached),
		Cap:    o.maybe("cap"),
		Gates:  o.texts("gates", optional),
		Target: o.maybe("target"),
	}
	o.children("lookup", optional, func(o *object) { t.Lookup = append(t.Lookup, readRow(o)) })
	o.child("use", optional, func(o *object) {
		t.Use = &TotalUse{Text: o.text("text", required), Unit: o.text("unit", optional)}
		o.children("rows", required, func(o *object) {
			t.Use.Rows = append(t.Use.Rows, UseRow{From: readEnd(o, "from"), To: readEnd(o, "to"), Amount: o.sure("amount")})
		})
	})
	return t
}

func readReporting(o *object) Reporting {
	r := Reporting{
		Text:          o.text("text", optional),
		QuarterlyDays: o.whole("quarterly-days", optional),
		FactsUntil:    o.date("facts-until", optional),
	}
	o.children("deadlines", optional, func(o *object) {
		d := Deadline{
			ID:    o.text("id", required),
			Kind:  word(o, "kind", required, Quarterly, Annual, Statement),
			Title: o.text("title", required),
			Due:   o.date("due", optional),
		}
		o.child("period", required, func(o *object) { d.Period = readPeriod(o) })
		r.Deadlines = append(r.Deadlines, d)
	})
	return r
}

func readReading(o *object) Reading {
	return Reading{
		ID:    o.text("id", required),
		Place: o.text("place", required),
		Says:  o.text("says", required),
		Taken: o.text("taken", required),
		Why:   o.text("why", required),
	}
}

func readAmendment(o *object) Amendment {
	a := Amendment{
		Version: o.whole("version", required),
		From:    o.date("from", required),
		Reason:  o.text("reason", required),
		Changes: o.texts("changes", required),
		Ends:    o.texts("ends", optional),
		Parties: o.text("parties", optional),
	}
	o.child("agency", required, func(o *object) { a.Agency = readApproval(o) })
	o.child("department", required, func(o *object) { a.Department = readApproval(o) })
	return a
}

func readApproval(o *object) Approval {
	return Approval{By: o.text("by", required), On: o.date("on", required)}
}
