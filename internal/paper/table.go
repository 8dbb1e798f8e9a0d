package paper

// Pair is a name and what goes with it.
type Pair struct {
	Name, Value string
	Exact       bool // every character of the value counts
}

// Pairs sets a list of names and values.
func (d *Document) Pairs(pairs ...Pair) {
	for _, p := range pairs {
		d.font(bold, textPoints-1)
		name := d.wrap(p.Name, d.width*nameShare-gap)
		font, points := regular, textPoints-1
		if p.Exact {
			font, points = mono, smallest
		}
		d.font(font, points)
		value := d.wrap(p.Value, d.width*(1-nameShare))
		height := (textPoints - 1) * leading * pointMM
		d.keep(height * float64(min(max(len(name), len(value)), 4)))
		for i := range max(len(name), len(value)) {
			d.keep(height)
			d.pdf.SetX(margin)
			d.font(bold, textPoints-1)
			d.pdf.CellFormat(d.width*nameShare, height, nth(name, i), "", 0, "L", false, 0, "")
			d.font(font, points)
			d.pdf.CellFormat(d.width*(1-nameShare), height, nth(value, i), "", 1, "L", false, 0, "")
		}
		d.space(0.8)
	}
	d.space(1.5)
}

func nth(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// Column is a column of a table.
type Column struct {
	Name   string
	Weight float64 // of the width, beside the other columns'
	Right  bool    // figures, under each other
	Exact  bool    // every character counts
}

// Table sets a table. Its heads come back on each page; a row stays whole.
func (d *Document) Table(columns []Column, rows [][]string) {
	sum := 0.0
	for _, c := range columns {
		sum += c.Weight
	}
	widths := make([]float64, len(columns))
	heads := make([]string, len(columns))
	for i, c := range columns {
		widths[i], heads[i] = d.width*c.Weight/sum, c.Name
	}
	d.keep(24)
	d.row(columns, widths, heads, true)
	for _, r := range rows {
		if d.keep(d.height(columns, widths, r)) {
			d.row(columns, widths, heads, true)
		}
		d.row(columns, widths, r, false)
	}
	d.space(3)
}

const (
	tablePoints = 8.5
	tableLine   = tablePoints * leading * pointMM
	tableAir    = 1.2
)

// cellFont is the font of a cell.
func cellFont(c Column, head bool) (string, float64) {
	switch {
	case head:
		return bold, tablePoints
	case c.Exact:
		return mono, smallest - 1
	}
	return regular, tablePoints
}

func (d *Document) cells(columns []Column, widths []float64, row []string, head bool) (cells [][]string, most int) {
	for i, text := range row {
		d.font(cellFont(columns[i], head))
		lines := d.wrap(text, widths[i]-gap)
		cells, most = append(cells, lines), max(most, len(lines))
	}
	return cells, most
}

func (d *Document) height(columns []Column, widths []float64, row []string) float64 {
	_, most := d.cells(columns, widths, row, false)
	return float64(most)*tableLine + 2*tableAir
}

// row sets a row; one that is higher than a page goes on on the next.
func (d *Document) row(columns []Column, widths []float64, row []string, head bool) {
	cells, most := d.cells(columns, widths, row, head)
	d.pdf.SetY(d.pdf.GetY() + tableAir)
	for line := range most {
		d.keep(tableLine)
		d.pdf.SetX(margin)
		for i, c := range columns {
			align := "L"
			if c.Right {
				align = "R"
			}
			d.font(cellFont(c, head))
			d.pdf.CellFormat(widths[i]-gap, tableLine, nth(cells[i], line), "", 0, align, false, 0, "")
			d.pdf.SetX(d.pdf.GetX() + gap)
		}
		d.pdf.SetY(d.pdf.GetY() + tableLine)
	}
	d.pdf.SetY(d.pdf.GetY() + tableAir)
	d.pdf.SetDrawColor(160, 170, 180)
	d.pdf.SetLineWidth(map[bool]float64{true: 0.4, false: 0.15}[head])
	d.pdf.Line(margin, d.pdf.GetY(), margin+d.width, d.pdf.GetY())
}
