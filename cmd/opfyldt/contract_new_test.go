package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A paper of two goals, with a table of weights and a day.
const harbourPaper = `Aftale for Havnevæsenet
1. Ny kaj            60 pct.
2. Klagesager        40 pct.
Kajen er færdig senest den 1. juli.
Mindst 95 pct. af klagerne afsluttes inden for 6 måneder.
`

// The answers of somebody who takes what the paper suggests.
var answers = []string{
	"havn-2031", "da", "Aftale for Havnevæsenet", "Havnevæsenet", "Ministeriet", "2030-12-16", "2031-01-01", "", // to the year's end
	"", "", // percent, 100
	"y", "", "", "", "half", "3", "1", // goal 1 as found
	"y", "Kajen", "milestones", "y", "Kajen er færdig", "", "n", "n", // its step by the paper's day
	"y", "", "", "40,0", "", "4", "", // goal 2, the weight typed anew
	"y", "Til tiden", "timelines", "timeliness", "pct.", "", "95", "", "n", // a slip, then by the paper's limit
	"n",
}

func TestAContractIsAskedForInTheTerminal(t *testing.T) {
	dir := folder(t)
	paper, file := filepath.Join(dir, "paper.txt"), filepath.Join(dir, "havn.yaml")
	if err := os.WriteFile(paper, []byte(harbourPaper), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, told := contractCall(strings.Join(answers, "\n")+"\n", "new", "--paper", paper, "--out", file)
	if code != 0 || !strings.Contains(told, "The file passes its check.") {
		t.Fatalf("%d\n%s", code, told)
	}
	if !strings.Contains(told, "  write one of milestones, timeliness") {
		t.Errorf("a slip is not told:\n%s", told)
	}
	made, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`period: {from: 2031-01-01, to: 2031-12-31}`,
		`weight: {value: 60, printed: "60"}`,
		`due: 2031-07-01, decides: true} # line 4, "1. juli"`,
		`cases: {limit: {count: 6, unit: months}, open-late-counts: false}`,
		`- {year: 2031, bound: at-least, value: 95}`,
	} {
		if !strings.Contains(string(made), want) {
			t.Errorf("not written: %s in\n%s", want, made)
		}
	}
}

func TestNothingIsWrittenBeforeTheLastAnswer(t *testing.T) {
	file := filepath.Join(folder(t), "half.yaml")
	code, _, told := contractCall("havn-2031\nda\n", "new", "--out", file)
	if code != 1 || !strings.Contains(told, "nothing was written") {
		t.Errorf("%d %q", code, told)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("a file is there: %v", err)
	}
	if code, _, told := contractCall("", "new", "more"); code != 2 || !strings.Contains(told, "usage:") {
		t.Errorf("%d %q", code, told)
	}
}
