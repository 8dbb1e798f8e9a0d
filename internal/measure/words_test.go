package measure

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/record"
)

// A rounded figure never changes sides: 328/341 is 96.187… and reads 96,2, but
// 94.96 would round to 95,0 and reads 94,96.
func TestARoundedFigureStaysOnItsSideOfTheTarget(t *testing.T) {
	target := &contract.Target{Bound: contract.AtLeast, Value: exact.Int(95)}
	for figure, want := range map[string]string{
		"32800/341": "96,2", "95": "95", "94.96": "94,96", "95.04": "95,04", "94.94": "94,9", "96.5": "96,5", "94.9996": "94,9996",
	} {
		if got := Figure("da", exact.MustParse(figure), target); got != want {
			t.Errorf("%s: got %s, want %s", figure, got, want)
		}
	}
	if got := Figure("en", exact.MustParse("100/3"), nil); got != "33.3" {
		t.Errorf("without a target: got %s", got)
	}
}

func TestFiguresInWords(t *testing.T) {
	c := agreed()
	var m memory
	for _, r := range []struct{ subject, figures, words, target string }{
		{"cases", `{"timely":328,"total":341}`, "96,2 % af 341 i tide", "mål mindst 95 %"},
		{"months/2014-03", `{"month":"2014-03","count":52}`, "52 i marts 2014", "mål mindst 50"},
		{"survey", `{"satisfied":357,"answered":500}`, "71,4 % af 500 tilfredse", "mål mindst 75 %"},
		// |8551.4 − 8450| / 8450 = 101.4 / 8450 = 1.2 %.
		{"budget", `{"budget":845000,"spent":855140}`, "1,2 % afvigelse", "mål højst 2 %"},
		{"yes", `{"yes":true}`, "ja", ""},
		{"number", `{"value":"12.5"}`, "12,5 dage", "mål 10 til 20 dage"},
		{"level", `{"level":"partly"}`, "delvist", ""},
	} {
		m.must(t, r.subject, "2014-09-30", `{"source":"x","figures":`+r.figures+`}`)
		id, _ := requirementOf(r.subject)
		_, requirement := c.Requirement(id)
		if got := Words("da", c, requirement, &ReportOf(&m[len(m)-1]).Figures); got != r.words {
			t.Errorf("%s: %q, want %q", r.subject, got, r.words)
		}
		if got := TargetWords("da", c, requirement); got != r.target {
			t.Errorf("%s: target %q, want %q", r.subject, got, r.target)
		}
	}
	if got := Sentence("en", c, m[0]); got != "Klagesager: 96.2% of 341 in time (as of 30 September 2014)" {
		t.Errorf("sentence: %q", got)
	}
}

func TestLinesShowTheNewestOfEachSubject(t *testing.T) {
	c := agreed()
	var m memory
	m.must(t, "months/2014-02", "2014-02-28", `{"source":"x","figures":{"month":"2014-02","count":56}}`)
	m.must(t, "months/2014-01", "2014-01-31", `{"source":"x","figures":{"month":"2014-01","count":53}}`)
	m.must(t, "months/2014-01", "2014-01-31", `{"source":"x","figures":{"month":"2014-01","count":54},"reason":"Talt om"}`)
	g, r := c.Requirement("months")
	lines := Lines(c, g, r, m, reader("2014-04-10", opVerify))
	if len(lines) != 2 || lines[0].Month != "2014-01" || lines[0].Value != "54" || lines[1].Value != "56" || !lines[0].CanVerify {
		t.Errorf("got %+v", lines)
	}
	if months := Months(c, r); len(months) != 12 || months[0] != "2014-01" || months[11] != "2014-12" {
		t.Errorf("months: %v", months)
	}
}

// On 10 April: January is in, February and March are not; the first quarter has
// ended and no share speaks of its last day. A survey is not asked for before
// the year has ended.
func TestTasksAskForWhatHasEnded(t *testing.T) {
	c := agreed()
	var m memory
	m.must(t, "months/2014-01", "2014-01-31", `{"source":"x","figures":{"month":"2014-01","count":53}}`)
	m.must(t, "cases", "2014-03-30", `{"source":"x","figures":{"timely":80,"total":85}}`)
	m.must(t, "budget", "2014-03-31", `{"source":"x","figures":{"budget":100,"spent":99}}`)
	for _, want := range []struct{ requirement, today, tasks string }{
		{"months", "2014-04-10", "result:months/2014-02 result:months/2014-03"},
		{"months", "2014-03-31", "result:months/2014-02"}, // March has not ended before today
		{"cases", "2014-04-10", "result:cases:2014-03-31"},
		{"budget", "2014-04-10", ""},
		{"number", "2014-04-10", "result:number"},
		{"number", "2014-03-10", ""},
		{"survey", "2014-04-10", ""},
		{"survey", "2015-01-02", "result:survey"},
	} {
		g, r := c.Requirement(want.requirement)
		who := reader(want.today, opReport)
		if got := ids(Tasks(c, g, r, Lines(c, g, r, m, who), who)); got != want.tasks {
			t.Errorf("%s on %s: got %q, want %q", want.requirement, want.today, got, want.tasks)
		}
	}
	g, r := c.Requirement("months")
	who := reader("2014-04-10", opVerify)
	if got := ids(Tasks(c, g, r, Lines(c, g, r, m, who), who)); got != "verify_result:months/2014-01" {
		t.Errorf("an auditor: got %q", got)
	}
}

// A figure has as long as the quarterly report, 14 days: February's is late from
// 15 March on.
func TestAFigureIsLateAfterTheReportsDeadline(t *testing.T) {
	c := agreed()
	var m memory
	m.must(t, "months/2014-01", "2014-01-31", `{"source":"x","figures":{"month":"2014-01","count":53}}`)
	g, r := c.Requirement("months")
	for today, late := range map[string]bool{"2014-03-14": false, "2014-03-15": true} {
		who := reader(today, opReport)
		tasks := Tasks(c, g, r, Lines(c, g, r, m, who), who)
		if len(tasks) != 1 || tasks[0].Late != late || tasks[0].Day.String() != "2014-02-28" || tasks[0].Title != "Dobbelt, februar 2014" {
			t.Errorf("%s: got %+v", today, tasks)
		}
	}
}

func TestAReturnedResultComesBackToItsLead(t *testing.T) {
	c := agreed()
	var m memory
	m.must(t, "months/2014-01", "2014-01-31", `{"source":"x","figures":{"month":"2014-01","count":53}}`)
	if err := m.write(KindVerification, "months/2014-01", "auditor", "2014-02-03", "2014-02-03", `{"fact":"fact-0","verdict":"returned","note":"Hvilke?"}`); err != nil {
		t.Fatal(err)
	}
	g, r := c.Requirement("months")
	who := reader("2014-02-04", opReport)
	tasks := Tasks(c, g, r, Lines(c, g, r, m, who), who)
	if len(tasks) != 1 || tasks[0].ID != "returned:months/2014-01" || tasks[0].Title != "Dobbelt, januar 2014" || tasks[0].Question != "Hvilke?" || tasks[0].Fact != "fact-0" {
		t.Errorf("got %+v", tasks)
	}
}

func ids(tasks []record.Task) string {
	var list []string
	for _, task := range tasks {
		list = append(list, task.ID)
	}
	return strings.Join(list, " ")
}

func TestAMonthsSubject(t *testing.T) {
	id, month := requirementOf(Subject("5b", calendar.Month{Year: 2014, Month: 3}.String()))
	if id != "5b" || month != "2014-03" {
		t.Errorf("got %s and %s", id, month)
	}
}

// One øre over two percent of 63,375,000 kr. is no "2 %", however many decimals.
func TestAFigureNextToItsTargetSaysOnWhichSideItIs(t *testing.T) {
	atMost2 := &contract.Target{Bound: contract.AtMost, Value: exact.Int(2)}
	for figure, want := range map[string]string{"2": "2", "1267500001/633750000": "lidt over 2", "1267499999/633750000": "lidt under 2", "201/100": "2,01"} {
		if got := Figure("da", exact.MustParse(figure), atMost2); got != want {
			t.Errorf("%s is written %q, want %q", figure, got, want)
		}
	}
}
