package portfolio

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/scorecard"
)

func named(id, agency, from string) (s scorecard.Summary) {
	s.Contract.ID, s.Contract.Agency, s.Contract.From = id, agency, calendar.MustDate(from)
	return s
}

func line(id, agency, from string, worst, best int64, late int, due string) *Line {
	l := newLine(named(id, agency, from), strings.ToLower(agency), true, orderOf(agency))
	l.Total = scorecard.Totals{Worst: exact.Int(worst), Best: exact.Int(best)}
	l.Counts.Late = late
	if due != "" {
		l.NextDeadline = &scorecard.Deadline{Due: calendar.MustDate(due)}
	}
	return l
}

// Five contracts; the last one's figures are still being reckoned.
func five() []*Line {
	return []*Line{
		line("a", "Århus", "2014-01-01", 50, 75, 2, "2014-10-14"),
		line("b", "Zoo", "2014-01-01", 25, 100, 0, "2014-07-14"),
		line("c", "Zoo", "2013-01-01", 75, 75, 0, ""),
		line("d", "Ærø", "2014-01-01", 50, 100, 1, "2014-07-14"),
		newLine(named("e", "Bb", "2014-01-01"), "b", false, orderOf("Bb")),
	}
}

func ids(lines []*Line) string {
	text := ""
	for _, l := range lines {
		text += l.Contract.ID
	}
	return text
}

// Danish ends its alphabet with æ, ø, å, and å is aa; what is not reckoned yet
// stands last however the list is turned.
func TestOrders(t *testing.T) {
	for _, c := range []struct {
		by   SortBy
		down bool
		want string
	}{
		{ByAgency, false, "ebcda"},
		{ByAgency, true, "adcbe"},
		{ByTotal, false, "badce"},
		{ByTotal, true, "cdabe"},
		{ByBest, true, "dbcae"},
		{ByLate, true, "adbce"},
		{ByDeadline, false, "bdace"},
		{ByYear, false, "cebda"},
	} {
		lines := five()
		sortLines(lines, c.by, c.down)
		if got := ids(lines); got != c.want {
			t.Errorf("by %s, down %v: got %s, want %s", c.by, c.down, got, c.want)
		}
	}
}

func TestFiltersAndWhatTheyAddUpTo(t *testing.T) {
	for name, c := range map[string]struct {
		by   Filter
		want string
	}{
		"everything": {Filter{}, "abcde"},
		"an agency":  {Filter{Agency: "zoo"}, "bc"},
		"a year":     {Filter{Year: 2013}, "c"},
		"late":       {Filter{Late: true}, "ad"},
		"missed":     {Filter{Missed: true}, "ac"},
		"a name":     {Filter{Text: "ÆR"}, "d"},
	} {
		var left []*Line
		for _, l := range five() {
			if c.by.takes(l) {
				left = append(left, l)
			}
		}
		if got := ids(left); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	if got := tally(five()); got != (Tally{Contracts: 5, Pending: 1, Late: 2, Missed: 2}) {
		t.Errorf("the tally: %+v", got)
	}
}
