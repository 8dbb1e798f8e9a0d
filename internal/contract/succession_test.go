package contract_test

import (
	"strings"
	"testing"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/contract/revision"
)

// cpr is the contract of 2014 as it was signed.
func cpr(t *testing.T) string {
	t.Helper()
	f, err := library.Open("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	return string(f.Source)
}

func parsed(t *testing.T, source string) *contract.Contract {
	t.Helper()
	c, problems := contract.Parse("f", []byte(source))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}

const amendment2 = `amendments:
  - version: 2
    from: 2014-07-01
    reason: The basis changed
    changes: [Something]
    agency: {by: The head, on: 2014-06-20}
    department: {by: The secretary, on: 2014-06-23}
`

// amended makes version 2 of the contract: with the amendment and with other
// texts in place of those that it has.
func amended(t *testing.T, source, amendment string, change ...string) string {
	t.Helper()
	source = strings.Replace(source, "\nversion: 1\n", "\nversion: 2\n", 1)
	for i := 0; i < len(change); i += 2 {
		if !strings.Contains(source, change[i]) {
			t.Fatalf("the contract has no %q", change[i])
		}
		source = strings.ReplaceAll(source, change[i], change[i+1])
	}
	return strings.Replace(source, "amendments: []\n", amendment, 1)
}

// told parses a version beside the earlier ones, and gives the problems' fields
// and sentences without lines.
func told(source string, earlier ...*contract.Contract) string {
	_, problems := contract.ParseNext("f", []byte(source), earlier)
	var lines []string
	for _, p := range problems {
		if p.Severity == contract.Error {
			lines = append(lines, p.Field+": "+p.Wrong+", "+p.Right)
		}
	}
	return strings.Join(lines, "\n")
}

func TestVersionsFollowOneAnother(t *testing.T) {
	signed := cpr(t)
	one := parsed(t, signed)
	two := amended(t, signed, amendment2, "title: Klagesager", "title: Klager")
	if got := told(two, one); got != "" {
		t.Errorf("a sound version 2: %s", got)
	}
	for name, c := range map[string]struct {
		source  string
		earlier []*contract.Contract
		want    string
	}{
		"2 without 1":  {two, nil, "version: is 2, the next version is 1: take versions in one by one, from 1 on"},
		"1 once more":  {signed, []*contract.Contract{one}, "version: is 1, the next version is 2: take versions in one by one, from 1 on"},
		"2 once more":  {two, []*contract.Contract{one, parsed(t, two)}, "version: is 2, the next version is 3: take versions in one by one, from 1 on"},
		"1 to begin":   {signed, nil, ""},
		"what changed": {two, []*contract.Contract{one}, ""},
	} {
		if got := told(c.source, c.earlier...); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Facts name goals, requirements, items and steps by their ids; a version may
// not take the name away from under them, nor give it to something else.
func TestIdsNeverChange(t *testing.T) {
	signed := cpr(t)
	one := parsed(t, signed)
	const ends = "amendments[0].ends: "
	for name, c := range map[string]struct {
		change []string
		want   string
	}{
		"a renamed goal": {[]string{"- id: \"4\" # G4\n", "- id: \"44\" # G4\n"},
			"blocks[1].blocks[0].goals[0].requirements[0].id: requirement 4 stood under goal 4 in version 1, leave it there, or give this one a new id\n" +
				ends + "goal 4 of version 1 is gone without a word, ids never change; what ends stands here: ends: [goal 4]"},
		"a renamed step": {[]string{"plan.done", "plan.finished"},
			ends + "step plan.done of version 1 is gone without a word, ids never change; what ends stands here: ends: [step plan.done]"},
		"a requirement measured otherwise": {[]string{"unit: sager pr. måned", "unit: sager"},
			"blocks[1].blocks[0].goals[1].requirements[1].unit: is sager where requirement 5b had sager pr. måned in version 1, leave it, or give the requirement a new id"},
		"another day of signature": {[]string{"signed: 2013-12-18", "signed: 2013-12-17"},
			"signed: is 2013-12-17, the contract was signed on 2013-12-18, write that day: an amendment has days of its own"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(amended(t, signed, amendment2, c.change...), one); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// The amendment may end what facts were about, by its name; what ended never
// comes back as something else.
func TestWhatAnAmendmentEnds(t *testing.T) {
	signed := cpr(t)
	one := parsed(t, signed)
	with := func(ends string) string {
		return strings.Replace(amendment2, "    agency:", "    ends: ["+ends+"]\n    agency:", 1)
	}
	renamed := []string{"plan.done", "plan.finished"}
	stated := amended(t, signed, with("step plan.done"), renamed...)
	if got := told(stated, one); got != "" {
		t.Errorf("an end that is stated: %s", got)
	}
	if got := strings.Join(contract.Ended(one, parsed(t, stated)), "; "); got != "step plan.done" {
		t.Errorf("ended: %s", got)
	}
	for ends, want := range map[string]string{
		"goal 4":                       "amendments[0].ends[0]: goal 4 is ended and in the file, give what comes instead a new id",
		"step plan.done, step no-such": "amendments[0].ends[1]: version 1 has no step no-such, name what it has: goal 8",
		"plan.done":                    "amendments[0].ends[0]: is plan.done, write goal, requirement, item or step and its id: goal 8",
	} {
		change := renamed
		if ends == "goal 4" {
			change = nil
		}
		if got := told(amended(t, signed, with(ends), change...), one); got != want {
			t.Errorf("%s: got %q, want %q", ends, got, want)
		}
	}
	// Version 3 brings the ended step back.
	three := strings.Replace(strings.Replace(stated, "\nversion: 2\n", "\nversion: 3\n", 1), "plan.finished", "plan.done", -1)
	three = strings.TrimRight(three, "\n") + "\n" + strings.NewReplacer("amendments:\n", "", "version: 2", "version: 3").Replace(with("step plan.finished"))
	want := "amendments[0].ends[0]: step plan.done is ended and in the file, give what comes instead a new id"
	if got := told(three, one, parsed(t, stated)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// F4: with a goal ends what stands under it; the new goal has an id of its own.
func TestAnotherGoalEndsTheOld(t *testing.T) {
	signed := cpr(t)
	one := parsed(t, signed)
	edited, err := revision.Apply(signed, revision.Edit{Goal: &revision.GoalEdit{Replaces: "8", ID: "8-2", Title: "Drift",
		Measure: contract.Number, Bound: contract.AtMost, Unit: "kr.", Year: 2014}})
	if err != nil {
		t.Fatal(err)
	}
	a := contract.Amendment{Version: 2, From: one.Period.From.AddDays(120), Reason: "F4", Changes: []string{"Goal 8"},
		Agency:     contract.Approval{By: "The head", On: one.Period.From.AddDays(100)},
		Department: contract.Approval{By: "The secretary", On: one.Period.From.AddDays(101)}}
	for ended, want := range map[bool]string{
		false: "amendments[0].ends: goal 8 of version 1 is gone without a word, ids never change; what ends stands here: ends: [goal 8]",
		true:  "",
	} {
		a.Ends = nil
		if ended {
			a.Ends = contract.Ended(one, parsed(t, edited))
		}
		sealed, err := revision.Seal(edited, a)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(sealed, one); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPartiesAndEarlierAmendmentsStay(t *testing.T) {
	signed := cpr(t)
	one := parsed(t, signed)
	renamed := []string{"signatory: Kontorchefen", "signatory: Direktøren"}
	want := "agency: is called otherwise than before (CPR-administrationen, Kontorchefen), say so in the amendment's parties, or leave it"
	if got := told(amended(t, signed, amendment2, renamed...), one); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	stated := strings.Replace(amendment2, "    agency:", "    parties: The director signs\n    agency:", 1)
	if got := told(amended(t, signed, stated, renamed...), one); got != "" {
		t.Errorf("a stated change: %s", got)
	}
	want = "agency.id: is other where the version before has cpr, write cpr: other parties make another contract"
	if got := told(amended(t, signed, stated, "  id: cpr\n", "  id: other\n"), one); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	two := amended(t, signed, amendment2)
	three := strings.Replace(strings.Replace(two, "\nversion: 2\n", "\nversion: 3\n", 1), "The basis changed", "Something else", 1)
	three = strings.TrimRight(three, "\n") + "\n" + strings.NewReplacer("amendments:\n", "", "version: 2", "version: 3").Replace(amendment2)
	want = "amendments[0]: is not what version 2 was approved with, leave earlier amendments as they are and write a new one"
	if got := told(three, one, parsed(t, two)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
