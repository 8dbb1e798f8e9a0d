package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of the first format in which a fallback and a share of coverage were left
// to the parties.
const firstFormat = `# the island's agreement
format: opfyldt-contract/1   # the version
id: island-2031
version: 1
language: en
title: Island
agency: {id: a, name: Agency}
department: {id: d, name: Department}
period: {from: 2031-01-01, to: 2031-12-31}
signed: 2030-12-16
weights: {kind: none}
total: {by: mean}
blocks:
  - id: all
    title: All
    goals:
      - id: "1"
        number: "1"
        title: Grades # of both indices
        lead: lead
        scale: {degrees: [0, 100]}
        kept: 100
        combine: {by: all-of}
        requirements:
          - {id: national, title: National index, measure: number, fallback: own, coverage: {share: 60}, targets: [{year: 2031, bound: at-least, value: 7}], degree: {by: target}}
          - {id: own, title: Own index, measure: number, targets: [{year: 2031, bound: at-least, value: 6}], degree: {by: target}}
`

func TestAnOlderFileIsLiftedWithItsComments(t *testing.T) {
	dir := folder(t)
	file, made := filepath.Join(dir, "old.yaml"), filepath.Join(dir, "new.yaml")
	if err := os.WriteFile(file, []byte(firstFormat), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, told := contractCall("", "lift", "--out", made, file)
	if code != 0 || out != "" {
		t.Fatalf("%d %q %q", code, out, told)
	}
	want := "Goal national: from now on Own index counts only where what the other is measured by does not exist; before, both counted.\n" +
		"Goal national: from now on a figure that rests on less than the contract asks for decides nothing; before, the parties looked after that.\n"
	if told != want {
		t.Errorf("told\n%s\nwant\n%s", told, want)
	}
	got, err := os.ReadFile(made)
	if err != nil || string(got) != strings.Replace(firstFormat, "contract/1", "contract/2", 1) {
		t.Errorf("%v\n%s", err, got)
	}
	if code, _, told := contractCall("", "lift", made); code != 0 || !strings.Contains(told, "is of the newest format already: opfyldt-contract/2") {
		t.Errorf("again: %d %q", code, told)
	}
	if code, _, told := contractCall("", "lift"); code != 2 || !strings.Contains(told, "usage:") {
		t.Errorf("no file: %d %q", code, told)
	}
}
