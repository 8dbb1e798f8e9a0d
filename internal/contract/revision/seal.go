package revision

import (
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/yamlfile"
)

// Seal closes a draft: it gives the file its new version's number and adds the
// amendment's entry with both approvals. Everything else stays as the draft has
// it, byte for byte.
func Seal(draft string, a contract.Amendment) (string, error) {
	t, err := open(draft)
	if err != nil {
		return "", err
	}
	version := at(t.root, "version")
	if version == nil {
		return "", unplaced(1)
	}
	number, err := t.value(version, strconv.Itoa(a.Version))
	if err != nil {
		return "", err
	}
	entry, err := t.entry(a)
	if err != nil {
		return "", err
	}
	return t.with([]cut{number, entry}), nil
}

// entry is the cut that adds the amendment after those that the file has.
func (t *text) entry(a contract.Amendment) (cut, error) {
	there := child(t.root, "amendments")
	switch {
	case there == nil:
		end := len(t.source)
		lead := ""
		if !strings.HasSuffix(t.source, "\n") {
			lead = t.newline()
		}
		return cut{end, end, lead + "amendments:" + t.newline() + t.written(a, 2)}, nil
	case len(there.Value.Items) == 0:
		return t.firstEntry(there, a)
	}
	first := there.Value.Items[0].At.Line
	indent := strings.Index(t.line(first), "-")
	if indent < 0 || strings.Trim(t.line(first)[:indent], " ") != "" {
		return cut{}, unplaced(first)
	}
	last := there.Value.Items[len(there.Value.Items)-1].At.Line
	return t.after(t.lastOf(last, indent), t.written(a, indent)), nil
}

// firstEntry turns an empty list into one with the amendment.
func (t *text) firstEntry(there *yamlfile.Entry, a contract.Amendment) (cut, error) {
	line := there.At.Line
	from := t.offset(there.At)
	rest := t.line(line)
	open := strings.Index(rest, "[]")
	if from < 0 || open < 0 {
		return cut{}, unplaced(line)
	}
	start := t.lines[line-1] + open
	end := t.lines[line-1] + len(rest)
	comment := strings.TrimRight(rest[open+2:], " ")
	return cut{start - 1, end, comment + t.newline() + strings.TrimSuffix(t.written(a, 2), t.newline())}, nil
}

// after puts lines behind a line.
func (t *text) after(line int, lines string) cut {
	end := t.lines[line-1] + len(t.line(line))
	return cut{end, end, t.newline() + strings.TrimSuffix(lines, t.newline())}
}

// written writes the amendment as an item of a list, at an indentation.
func (t *text) written(a contract.Amendment, indent int) string {
	pad, nl := strings.Repeat(" ", indent), t.newline()
	var b strings.Builder
	b.WriteString(pad + "- version: " + strconv.Itoa(a.Version) + nl)
	b.WriteString(pad + "  from: " + a.From.String() + nl)
	b.WriteString(pad + "  reason: " + quoted(a.Reason) + nl)
	b.WriteString(pad + "  changes:" + nl)
	for _, c := range a.Changes {
		b.WriteString(pad + "    - " + quoted(c) + nl)
	}
	t.writeEnds(&b, pad, a.Ends)
	if a.Parties != "" {
		b.WriteString(pad + "  parties: " + quoted(a.Parties) + nl)
	}
	b.WriteString(pad + "  agency: {by: " + quoted(a.Agency.By) + ", on: " + a.Agency.On.String() + "}" + nl)
	b.WriteString(pad + "  department: {by: " + quoted(a.Department.By) + ", on: " + a.Department.On.String() + "}" + nl)
	return b.String()
}

// writeEnds names what the version no longer has.
func (t *text) writeEnds(b *strings.Builder, pad string, ends []string) {
	if len(ends) == 0 {
		return
	}
	b.WriteString(pad + "  ends:" + t.newline())
	for _, e := range ends {
		b.WriteString(pad + "    - " + quoted(e) + t.newline())
	}
}

// Sign writes the day of signature into a draft that both parties have signed.
// Everything else stays, byte for byte.
func Sign(draft string, on calendar.Date) (string, error) {
	t, err := open(draft)
	if err != nil {
		return "", err
	}
	signed := at(t.root, "signed")
	if signed == nil {
		return "", unplaced(1)
	}
	day, err := t.value(signed, on.String())
	if err != nil {
		return "", err
	}
	return t.with([]cut{day}), nil
}
