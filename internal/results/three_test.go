package results

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/scoring"
)

// asOf is what a contract's score is at the end of a day.
type asOf struct{ day, decided, worst, best string }

// scored reads a year's facts and scores them at each day.
func scored(t *testing.T, id, facts string, want []asOf) scoring.Scorecard {
	t.Helper()
	c, _, err := library.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(id, []byte(facts), c)
	if err != nil {
		t.Fatal(err)
	}
	if err := compileSchema(t).Validate(asInstance(t, facts)); err != nil {
		t.Error(err)
	}
	var card scoring.Scorecard
	for _, w := range want {
		card, err = scoring.Score(c, r.Facts, calendar.MustDate(w.day).End())
		if err != nil {
			t.Fatal(err)
		}
		saidInWords(t, w.day, card)
		if got := card.Total; got.Decided.String() != w.decided || got.Worst.String() != w.worst || got.Best.String() != w.best {
			t.Errorf("%s: %v decided, %v to %v; want %s, %s to %s", w.day, got.Decided, got.Worst, got.Best, w.decided, w.worst, w.best)
		}
	}
	return card
}

// saidInWords holds that each figure's reason is said in both languages, with every
// value in its place.
func saidInWords(t *testing.T, day string, card scoring.Scorecard) {
	t.Helper()
	for _, lang := range catalogue.Languages() {
		scoring.Render(card.Explanation, func(key string, values map[string]any) string {
			text := catalogue.Text(lang, key, values)
			if !catalogue.Has(lang, key) || text == "" || strings.ContainsAny(text, "{}") || strings.Contains(text, "map[") {
				t.Errorf("%s, %s: %s reads %q", day, lang, key, text)
			}
			return text
		})
	}
}

// degrees compares each goal's degree.
func degrees(t *testing.T, card scoring.Scorecard, want map[string]string) {
	t.Helper()
	for _, g := range card.Goals {
		got := g.Degree.Worst.String()
		if !g.Degree.Known {
			got += ".." + g.Degree.Best.String()
		}
		if got != want[g.ID] {
			t.Errorf("goal %s: %s, want %s", g.ID, got, want[g.ID])
		}
	}
}

// The lighthouses, by hand. Shares: the basic frame is 75, of which 6, 4 and 2
// twelfths are 37.5, 25 and 12.5; the extra frame is 25; the addition 10 more.
//
//	10 April      nothing is decided; the gate is open, so worst is 0, best 110.
//	31 July       the Nordic index has its benchmark and a figure so far, the first
//	              half-year an accident: still nothing is decided.
//	30 November   the south is at 44.1: from 42 to 46.2 that is 2.1 of 4.2, 50 %.
//	              The lamps lie between (2 × 0 + 50) / 3 and (2 × 100 + 50) / 3, at
//	              best 37.5 × 250/3 % = 31.25. The new lamp burns: 10. The gate is
//	              open: worst 0. Best 31.25 + 25 + 12.5 + 25 + 10 = 103.75.
//	31 January    north 3.5: 0.4 of 0.5 is 80 %, just enough: (2 × 80 + 50) / 3 = 70,
//	              × 37.5 = 26.25. There is no Nordic index; the reserve is 7, half the
//	              way from 6 to 8: 87.5, × 25 = 21.875. The newest half-year has no
//	              accident, and (5 + 9 + 7 + 3) / 4 = 6 lies within 2 and 8: 12.5.
//	              Visits 9,000 + 12,600 + 16,000 + 7,550 = 45,150 by 42,000 is 107.5:
//	              60 + 7.5/10 × 40 = 90, × 25 = 22.5. The new lamp: 10.
//	              26.25 + 21.875 + 12.5 + 22.5 + 10 = 93.125: the target of 80 is
//	              kept, and 75,000 kr. are paid.
func TestTheLighthousesByHand(t *testing.T) {
	card := scored(t, "fyrvaesen-2031", `
facts:
  - {subject: besoeg, day: 2031-03-31, recorded: 2031-04-08, value: 9000}
  - {subject: lager, day: 2031-03-31, recorded: 2031-04-08, value: 5}
  - {subject: hjaelp-nordisk, day: 2031-06-15, benchmark: 7.1}
  - {subject: hjaelp-nordisk, day: 2031-06-30, value: 7.3, final: false}
  - {subject: ulykker, day: 2031-06-30, recorded: 2031-07-05, value: 1}
  - {subject: lamper-nord, day: 2031-06-30, recorded: 2031-07-10, value: 3.4, final: false}
  - {subject: lager, day: 2031-06-30, recorded: 2031-07-10, value: 9}
  - {subject: besoeg, day: 2031-06-30, recorded: 2031-07-10, value: 12600}
  - {subject: ny-lampe, day: 2031-09-01, yes: true}
  - {subject: lager, day: 2031-09-30, recorded: 2031-10-09, value: 7}
  - {subject: besoeg, day: 2031-09-30, recorded: 2031-10-09, value: 16000}
  - {subject: hjaelp-nordisk, day: 2031-11-01, missing: true, reason: Indekset er nedlagt}
  - {subject: lamper-syd, day: 2031-11-15, value: 44.1}
  - {subject: ulykker, day: 2031-12-31, recorded: 2032-01-05, value: 0}
  - {subject: lager, day: 2032-01-05, value: 3}
  - {subject: lamper-nord, day: 2031-12-31, recorded: 2032-01-10, value: 3.5}
  - {subject: hjaelp-egen, day: 2031-12-31, recorded: 2032-01-10, value: 7}
  - {subject: besoeg, day: 2031-12-31, recorded: 2032-01-12, value: 7550}
  - {subject: lamper-nord, day: 2031-12-31, recorded: 2032-03-01, value: 3.1} # after the last day
`, []asOf{
		{"2031-04-10", "0", "0", "110"},
		{"2031-07-31", "0", "0", "110"},
		{"2031-11-30", "10", "0", "103.75"},
		{"2032-01-31", "110", "93.125", "93.125"},
		{"2032-03-31", "110", "93.125", "93.125"},
	})
	degrees(t, card, map[string]string{"lamper": "70", "hjaelp": "87.5", "sikkerhed": "100", "besoeg": "90", "ny-lampe": "100"})
	if card.Kept == nil || !*card.Kept || card.Use == nil || card.Use.Worst.String() != "75000" || !card.Use.Known {
		t.Errorf("target kept %v, use %+v", card.Kept, card.Use)
	}
}

// The rescue service, by hand: how many of five goals are reached, 3 is 50, 4 is 80.
//
//	31 October    no goal is decided: 0 to 5 can be reached, 0 to 100.
//	31 January    the plan is two days late: 25, not reached. Up to 4: 0 to 80.
//	30 April      The third quarter's exercise was reported six days late, so at most
//	              two of three items are kept: readiness is at most 50, not reached.
//	              Hours 6 × 70 + 3 × 60 = 600: reached, with three months to come. Of
//	              the crews 96 of 128 is 75 %, and 128 of 200 asked is 64 %; the first
//	              survey had 110 of 200, 55 %, and decided nothing. The patrols' April
//	              is not in: 2 or 3 goals, 0 or 50.
//	31 August     The inspection's report came on Monday 4 November; twenty working
//	              days later is Monday 2 December, the day of the answer. The boat is
//	              afloat: two of three items, 50. 450 of 500 reports are 90 %, and every
//	              month has its 50 patrols, its 40 from January on: reached. Three: 50.
func TestTheRescueServiceByHand(t *testing.T) {
	facts := `
facts:
  - {subject: exercise.1, day: 2030-10-10, status: done}
  - {subject: answer.sent, day: 2030-11-04, event: happened}
  - {subject: answer.sent, day: 2030-12-02, status: done}
  - {subject: crews, day: 2030-12-10, satisfied: 80, answered: 110, asked: 200}
  - {subject: plan.written, day: 2030-12-22, status: done}
  - {subject: exercise.2, day: 2031-01-14, status: done}
  - {subject: crews, day: 2031-04-15, satisfied: 96, answered: 128, asked: 200}
  - {subject: exercise.3, day: 2031-04-20, status: done}
  - {subject: reports, day: 2031-04-20, timely: 400, total: 440, final: false}
  - {subject: boat.afloat, day: 2031-05-20, status: done}
  - {subject: exercise.4, day: 2031-07-14, status: done}
  - {subject: reports, day: 2031-06-30, recorded: 2031-07-15, timely: 450, total: 500}
`
	for _, m := range []struct{ month, known, patrols, hours string }{
		{"2030-07", "2030-08-05", "50", "70"}, {"2030-08", "2030-09-05", "55", "70"}, {"2030-09", "2030-10-05", "50", "70"},
		{"2030-10", "2030-11-05", "51", "70"}, {"2030-11", "2030-12-05", "50", "70"}, {"2030-12", "2031-01-05", "50", "70"},
		{"2031-01", "2031-02-05", "40", "60"}, {"2031-02", "2031-03-05", "42", "60"}, {"2031-03", "2031-04-05", "40", "60"},
		{"2031-04", "2031-05-05", "41", "10"}, {"2031-05", "2031-06-05", "40", "0"}, {"2031-06", "2031-07-05", "40", "10"},
	} {
		facts += "  - {subject: patrols, day: " + m.known + ", month: " + m.month + ", count: " + m.patrols + "}\n"
		facts += "  - {subject: hours, day: " + m.known + ", month: " + m.month + ", count: " + m.hours + "}\n"
	}
	// Of 900,000 kr. the plan's 100,000 are 100/9 %; with training, crews and, at the
	// end, the rest, all. Readiness is between two degrees in April.
	card := scored(t, "sea-rescue-2030", facts, []asOf{
		{"2030-10-31", "0", "0", "100"},
		{"2031-01-31", "100/9", "0", "80"},
		{"2031-04-30", "400/9", "0", "50"},
		{"2031-08-31", "100", "50", "50"},
	})
	degrees(t, card, map[string]string{"readiness": "50", "calls": "100", "training": "100", "crews": "100", "plan": "25"})
}

// The museum, by hand: the mean of eight goals.
//
//	15 April      The plans were drawn four days late: the building's 30 are lost, its
//	              best is 70. (7 × 100 + 70) / 8 = 96.25 at best.
//	15 August     The school: partly, 60. One exhibition is open and one never will be:
//	              at most two of three, 50. The guests' mark rests on 18 and decides
//	              nothing. 60 / 8 = 7.5 at worst; 5 × 100 + 60 + 50 + 70 = 680, / 8 = 85.
//	1 December    Place 4: 50. Two of three: 50. Built in time: 70. The mark 3.55 rests on
//	              24 of 40, just 60 %: 80 + 0.05/0.1 × 20 = 90. 60 + 50 + 50 + 70 + 90 =
//	              320, / 8 = 40 at worst; 620 / 8 = 77.5 at best; 5 of 8 are decided.
//	15 February   9.8 of 10 million: 2 %, kept. 81 of 100 answers are 90 % of the 90 that
//	              were asked for. Management assesses its goal at 75.
//	              320 + 100 + 90 + 75 = 585, / 8 = 73.125.
func TestTheMuseumByHand(t *testing.T) {
	card := scored(t, "oemuseum-2031", `
facts:
  - {subject: magasin.tegnet, day: 2031-04-04, status: done}
  - {subject: fiskeri, day: 2031-05-01, yes: true}
  - {subject: redning, day: 2031-06-01, yes: false}
  - {subject: karakter, day: 2031-06-30, value: 3.9, rests-on: 18, of: 20}
  - {subject: samarbejde, day: 2031-07-01, level: delvist}
  - {subject: handel, day: 2031-11-01, yes: true}
  - {subject: plads, day: 2031-11-15, value: 4}
  - {subject: magasin.bygget, day: 2031-11-20, status: done}
  - {subject: karakter, day: 2031-11-25, value: 3.55, rests-on: 24, of: 40}
  - {subject: oekonomi, day: 2031-12-31, recorded: 2032-01-20, budget: 10000000, spent: 9800000}
  - {subject: svar, day: 2031-12-31, recorded: 2032-01-20, timely: 81, total: 100}
  - {subject: ledelse, day: 2032-02-01, degree: 75, reason: Udvalget er tilfreds}
`, []asOf{
		{"2031-04-15", "0", "0", "96.25"},
		{"2031-08-15", "12.5", "7.5", "85"},
		{"2031-12-01", "62.5", "40", "77.5"},
		{"2032-02-15", "100", "73.125", "73.125"},
	})
	degrees(t, card, map[string]string{"ledelse": "75", "samarbejde": "60", "plads": "50", "udstillinger": "50",
		"oekonomi": "100", "bygning": "70", "svar": "90", "karakter": "90"})
}
