package revision

import (
	"slices"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/fault"
	"opfyldt/internal/yamlfile"
)

// Edit is one common change of a contract. One of its parts is given.
type Edit struct {
	Step     *StepEdit     `json:"step,omitempty"`
	Deadline *DeadlineEdit `json:"deadline,omitempty"`
	Weight   *WeightEdit   `json:"weight,omitempty"`
	Target   *TargetEdit   `json:"target,omitempty"`
	Goal     *GoalEdit     `json:"goal,omitempty"`
}

// StepEdit moves a step: its agreed date, the plan's, or both.
type StepEdit struct {
	ID      string        `json:"id"`
	Due     calendar.Date `json:"due,omitzero"`
	Planned calendar.Date `json:"planned,omitzero"`
}

// DeadlineEdit moves the day on which a report is due.
type DeadlineEdit struct {
	ID  string        `json:"id"`
	Due calendar.Date `json:"due"`
}

// WeightEdit gives a goal another weight. Printed is how the contract writes it.
type WeightEdit struct {
	Goal    string    `json:"goal"`
	Value   exact.Rat `json:"value"`
	Printed string    `json:"printed"`
}

// TargetEdit gives a requirement another target for a year.
type TargetEdit struct {
	Requirement string    `json:"requirement"`
	Year        int       `json:"year"`
	Value       exact.Rat `json:"value"`
}

// Apply makes the edits in the file's text, one after the other.
func Apply(source string, edits ...Edit) (string, error) {
	for _, e := range edits {
		t, err := open(source)
		if err != nil {
			return "", err
		}
		cuts, err := t.cutsOf(e)
		if err != nil {
			return "", err
		}
		source = t.with(cuts)
	}
	return source, nil
}

func (t *text) cutsOf(e Edit) ([]cut, error) {
	switch {
	case e.Step != nil:
		return t.moveStep(*e.Step)
	case e.Deadline != nil:
		return t.moveDeadline(*e.Deadline)
	case e.Weight != nil:
		return t.weigh(*e.Weight)
	case e.Target != nil:
		return t.aim(*e.Target)
	case e.Goal != nil:
		return t.replace(*e.Goal)
	}
	return nil, fault.New(fault.Invalid, "edit.nothing", nil)
}

// with makes the cuts, the last first, so that the others' places hold.
func (t *text) with(cuts []cut) string {
	slices.SortFunc(cuts, func(a, b cut) int { return b.from - a.from })
	source := t.source
	for _, c := range cuts {
		source = source[:c.from] + c.with + source[c.to:]
	}
	return source
}

// set sets values that are there.
func (t *text) set(values map[*yamlfile.Node]string) ([]cut, error) {
	var cuts []cut
	for n, with := range values {
		c, err := t.value(n, with)
		if err != nil {
			return nil, err
		}
		cuts = append(cuts, c)
	}
	return cuts, nil
}

func unknown(what, id string) error {
	return fault.New(fault.NotFound, "edit.unknown", fault.Params{"what": What(what), "id": yamlfile.Shorten(yamlfile.WithoutPersonNumbers(id), 60)})
}

func (t *text) moveStep(e StepEdit) ([]cut, error) {
	requirements := under(goals(t.root), "requirements")
	step := withID(under(under(requirements, "items"), "steps"), e.ID)
	due := child(step, "due")
	if due == nil {
		return nil, unknown("step", e.ID)
	}
	values := map[*yamlfile.Node]string{}
	if !e.Due.IsZero() {
		values[due.Value] = e.Due.String()
	}
	planned := at(step, "planned")
	if !e.Planned.IsZero() && planned != nil {
		values[planned] = e.Planned.String()
	}
	cuts, err := t.set(values)
	if err != nil || e.Planned.IsZero() || planned != nil {
		return cuts, err
	}
	before, err := t.before(due, "planned: "+e.Planned.String())
	return append(cuts, before), err
}

// before puts a key in front of another one: on a line of its own in a block,
// with a comma in braces.
func (t *text) before(e *yamlfile.Entry, key string) (cut, error) {
	from := t.offset(e.At)
	if from < 0 || !strings.HasPrefix(t.source[from:], e.Key) {
		return cut{}, unplaced(e.At.Line)
	}
	lead := t.source[t.lines[e.At.Line-1]:from]
	if strings.Trim(lead, " -") != "" {
		return cut{from, from, key + ", "}, nil
	}
	return cut{from, from, key + t.newline() + strings.Repeat(" ", len(lead))}, nil
}

func (t *text) moveDeadline(e DeadlineEdit) ([]cut, error) {
	due := at(withID(list(t.root, "reporting", "deadlines"), e.ID), "due")
	if due == nil {
		return nil, unknown("deadline", e.ID)
	}
	return t.set(map[*yamlfile.Node]string{due: e.Due.String()})
}

func (t *text) weigh(e WeightEdit) ([]cut, error) {
	weight := at(withID(goals(t.root), e.Goal), "weight")
	value, printed := at(weight, "value"), at(weight, "printed")
	if value == nil || printed == nil {
		return nil, unknown("weight", e.Goal)
	}
	return t.set(map[*yamlfile.Node]string{value: e.Value.String(), printed: quoted(e.Printed)})
}

func (t *text) aim(e TargetEdit) ([]cut, error) {
	requirement := withID(under(goals(t.root), "requirements"), e.Requirement)
	for _, target := range list(requirement, "targets") {
		year, value := at(target, "year"), at(target, "value")
		if year != nil && value != nil && year.Text == strconv.Itoa(e.Year) {
			return t.set(map[*yamlfile.Node]string{value: e.Value.String()})
		}
	}
	return nil, unknown("target", e.Requirement)
}
