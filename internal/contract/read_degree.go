package contract

import (
	"opfyldt/internal/exact"
	"opfyldt/internal/yamlfile"
)

func readDegree(o *object) DegreeRule {
	d := DegreeRule{
		By:    word(o, "by", required, ByTarget, ByItems, BySteps, ByShares, ByPieces, ByTable, ByWay, ByAssessor),
		Items: readCountBands(o, "items"),
		From:  o.maybe("from"),
		Least: o.maybe("least"),
	}
	if d.By == ByWay && o.format == firstFormat {
		o.add(o.log.at(o.Field("by")), o.Field("by"), "newer", "word", string(ByWay), "format", Format)
	}
	o.newer("from", "least")
	o.children("steps", optional, func(o *object) {
		d.Steps = append(d.Steps, StepBand{Kept: o.texts("kept", optional), Done: o.texts("done", optional), Degree: o.sure("degree")})
	})
	o.children("pieces", optional, func(o *object) {
		d.Pieces = append(d.Pieces, Piece{
			From: readEnd(o, "from"), To: readEnd(o, "to"), Degree: o.sure("degree"), LineTo: o.maybe("line-to"),
		})
	})
	o.children("table", optional, func(o *object) { d.Table = append(d.Table, readRow(o)) })
	d.Else = readElse(o, d)
	return d
}

// readElse reads the degree where nothing fits. Pieces and tables that cover
// every result need none.
func readElse(o *object, d DegreeRule) exact.Rat {
	covers := false
	switch d.By {
	case ByPieces:
		covers = len(d.Pieces) > 0 && d.Pieces[0].From == nil && d.Pieces[len(d.Pieces)-1].To == nil
	case ByTable:
		covers = len(d.Table) > 0 && (d.Table[0].Level != "" ||
			d.Table[0].From == nil && d.Table[len(d.Table)-1].To == nil)
	}
	if covers {
		return or(o.maybe("else"), exact.Rat{})
	}
	return belongsTo(o, "else", d.By, ByItems, BySteps, ByPieces, ByTable)
}

func or(r *exact.Rat, other exact.Rat) exact.Rat {
	if r == nil {
		return other
	}
	return *r
}

func readRow(o *object) TableRow {
	return TableRow{From: readEnd(o, "from"), To: readEnd(o, "to"), Level: o.text("level", optional), Degree: o.sure("degree")}
}

// readEnd reads {in: 80} or {out: 80}: nobody has to guess to which side a
// bound belongs.
func readEnd(o *object, key string) *End {
	n := o.get(key, optional)
	if n == nil {
		return nil
	}
	if n.Kind != yamlfile.Mapping {
		o.wrong(key, n, "end-in-or-out", "found", describe(n))
		return nil
	}
	c := o.open(n, o.Field(key))
	in, out := c.maybe("in"), c.maybe("out")
	c.close()
	switch {
	case in != nil && out == nil:
		return &End{Value: *in, Included: true}
	case out != nil && in == nil:
		return &End{Value: *out}
	case !o.tainted(c.Path):
		o.wrong(key, n, "end-in-or-out", "found", describe(n))
	}
	return nil
}
