package planfile

import (
	"strconv"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
	"opfyldt/internal/spelling"
)

// The bounds of a plan's file.
const (
	maxFile     = 16 << 20
	maxExpanded = 128 << 20
	maxRows     = record.MostAtOnce
)

// spellingMost is how many keystrokes a step's id may be off.
const spellingMost = 4

// Plan is what a file is compared with.
type Plan struct {
	Contract *contract.Contract
	Facts    []ledger.Fact // the newest of each step
	Reader   record.Reader
	// Earlier yields the contract's reports by their ids, for rows that stand on one
	// that is no longer the newest.
	Earlier func() (map[string]*ledger.Fact, error)
	NewID   func() string
	// Tell says how many rows have been compared, of about how many.
	Tell func(done, of int)
}

// comparison is a file while it is compared.
type comparison struct {
	Plan
	plan         *milestone.Plan
	newest       map[string]*ledger.Fact
	frame        milestone.Frame
	goals, items map[string]string
	earlier      map[string]*ledger.Fact
	ids          []string
	seen         map[string]bool
	status, risk []sheet.Choice
	out          *Preview
}

// Compare reads the rows and tells what they would change. What is wrong with the
// file is in the preview; the error is the reader's.
func (p Plan) Compare(t *sheet.Table) (*Preview, error) {
	c := &comparison{Plan: p, plan: milestone.NewPlan(p.Contract, p.Facts), newest: record.Newest(p.Facts, milestone.KindUpdate),
		frame: milestone.FrameOf(p.Contract.Signed, p.Contract.Period, p.Reader.Today), seen: map[string]bool{},
		status: statusChoices(p.Reader.Lang), risk: riskChoices(p.Reader.Lang), out: emptyPreview()}
	c.goals, c.items = titles(p.Contract)
	for r := range t.Rows() {
		if err := c.row(r, t); err != nil {
			return nil, err
		}
		done := t.Info().Rows
		p.Tell(done, max(done, len(c.plan.Steps())))
	}
	info, err := t.Close()
	c.out.File = fileOf(info)
	if err := c.out.refuse(p.Reader.Lang, err); err != nil {
		return nil, err
	}
	c.missing()
	return c.out, nil
}

// row compares a row with its step.
func (c *comparison) row(r *sheet.Row, t *sheet.Table) error {
	id := r.Text(colStep)
	if id == "" {
		if !r.Faulty() {
			r.Wrong(colStep, "plan.no_step", nil)
		}
		return nil
	}
	step, known := c.plan.Step(id)
	if !known {
		c.unknown(r, t, id)
		return nil
	}
	c.seen[id] = true
	file := c.read(r)
	now := c.plan.Line(step, c.newest[id], c.Reader)
	c.settled(r, file, valuesOf(now, c.goals, c.items))
	if r.Faulty() {
		return nil
	}
	base, known, err := c.base(step, file[colFact], now)
	if err != nil {
		return err
	}
	if !known {
		r.Wrong(colFact, "plan.no_fact", nil)
		return nil
	}
	c.compare(r, change{step: step, file: file, base: valuesOf(base, c.goals, c.items), now: valuesOf(now, c.goals, c.items), line: now})
	return nil
}

func (c *comparison) unknown(r *sheet.Row, t *sheet.Table, id string) {
	if t.Faults() < sheet.MostListed { // the nearest is looked for only where it is shown
		if c.ids == nil {
			for _, s := range c.plan.Steps() {
				c.ids = append(c.ids, s.ID)
			}
		}
		if near := spelling.Nearest(id, c.ids, spellingMost); near != "" {
			r.Wrong(colStep, "plan.unknown_near", fault.Params{"step": record.Shorten(id, 60), "near": near})
			return
		}
	}
	r.Wrong(colStep, "plan.unknown", fault.Params{"step": record.Shorten(id, 60)})
}

// read reads the cells that the file has.
func (c *comparison) read(r *sheet.Row) values {
	v := values{}
	for _, col := range columns {
		if !r.Has(col.key) {
			continue
		}
		switch col.key {
		case colAgreed, colExpected, colDone:
			d, _ := r.Date(col.key)
			v[col.key] = d.String()
		case colStatus:
			v[col.key] = r.Choice(col.key, c.status)
		case colRisk:
			v[col.key] = r.Choice(col.key, c.risk)
		case colProgress:
			v[col.key] = ""
			n, ok := r.Whole(col.key)
			if ok && (n < 0 || n > 100) {
				// Said here, where nothing else of the row need be right for it.
				r.Wrong(col.key, "field.range", fault.Params{"least": 0, "most": 100})
			} else if ok {
				v[col.key] = strconv.FormatInt(n, 10)
			}
		default:
			v[col.key] = plain(r.Text(col.key))
		}
		if r.Spoilt(col.key) {
			delete(v, col.key)
		}
	}
	return v
}

// base is the step as the report leaves it that the row stands on.
func (c *comparison) base(step milestone.PlannedStep, fact string, now milestone.StepLine) (milestone.StepLine, bool, error) {
	if newest := c.newest[step.ID]; newest == nil && fact == "" || newest != nil && newest.ID == fact {
		return now, true, nil
	}
	if fact == "" {
		return c.plan.Line(step, nil, c.Reader), true, nil
	}
	if c.earlier == nil {
		var err error
		if c.earlier, err = c.Earlier(); err != nil {
			return milestone.StepLine{}, false, err
		}
	}
	f := c.earlier[strings.ToLower(fact)]
	if f == nil || f.Subject != step.ID {
		return milestone.StepLine{}, false, nil
	}
	return c.plan.Line(step, f, c.Reader), true, nil
}

// missing lists the steps of the reader's own that the file does not have.
func (c *comparison) missing() {
	for _, s := range c.plan.Steps() {
		if c.seen[s.ID] || !milestone.CanReport(s.Goal, c.Reader) {
			continue
		}
		if c.out.MissingCount++; len(c.out.Missing) < sheet.MostListed {
			c.out.Missing = append(c.out.Missing, Named{s.ID, s.Name()})
		}
	}
}

// change is a row with what it is compared with.
type change struct {
	step            milestone.PlannedStep
	file, base, now values
	line            milestone.StepLine // as it stands
}

// changed lists the cells that the file changes, and that do not say what stands.
func (ch change) changed() (keys []string) {
	for _, col := range columns {
		text, has := ch.file[col.key]
		if col.own && has && text != ch.base[col.key] && text != ch.now[col.key] {
			keys = append(keys, col.key)
		}
	}
	return keys
}

// settled names the cells that may not be changed and are.
func (c *comparison) settled(r *sheet.Row, file, now values) {
	for _, col := range columns {
		text, has := file[col.key]
		if has && !col.own && col.key != colFact && text != now[col.key] {
			r.Wrong(col.key, "plan.fixed", fault.Params{"now": record.Shorten(now[col.key], 80)})
		}
	}
}

// compare makes a report of what is changed.
func (c *comparison) compare(r *sheet.Row, ch change) {
	keys := ch.changed()
	switch {
	case len(keys) == 0:
		c.out.Unchanged++
		return
	case !milestone.CanReport(ch.step.Goal, c.Reader):
		r.Wrong(keys[0], "plan.not_yours", fault.Params{"goal": c.goals[ch.step.Goal]})
		return
	}
	out := Change{Row: r.Number(), Step: ch.step.ID, Name: ch.step.Name(), Goal: ch.step.Goal}
	for _, key := range keys {
		out.Cells = append(out.Cells, Cell{key, r.Place(key), ch.base[key], ch.file[key], ch.now[key]})
	}
	stale := ch.base[colFact] != ch.now[colFact]
	j := judgement{keys: keys, changed: map[string]bool{}}
	for _, key := range keys {
		j.changed[key] = true
	}
	c.judge(&j, ch)
	out.Report, out.NeedsReason = j.report, j.needs(c.Reader.Lang)
	out.Report.ID = c.NewID()
	if stale {
		out.Conflict = &Conflict{Fact: ch.line.Fact, Refused: j.refusal(c.Reader.Lang)}
	} else if len(j.wrong) > 0 {
		for _, w := range j.wrong {
			r.Wrong(w.key, w.code, w.params)
		}
		return
	}
	if !r.Faulty() {
		c.out.Changes = append(c.out.Changes, out)
	}
}

func emptyPreview() *Preview {
	return &Preview{Changes: []Change{}, Faults: []Fault{}, Missing: []Named{}, File: fileOf(sheet.Info{})}
}

func fileOf(info sheet.Info) File {
	list := func(l []string) []string { return append([]string{}, l...) }
	return File{Format: string(info.Format), Encoding: info.Encoding, Sheet: info.Sheet, Unread: list(info.Unread), Hidden: list(info.Hidden),
		Ignored: list(info.Ignored), Rows: info.Rows}
}
