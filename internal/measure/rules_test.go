package measure

import (
	"strings"
	"testing"

	"opfyldt/internal/scoring"
)

// Every rule of a result with its refusal. Recorded before: 80 of 85 cases by 31
// March, 53 in January, a final survey of 19 September. Today is 20 October 2014.
func TestRulesOfAResult(t *testing.T) {
	const src = `,"source":"Sagssystemet"`
	for _, c := range []struct{ name, subject, day, body, want string }{
		{"a share", "cases", "2014-09-30", `{"figures":{"timely":328,"total":341}` + src + `}`, ""},
		{"no source", "cases", "2014-09-30", `{"figures":{"timely":328,"total":341}}`, "body.source: measure.source"},
		{"more in time than in all", "cases", "2014-09-30", `{"figures":{"timely":342,"total":341}` + src + `}`, "body.figures.timely: measure.part_above_whole"},
		{"none in all", "cases", "2014-09-30", `{"figures":{"timely":0,"total":0}` + src + `}`, "body.figures.total: field.range"},
		{"below none", "cases", "2014-09-30", `{"figures":{"timely":-1,"total":1}` + src + `}`, "body.figures.timely: field.range"},
		{"half a case", "cases", "2014-09-30", `{"figures":{"timely":1.5,"total":3}` + src + `}`, "body.figures.timely: field.whole"},
		{"a typed percentage", "cases", "2014-09-30", `{"figures":{"percent":96.2}` + src + `}`, "body.figures: measure.counts"},
		{"one count of two", "cases", "2014-09-30", `{"figures":{"total":341}` + src + `}`, "body.figures.timely: field.needed"},
		{"another measure's figure", "cases", "2014-09-30", `{"figures":{"timely":1,"total":2,"spent":3}` + src + `}`, "body.figures.spent: measure.not_asked"},
		{"tomorrow", "cases", "2014-10-21", `{"figures":{"timely":1,"total":2}` + src + `}`, "body.day: field.future"},
		{"before the year", "cases", "2013-12-31", `{"figures":{"timely":1,"total":2}` + src + `,"reason":"x"}`, "body.day: field.too_early"},
		{"final too early", "cases", "2014-09-30", `{"figures":{"timely":1,"total":2},"final":true` + src + `}`, "body.final: measure.final_early"},
		{"the same day again", "cases", "2014-03-31", `{"figures":{"timely":81,"total":85}` + src + `}`, "body.reason: measure.reason"},
		{"corrected", "cases", "2014-03-31", `{"figures":{"timely":81,"total":85},"reason":"Talt om"` + src + `}`, ""},
		{"a month", "months/2014-09", "2014-09-30", `{"figures":{"month":"2014-09","count":59}` + src + `}`, ""},
		{"the month under way", "months/2014-10", "2014-10-20", `{"figures":{"month":"2014-10","count":30}` + src + `}`, ""},
		{"the month under way, final", "months/2014-10", "2014-10-20", `{"figures":{"month":"2014-10","count":30},"final":true` + src + `}`, "body.final: measure.final_early"},
		{"a month to come", "months/2014-11", "2014-10-20", `{"figures":{"month":"2014-11","count":1}` + src + `}`, "body.figures.month: measure.month_future"},
		{"a month outside", "months/2013-12", "2014-10-20", `{"figures":{"month":"2013-12","count":1}` + src + `}`, "body.figures.month: measure.month_outside"},
		{"a month reported before it began", "months/2014-09", "2014-08-31", `{"figures":{"month":"2014-09","count":1}` + src + `}`, "body.day: measure.month_not_begun"},
		{"no month", "months", "2014-10-20", `{"figures":{"count":1}` + src + `}`, "body.figures.month: field.needed"},
		{"no such month", "months/2014-13", "2014-10-20", `{"figures":{"month":"2014-13","count":1}` + src + `}`, "body.figures.month: measure.month"},
		{"a month again", "months/2014-01", "2014-10-20", `{"figures":{"month":"2014-01","count":54}` + src + `}`, "body.reason: measure.reason"},
		{"a month of a share", "cases/2014-01", "2014-10-20", `{"figures":{"timely":1,"total":2}` + src + `}`, "measure.no_requirement"},
		{"a final survey again", "survey", "2014-10-20", `{"figures":{"satisfied":360,"answered":500},"final":true` + src + `}`, "body.reason: measure.reason"},
		{"a survey corrected", "survey", "2014-10-20", `{"figures":{"satisfied":360,"answered":500},"final":true,"reason":"Talt om"` + src + `}`, ""},
		{"spending", "budget", "2014-09-30", `{"figures":{"budget":100000,"spent":101000}` + src + `}`, ""},
		{"no budget", "budget", "2014-09-30", `{"figures":{"budget":0,"spent":1}` + src + `}`, "body.figures.budget: field.range"},
		{"an answer", "yes", "2014-09-30", `{"figures":{"yes":false}` + src + `}`, ""},
		{"no answer", "yes", "2014-09-30", `{"figures":{}` + src + `}`, "body.figures.yes: field.needed"},
		{"a number", "number", "2014-09-30", `{"figures":{"value":"12.5"}` + src + `}`, ""},
		{"what a number rests on", "number", "2014-09-30", `{"figures":{"value":"12.5","restsOn":24,"of":40}` + src + `}`, ""},
		{"more than it should rest on", "number", "2014-09-30", `{"figures":{"value":"12.5","restsOn":41,"of":40}` + src + `}`, "body.figures.restsOn: measure.part_above_whole"},
		{"asked", "survey", "2014-10-20", `{"figures":{"satisfied":360,"answered":500,"asked":800},"final":true,"reason":"Talt om"` + src + `}`, ""},
		{"fewer asked than answered", "survey", "2014-10-20", `{"figures":{"satisfied":360,"answered":500,"asked":499},"final":true,"reason":"Talt om"` + src + `}`, "body.figures.answered: measure.part_above_whole"},
		{"a basis that is not asked for", "cases", "2014-09-30", `{"figures":{"timely":1,"total":2,"restsOn":3}` + src + `}`, "body.figures.restsOn: measure.not_asked"},
		{"no number", "number", "2014-09-30", `{"figures":{"value":"12,5"}` + src + `}`, "body.figures.value: field.number"},
		{"a level", "level", "2014-09-30", `{"figures":{"level":"partly"}` + src + `}`, ""},
		{"no such level", "level", "2014-09-30", `{"figures":{"level":"nearly"}` + src + `}`, "body.figures.level: measure.level levels=[partly fully]"},
		{"a figure for steps", "steps", "2014-09-30", `{"figures":{"count":3}` + src + `}`, "measure.by_steps"},
		{"no such requirement", "gone", "2014-09-30", `{"figures":{}` + src + `}`, "measure.no_requirement"},
	} {
		var m memory
		m.must(t, "cases", "2014-03-31", `{"figures":{"timely":80,"total":85}`+src+`}`)
		m.must(t, "months/2014-01", "2014-01-31", `{"figures":{"month":"2014-01","count":53}`+src+`}`)
		m.must(t, "survey", "2014-09-19", `{"figures":{"satisfied":357,"answered":500},"final":true`+src+`}`)
		err := m.write(KindReport, c.subject, "lead", c.day, "2014-10-20", c.body)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

// On its last day the year's figure may be final.
func TestTheYearsFigureIsFinalOnItsLastDay(t *testing.T) {
	var m memory
	m.must(t, "cases", "2014-12-31", `{"figures":{"timely":441,"total":458},"final":true,"source":"x"}`)
	m.must(t, "yes", "2014-03-01", `{"figures":{"yes":true},"source":"x"}`)
	if !ReportOf(&m[1]).Final {
		t.Error("an answer is said once: it is final")
	}
	value := Results(agreed(), m)[0].Value
	if value != (scoring.CaseShare{Timely: 441, Total: 458, Final: true}) {
		t.Errorf("scoring gets %+v", value)
	}
}

func TestAMonthUnderWayIsPartial(t *testing.T) {
	var m memory
	m.must(t, "months/2014-02", "2014-02-27", `{"figures":{"month":"2014-02","count":56},"source":"x"}`)
	m.must(t, "months/2014-02", "2014-02-28", `{"figures":{"month":"2014-02","count":57},"source":"x","reason":"Måneden er slut"}`)
	results := Results(agreed(), m)
	first, last := results[0].Value.(scoring.MonthCount), results[1].Value.(scoring.MonthCount)
	if !first.Partial || last.Partial || last.Month.String() != "2014-02" || results[0].Subject != "months" {
		t.Errorf("got %+v and %+v", first, last)
	}
}

func TestResultsAreVerifiedBySomebodyElse(t *testing.T) {
	var m memory
	m.must(t, "cases", "2014-03-31", `{"figures":{"timely":80,"total":85},"source":"x"}`)
	own := m.write(KindVerification, "cases", "lead", "2014-04-01", "2014-04-01", `{"fact":"fact-0","verdict":"accepted"}`)
	if own == nil || !strings.Contains(own.Error(), "verification.own") {
		t.Errorf("one's own: got %v", own)
	}
	if err := m.write(KindVerification, "cases", "auditor", "2014-04-01", "2014-04-01", `{"fact":"fact-0","verdict":"accepted"}`); err != nil {
		t.Errorf("another's: %v", err)
	}
}

// Where the newest figure follows from an import, nobody types another over it, with or
// without a reason; what has no import yet can be typed, and a corrected file brought in.
func TestNothingIsTypedOverAnImport(t *testing.T) {
	const typed = `,"source":"Min hukommelse","reason":"Rettet"`
	for _, c := range []struct{ name, subject, day, body, want string }{
		{"a share", "cases", "2014-03-31", `{"figures":{"timely":85,"total":85}` + typed + `}`, "body.figures: measure.imported"},
		{"the next quarter's", "cases", "2014-09-30", `{"figures":{"timely":341,"total":341}` + typed + `}`, "body.figures: measure.imported"},
		{"a month", "months/2014-01", "2014-10-20", `{"figures":{"month":"2014-01","count":60}` + typed + `}`, "body.figures: measure.imported"},
		{"a month without an import", "months/2014-02", "2014-10-20", `{"figures":{"month":"2014-02","count":60}` + typed + `}`, ""},
		{"a corrected file", "cases", "2014-03-31", `{"figures":{"timely":81,"total":85},"import":"i2"` + typed + `}`, ""},
	} {
		var m memory
		m.must(t, "cases", "2014-03-31", `{"figures":{"timely":80,"total":85},"source":"Sagerne","import":"i1"}`)
		m.must(t, "months/2014-01", "2014-01-31", `{"figures":{"month":"2014-01","count":53},"source":"Sagerne","import":"i1"}`)
		err := m.write(KindReport, c.subject, "lead", c.day, "2014-10-20", c.body)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}
