package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// scoreCallOf runs `opfyldt score` on the library's CPR contract.
func scoreCallOf(stdin string, args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	all := append([]string{"score", "--contract", "cpr-2014", "--results", "-"}, args...)
	code = run(context.Background(), all, stdio{strings.NewReader(stdin), &o, &e})
	return code, o.String(), e.String()
}

const table11 = `degrees: {"1": 100, "2": 50, "3": 50, "4": 100, "5": 100, "6": 0, "7": 100, "8": 100}`

// Rule S5, in the shape of the paper: 75,0 in the last row.
func TestScorePrintsTable11(t *testing.T) {
	code, out, errOut := scoreCallOf(table11)
	if code != 0 || errOut != "" {
		t.Fatalf("status %d: %s", code, errOut)
	}
	want := map[string]string{
		"Digitalisering": "  2 Digitalisering                        50    12,5     0,5 * 12,5         6,25",
		"I alt":          "I alt                                            100                        75,0",
	}
	for _, line := range strings.Split(out, "\n") {
		if utf8.RuneCountInString(line) > 80 {
			t.Errorf("wider than 80 columns: %q", line)
		}
		for key, exact := range want {
			if strings.Contains(line, key) && line != exact {
				t.Errorf("got  %q\nwant %q", line, exact)
			}
		}
	}
	for _, part := range []string{"Strategiske mål", "I alt ", "Alt er afgjort."} {
		if !strings.Contains(out, part) {
			t.Errorf("%q is missing in\n%s", part, out)
		}
	}
}

// One goal of eight is decided: 12.5 % of the weight.
func TestScoreSaysWhatIsNotDecided(t *testing.T) {
	_, out, _ := scoreCallOf(`degrees: {"1": 50}`)
	for _, part := range []string{"12,5 % af vægten er afgjort. Ikke afgjort: mål 2, 3, 4, 5, 6, 7 og 8.", "6,25–93,75", "0–100"} {
		if !strings.Contains(out, part) {
			t.Errorf("%q is missing in\n%s", part, out)
		}
	}
}

// A gate that is not passed is named beside the total of 0 that it gives, with
// the contract's target and what the total is used for. The school's total can
// still be 100, so all of it is open at first.
func TestScoreExplainsAGatedTotal(t *testing.T) {
	score := func(results string) string {
		var o, e bytes.Buffer
		if code := run(context.Background(), []string{"score", "--contract", "harbour-school-2025", "--results", "-"}, stdio{strings.NewReader(results), &o, &e}); code != 0 {
			t.Fatal(e.String())
		}
		return strings.Join(strings.Fields(o.String()), " ")
	}
	for results, want := range map[string][]string{
		"degrees: {safe-building: 0}": {"must be kept before anything counts. It is not.",
			"The contract's target for the total, 75, can no longer be reached.", "Share of the year's development grant that is paid out: 0 percent."},
		"degrees: {workshop: 100}": {"must be kept before anything counts. That is not decided.",
			"The contract's target for the total is 75. Whether it is reached is not decided.", "paid out: between 0 and 100 percent"},
	} {
		got := score(results)
		for _, part := range want {
			if !strings.Contains(got, part) {
				t.Errorf("%s: no %q in\n%s", results, part, got)
			}
		}
	}
}

func TestScoreAsJSON(t *testing.T) {
	code, out, errOut := scoreCallOf(strings.Replace(table11, `"8": 100`, `"8": null`, 1), "--json")
	if code != 0 {
		t.Fatalf("status %d: %s", code, errOut)
	}
	var got struct {
		Contract, Total, Decided, Best, Worst string
		Calculated                            struct{ Total, Best string }
		Goals                                 []struct {
			ID, Weight           string
			Degree, Contribution *string
			Kept                 *bool
			Explanation          struct {
				Text     string
				Children []struct{ Facts []string }
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	// Without goal 8 the total is 75 − 12.5 = 62.5, and 75 can still be reached.
	if got.Contract != "cpr-2014" || got.Total != "62.5" || got.Worst != "62.5" || got.Best != "75" || got.Decided != "87.5" ||
		got.Calculated.Total != "0" || got.Calculated.Best != "100" || len(got.Goals) != 8 {
		t.Errorf("got %+v", got)
	}
	second, last := got.Goals[1], got.Goals[7]
	if second.Weight != "12.5" || *second.Degree != "50" || *second.Contribution != "6.25" || *second.Kept ||
		!strings.Contains(second.Explanation.Text, "6,25") || second.Explanation.Children[0].Facts[0] != "degrees.2" {
		t.Errorf("goal 2: %+v", second)
	}
	if last.Degree != nil || last.Contribution != nil || last.Kept != nil {
		t.Errorf("goal 8 is not known: %+v", last)
	}
}

// The plan was done in June, and that was known from then on.
func TestScoreAsOfADay(t *testing.T) {
	facts := "facts: [{subject: web-client.in-use, day: 2014-11-28, recorded: 2014-12-02, status: done}]"
	for day, want := range map[string]string{"2014-12-01": `"decided": "0"`, "2014-12-02": `"decided": "12.5"`} {
		if _, out, _ := scoreCallOf(facts, "--json", "--as-of", day); !strings.Contains(out, want) {
			t.Errorf("as of %s: no %s", day, want)
		}
	}
}

func TestScoreNamesEveryMistake(t *testing.T) {
	code, out, errOut := scoreCallOf("degrees:\n  \"2\": 75\n  \"9\": 100\n")
	want := "-:2: degrees.2: the degree 75 is not on the goal's scale, which has 0, 50 and 100\n" +
		"-:3: degrees.9: 9 is not known, there is 1, 2, 3, 4, 5, 6, 7, 8\n"
	if code != 1 || out != "" || errOut != want {
		t.Errorf("status %d\ngot  %q\nwant %q", code, errOut, want)
	}
}

func TestScoreCallsThatAreNotUnderstood(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"score"}, 2, "--contract and --results are needed"},
		{[]string{"score", "--kontract", "x"}, 2, "kontract"},
		{[]string{"score", "--contract", "cpr-2014", "--results", "-", "more"}, 2, `"more" is not understood`},
		{[]string{"score", "--contract", "cpr-2041", "--results", "-"}, 1, "not in the library"},
		{[]string{"score", "--contract", "cpr-2014", "--results", "no-such-file"}, 1, "no-such-file"},
		{[]string{"score", "--contract", "score_test.go", "--results", "-"}, 1, "score_test.go:"},
		{[]string{"score", "--contract", "cpr-2014", "--results", "-", "--as-of", "30.06.2014"}, 1, "--as-of"},
		{[]string{"score", "--help"}, 0, ""},
		{[]string{"score", "--results-schema"}, 0, ""},
	} {
		var o, e bytes.Buffer
		code := run(context.Background(), c.args, stdio{strings.NewReader(table11), &o, &e})
		if code != c.code || !strings.Contains(e.String(), c.says) || code == 0 && o.Len() == 0 {
			t.Errorf("%v: status %d, %q", c.args, code, e.String())
		}
	}
}
