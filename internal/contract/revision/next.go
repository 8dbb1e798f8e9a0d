package revision

import (
	"regexp"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/yamlfile"
)

// NextYear is a contract's file made ready for the year after: what a person must
// still look at is beside it.
type NextYear struct {
	Source string
	Moved  int      // days that were moved by a year
	Speaks []Spoken // lines that still speak of the year that was
}

// Spoken is a line that names a year.
type Spoken struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// Next makes next year's file of this year's: another id, version 1 without
// amendments, every day a year later, and the year in the titles of contract and
// reports. Nobody has signed it yet, so that the day is left for a person to
// write, which the check asks for; of the targets, those of the outlook are there
// already. All else stays as it is written, comments too.
func Next(source, id string) (NextYear, error) {
	t, err := open(source)
	if err != nil {
		return NextYear{}, err
	}
	from := at(t.root, "period", "from")
	if from == nil {
		return NextYear{}, unplaced(1)
	}
	begin, err := calendar.ParseDate(from.Text)
	if err != nil {
		return NextYear{}, unplaced(from.At.Line)
	}
	n := &next{text: t, year: begin.Year()}
	if err := n.frame(id); err != nil {
		return NextYear{}, err
	}
	if err := n.days(); err != nil {
		return NextYear{}, err
	}
	if err := n.titles(); err != nil {
		return NextYear{}, err
	}
	made := t.with(n.cuts)
	return NextYear{Source: made, Moved: n.moved, Speaks: spokenOf(made, n.year)}, nil
}

type next struct {
	*text
	year  int
	cuts  []cut
	moved int
}

func (n *next) put(node *yamlfile.Node, with string) error {
	c, err := n.value(node, with)
	if err != nil {
		return err
	}
	n.cuts = append(n.cuts, c)
	return nil
}

// frame sets what every file has once.
func (n *next) frame(id string) error {
	for _, f := range []struct{ key, with string }{{"id", id}, {"version", "1"}, {"signed", ""}} {
		node := at(n.root, f.key)
		if node == nil {
			return unplaced(1)
		}
		if err := n.put(node, f.with); err != nil {
			return err
		}
	}
	there := child(n.root, "amendments")
	if there == nil || len(there.Value.Items) == 0 {
		return nil
	}
	first := there.Value.Items[0].At.Line
	indent := strings.Index(n.line(first), "-")
	if first == there.At.Line || indent < 0 || strings.Trim(n.line(first)[:indent], " ") != "" {
		return unplaced(there.At.Line)
	}
	last := n.lastOf(there.Value.Items[len(there.Value.Items)-1].At.Line, indent)
	from := n.lines[there.At.Line-1]
	n.cuts = append(n.cuts, cut{from, n.lines[last-1] + len(n.line(last)), "amendments: []"})
	return nil
}

// days moves every day but that of the signature and those of amendments.
func (n *next) days() error {
	for _, e := range n.root.Entries {
		if e.Key == "signed" || e.Key == "amendments" {
			continue
		}
		var failed error
		e.Value.EachScalar(e.Key, func(_ string, node *yamlfile.Node) {
			day, err := calendar.ParseDate(node.Text)
			if err != nil || failed != nil {
				return
			}
			failed = n.put(node, day.AddMonths(12).String())
			n.moved++
		})
		if failed != nil {
			return failed
		}
	}
	return nil
}

// titles writes the next year in the titles of the contract and its reports.
func (n *next) titles() error {
	nodes := []*yamlfile.Node{at(n.root, "title")}
	for _, d := range list(n.root, "reporting", "deadlines") {
		nodes = append(nodes, at(d, "title"))
	}
	year := yearNamed(n.year)
	for _, node := range nodes {
		if node == nil || !year.MatchString(node.Text) {
			continue
		}
		if err := n.put(node, quoted(year.ReplaceAllString(node.Text, strconv.Itoa(n.year+1)))); err != nil {
			return err
		}
	}
	return nil
}

// yearNamed finds a year that stands for itself.
func yearNamed(year int) *regexp.Regexp { return regexp.MustCompile(`\b` + strconv.Itoa(year) + `\b`) }

// spokenOf lists the lines that name the year and are no target of it.
func spokenOf(source string, year int) []Spoken {
	spoken := []Spoken{}
	for i, line := range strings.Split(source, "\n") {
		if yearNamed(year).MatchString(line) && !strings.Contains(line, "year: "+strconv.Itoa(year)) {
			spoken = append(spoken, Spoken{i + 1, strings.TrimSpace(line)})
		}
	}
	return spoken
}
