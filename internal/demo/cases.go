package demo

import (
	"fmt"
	"strings"

	"opfyldt/internal/calendar"
)

// caseload is what the story's case system holds for a requirement.
type caseload struct {
	file    string
	letters string
	spans   []concludedIn
	timely  [2]int // how many days a case in time takes, from and to
	late    [2]int
	kinds   []string
	outcome []string
	stop    string // the reason for which some cases stand still
	open    int    // received in the year's last weeks, and concluded in no story
}

// concludedIn is how many cases were concluded in a span, and how many of them late.
type concludedIn struct {
	from, to   string
	all, tardy int
}

func caseloads() map[string]caseload {
	double := caseload{file: "dobbeltregistreringer.csv", letters: "DR", timely: [2]int{18, 80}, kinds: []string{"Fødsel", "Indvandring"}, outcome: []string{"Numre sammenlagt"}, open: 30}
	year := calendar.Period{From: calendar.MustDate("2014-01-01"), To: calendar.MustDate("2014-12-31")}
	for i, count := range []int{53, 56, 52, 58, 61, 54, 52, 55, 59, 57, 54, 51} {
		month := year.Months()[i]
		double.spans = append(double.spans, concludedIn{month.String() + "-01", month.Last().String(), count, 0})
	}
	quarters := func(counts [4][2]int) (spans []concludedIn) {
		for i, q := range year.Quarters() {
			spans = append(spans, concludedIn{q.From.String(), q.To.String(), counts[i][0], counts[i][1]})
		}
		return spans
	}
	return map[string]caseload{
		"4": {
			file: "klagesager.csv", letters: "KL", timely: [2]int{35, 170}, late: [2]int{190, 260}, open: 9,
			spans: quarters([4][2]int{{111, 5}, {117, 4}, {113, 4}, {117, 4}}),
			kinds: []string{"Flytning inden for landet", "Udrejse", "Indrejse"}, outcome: []string{"Stadfæstet", "Medhold", "Hjemvist", "Stadfæstet"},
		},
		"5a": {
			file: "nye-personnumre.csv", letters: "NP", timely: [2]int{25, 140}, late: [2]int{160, 210}, open: 6,
			spans: quarters([4][2]int{{65, 4}, {68, 5}, {67, 5}, {70, 5}}),
			kinds: []string{"Ændret fødselsdato", "Kønsskifte", "Misbrug af nummer"}, outcome: []string{"Imødekommet", "Afslag", "Imødekommet"},
			stop: "Sagsakter hentes hos Udlændingeservice",
		},
		"5b": double,
	}
}

// stopped is how long a case stands still that does, and everyStop which do.
const (
	stopped   = 30
	everyStop = 6
	everyLong = 5
)

// casesFile is what the case system gives out on a day: every case received by
// then, concluded or not.
func (l caseload) casesFile(day calendar.Date) []byte {
	var b strings.Builder
	b.WriteString("Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Stop1 fra;Stop1 til;Stop1 årsag\n")
	n := 0
	for _, s := range l.spans {
		from := calendar.MustDate(s.from)
		days := from.DaysUntil(calendar.MustDate(s.to)) + 1
		for i := range s.all {
			n++
			concluded := from.AddDays(i * days / s.all)
			took := spread(n, l.timely)
			if i%everyLong == 1 && i/everyLong < s.tardy {
				took = spread(n, l.late)
			}
			l.write(&b, day, n, concluded, took)
		}
	}
	for i := range l.open {
		n++
		l.write(&b, day, n, calendar.MustDate("2015-02-01").AddDays(i), 50+i)
	}
	return []byte(b.String())
}

// spread is a number of days of a range, another for each case.
func spread(n int, within [2]int) int {
	const step = 37
	return within[0] + n*step%(within[1]-within[0]+1)
}

// write writes a case as it stands on the day.
func (l caseload) write(b *strings.Builder, day calendar.Date, n int, concluded calendar.Date, took int) {
	from, to, reason := "", "", ""
	received := concluded.AddDays(-took)
	if l.stop != "" && n%everyStop == 0 {
		received = received.AddDays(-stopped)
		if stop := received.AddDays(everyLong); !stop.After(day) {
			from, reason = stop.String(), l.stop
			if end := stop.AddDays(stopped - 1); !end.After(day) {
				to = end.String()
			}
		}
	}
	if received.After(day) {
		return
	}
	end, outcome := "", ""
	if !concluded.After(day) {
		end, outcome = concluded.String(), l.outcome[n%len(l.outcome)]
	}
	fmt.Fprintf(b, "%s-%04d;%s;%s;%s;%s;%s;%s;%s\n", l.letters, n, received, end, l.kinds[n%len(l.kinds)], outcome, from, to, reason)
}
