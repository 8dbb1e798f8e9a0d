package results

import (
	"strings"
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/scoring"
)

func cpr(t testing.TB) *contract.Contract {
	t.Helper()
	c, _, err := library.Load("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func total(t *testing.T, src string) scoring.Scorecard {
	t.Helper()
	c := cpr(t)
	r, err := Parse("results.yaml", []byte(src), c)
	if err != nil {
		t.Fatal(err)
	}
	card, err := scoring.Score(c, r.Facts, r.Last)
	if err != nil {
		t.Fatal(err)
	}
	return card
}

// Rule S5: Table 11's degrees give 75, in YAML with whole keys and in JSON
// indented by tabs.
func TestTable11FromAFile(t *testing.T) {
	for name, src := range map[string]string{
		"yaml": "degrees: {1: 100, 2: 50, 3: 50, 4: 100, 5: 100, 6: 0, 7: 100, 8: 100}\n",
		"json": "{\n\t\"degrees\": {\n\t\t\"1\": 100, \"2\": \"50\", \"3\": 50.0, \"4\": 100,\n\t\t\"5\": 100, \"6\": 0, \"7\": 100, \"8\": 100\n\t}\n}",
	} {
		card := total(t, src)
		if got := card.Total.Obtained.String(); got != "75" || card.Total.Decided.String() != "100" {
			t.Errorf("%s: total %s, decided %s, want 75 of 100", name, got, card.Total.Decided)
		}
	}
}

// The plain results that make Table 11 by the contract's rules: plan in time
// and discussed (100); 3 of 5 services (50); 2 of 4 activities (50); 95 of 100
// is 95 % (100); 46 of 50 is 92 % and no month under 50 (100); 299 of 400 is
// 74.75 %, under 75 (0); in use in time (100); |98 − 100| / 100 is 2 % (100).
const plainTable11 = `
format: opfyldt-results/1
contract: cpr-2014
results:
  "1": {steps: {plan.done: 2014-06-30, plan.discussed: 2014-12-31}}
  "2": {steps: {marketing.live: 2014-05-01, directory.live: 2014-06-02, attestation.live: 2014-12-31, lodging.live: late, standard-info.live: dropped}}
  "3": {steps: {spot-checks.concluded: 2014-11-14, penetration-test.closed: 2014-10-31, iso-27000.moved: late, awareness.completed: 2015-01-05}}
  "4": {timely: 95, total: 100}
  "5a": {timely: 46, total: 50}
  "5b": {months: [50, 51, 50, 62, 50, 50, 50, 50, 50, 50, 50, 50]}
  "6": {satisfied: 299, answered: 400}
  "7": {steps: {web-client.in-use: 2014-11-28}}
  "8": {budget: 100000000, spent: 98000000.00}
`

func TestPlainResultsGiveTable11(t *testing.T) {
	card := total(t, plainTable11)
	want := []string{"100", "50", "50", "100", "100", "0", "100", "100"}
	for i, g := range card.Goals {
		if got := g.Calculated.Worst.String(); got != want[i] || !g.Calculated.Known {
			t.Errorf("goal %s: degree %s known %v, want %s", g.ID, got, g.Calculated.Known, want[i])
		}
	}
	if got := card.Calculated.Obtained.String(); got != "75" {
		t.Errorf("total %s, want 75", got)
	}
}

// Facts with dates: what is recorded later is not known before.
func TestFactsCarryTheirDays(t *testing.T) {
	c := cpr(t)
	r, err := Parse("f.yaml", []byte(`
facts:
  - {subject: web-client.in-use, day: 2014-11-28, recorded: 2014-12-01T10:00:00+01:00, status: done}
  - {id: assessed, subject: "7", day: 2014-12-15, degree: 100, reason: Taget i brug}
  - {subject: 5b, day: 2014-02-03, month: 2014-01, count: 53}
  - {subject: "4", day: 2014-12-31, timely: 10, total: 10, final: false}
`), c)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Facts) != 4 || r.Facts[0].ID != "facts[0]" || r.Facts[1].ID != "assessed" {
		t.Fatalf("facts %+v", r.Facts)
	}
	if got := r.Facts[0].Recorded.Format("15:04"); got != "09:00" {
		t.Errorf("recorded %s UTC, want 09:00", got)
	}
	if _, ok := r.Facts[3].Value.(scoring.CaseShare); !ok {
		t.Errorf("fact 4 is %T", r.Facts[3].Value)
	}
}

// Each faulty file with the line and the words that its message must have.
func TestMistakesAreNamedWithTheirLine(t *testing.T) {
	person := "0101" + "70" + "-" + "1234"
	for name, c := range map[string]struct{ src, want string }{
		"unknown goal":         {"degrees:\n  \"9\": 100", "f.yaml:2: degrees.9: 9 is not known, there is 1, 2, 3, 4, 5, 6, 7, 8"},
		"off the scale":        {"degrees: {1: 75}", "f.yaml:1: degrees.1: the degree 75 is not on the goal's scale, which has 0, 50 and 100"},
		"above 100":            {"degrees: {4: 110}", "the degree 110 is not on the goal's scale, which has 0 and 100"},
		"no number":            {"degrees: {4: high}", "high is not a number, write it as 12.5"},
		"padded":               {"degrees: {4: 0100}", "0100 is not a number, write it as 12.5"},
		"exponent":             {"degrees: {4: 1e2}", "1e2 is not a number"},
		"timely above total":   {"results:\n  \"4\":\n    timely: 101\n    total: 100", "f.yaml:3: results.4.timely: 101 is more than 100, it must not exceed total"},
		"no cases":             {"results: {\"4\": {timely: 0, total: 0}}", "results.4.total: a share of 0 does not exist"},
		"zero budget":          {"results: {\"8\": {budget: 0, spent: 1}}", "results.8.budget: a budget of 0 cannot have a deviation"},
		"third decimal":        {"results: {\"8\": {budget: 1.005, spent: 1}}", "1.005 is not an amount"},
		"half a case":          {"results: {\"4\": {timely: 1.5, total: 2}}", "1.5 is not a count"},
		"negative":             {"results: {\"4\": {timely: -1, total: 2}}", "-1 is not a count"},
		"typed percentage":     {"results: {\"4\": 95}", "results.4: one number is no result here, write timely, total"},
		"misspelt key":         {"results: {\"4\": {timley: 1, total: 2}}", "results.4.timley: timley is not known, timely is the nearest"},
		"missing key":          {"results: {\"4\": {timely: 1}}", "results.4.total: the key is missing, add it"},
		"duplicate key":        {"degrees:\n  1: 100\n  \"1\": 50", "f.yaml:3: degrees.1: the key stands on line 2 already"},
		"duplicate fact id":    {"facts:\n- {id: a, subject: \"7\", day: 2014-01-01, degree: 0}\n- {id: a, subject: \"8\", day: 2014-01-01, degree: 0}", "f.yaml:3: facts[1].id: the id is used on line 2"},
		"unknown requirement":  {"results: {\"5\": {timely: 1, total: 2}}", "results.5: 5 is not known, there is 1, 2, 3, 4, 5a, 5b, 6, 7, 8"},
		"unknown step":         {"results: {\"7\": {steps: {web-client.inuse: 2014-01-01}}}", "web-client.inuse is not known, web-client.in-use is the nearest"},
		"no such day":          {"results: {\"7\": {steps: {web-client.in-use: 2014-02-30}}}", "2014-02-30 does not say where the step stands"},
		"month outside":        {"results: {5b: {months: {2015-01: 50}}}", "January 2015 lies outside the requirement's period, which runs from January 2014 to December 2014"},
		"no month":             {"results: {5b: {months: {january: 50}}}", "january is not a month"},
		"13 months":            {"results: {5b: {months: [1,1,1,1,1,1,1,1,1,1,1,1,1]}}", "the list has 13 months, the requirement has 12"},
		"given twice":          {"results: {\"4\": {timely: 1, total: 2}}\nfacts: [{subject: \"4\", day: 2014-12-31, timely: 1, total: 2}]", "f.yaml:2: facts[0].subject: it is given under results already"},
		"no day":               {"facts: [{subject: \"4\", timely: 1, total: 2}]", "facts[0].day: the key is missing"},
		"unknown subject":      {"facts: [{subject: nothing-like-it, day: 2014-01-01, status: done}]", "nothing-like-it is not known"},
		"unknown status":       {"facts: [{subject: web-client.in-use, day: 2014-01-01, status: dnoe}]", "dnoe is not known, done is the nearest"},
		"bad instant":          {"facts: [{subject: web-client.in-use, day: 2014-01-01, recorded: noon, status: done}]", "noon is not an instant"},
		"whole as step":        {"facts: [{subject: \"2\", day: 2014-01-01, status: done}]", "is reported step by step"},
		"person number":        {"facts: [{subject: \"7\", day: 2014-01-01, degree: 0, reason: \"see " + person + "\"}]", "the text holds a person number"},
		"person number key":    {"degrees:\n  \"" + person + "\": 1", "f.yaml:2: file: the text holds a person number"},
		"other format":         {"format: opfyldt-results/2\ndegrees: {1: 0}", "the right one is opfyldt-results/1"},
		"other contract":       {"contract: cpr-2015\ndegrees: {1: 0}", "the right one is cpr-2014"},
		"nothing in it":        {"contract: cpr-2014", "it must have degrees, results or facts"},
		"unknown form":         {"degres: {1: 0}", "degres is not known, degrees is the nearest"},
		"a list":               {"- 1", "this is no mapping"},
		"empty":                {" \n", "the file is empty"},
		"not yaml":             {"degrees: {1: 100", "the text is neither YAML nor JSON"},
		"two documents":        {"degrees: {1: 0}\n---\ndegrees: {1: 0}", "one document"},
		"an alias":             {"degrees: &a {1: 0}\nresults: *a", "anchors, aliases"},
		"utf-16":               {"\xff\xfed\x00e\x00", "the file is not UTF-8 text"},
		"latin-1":              {"degrees: {1: 0} # \xe6", "the file is not UTF-8 text"},
		"50 MB":                {strings.Repeat("x", 50<<20), "the file is larger than 4 MiB"},
		"deep":                 {strings.Repeat("[", 10000), "nested too deeply"},
		"many":                 {strings.Repeat("-\n", 300000), "too many values"},
		"many keys":            {strings.Repeat("a: 1\n", 6000), "too many values"},
		"many keys with lists": {strings.Repeat("a:\n- 1\n", 6000), "too many values"},
		"many folded":          {strings.Repeat("a: > \n", 6000), "too many values"},
		"many anchors":         {strings.Repeat("&", 300000), "too many values"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("f.yaml", []byte(c.src), cpr(t))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), person) {
				t.Error("the message shows the person number")
			}
		})
	}
}

// Facts without ids, recorded at the same instant: their order in the file must
// not decide. Two that contradict each other are refused, each order alike; two
// that say the same, or have ids, pass. Month and goal are things of their own.
func TestContradictingFactsAreRefusedInAnyOrder(t *testing.T) {
	line := func(parts ...string) string { return "facts:\n- " + strings.Join(parts, "\n- ") + "\n" }
	done := "{subject: web-client.in-use, day: 2014-11-28, status: done}"
	dropped := "{subject: web-client.in-use, day: 2014-11-28, status: dropped}"
	later := "{subject: web-client.in-use, day: 2014-11-27, recorded: 2014-11-28, status: started}"
	may := "{subject: 5b, day: 2014-06-30, month: 2014-05, count: 50}"
	assessed := "{subject: \"7\", day: 2014-11-28, degree: 100}"
	for name, c := range map[string]struct{ src, want string }{
		"contradicting":    {line(done, may, dropped), "f.yaml:4: facts[2]: it says otherwise than line 2 about the same thing at the same instant"},
		"the other order":  {line(dropped, done), "f.yaml:3: facts[1]: it says otherwise than line 2"},
		"of other days":    {line(done, later), "f.yaml:3: facts[1]: it says otherwise than line 2"},
		"one with an id":   {line(done, "{id: x, "+dropped[1:]), "f.yaml:3: facts[1]: it says otherwise than line 2"},
		"both with an id":  {line("{id: y, "+done[1:], "{id: x, "+dropped[1:]), ""},
		"the same twice":   {line(done, done), ""},
		"two months":       {line(may, strings.Replace(may, "2014-05", "2014-04", 1)), ""},
		"goal and step":    {line(done, assessed), ""},
		"another instant":  {line(done, "{recorded: 2014-11-28T10:00:00Z, "+dropped[1:]), ""},
		"the twelfth fact": {line(strings.Split(strings.Repeat(done+"\n", 11)+dropped, "\n")...), "f.yaml:13: facts[11]: it says otherwise than line 2"},
	} {
		_, err := Parse("f.yaml", []byte(c.src), cpr(t))
		if (err != nil) != (c.want != "") || err != nil && !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestAllMistakesComeAtOnce(t *testing.T) {
	_, err := Parse("f.yaml", []byte("degrees: {1: 75, 9: 1}\nresults:\n  \"4\": {timely: 2, total: 1}\n  \"8\": {budget: 0, spent: 1}\n"), cpr(t))
	problems, ok := err.(*Problems)
	if !ok || len(problems.List) != 4 {
		t.Fatalf("got %v, want 4 problems", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(plainTable11))
	f.Add([]byte(`{"degrees": {"1": 100}, "facts": [{"subject": "4", "day": "2014-01-01", "timely": 1, "total": 2}]}`))
	f.Add([]byte("? [a]\n: b\n"))
	c := cpr(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := Parse("f.yaml", src, c)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		// What is accepted can be scored: no figure in it is impossible.
		if _, err := scoring.Score(c, r.Facts, r.Last); err != nil {
			t.Errorf("accepted, but: %v", err)
		}
	})
}
