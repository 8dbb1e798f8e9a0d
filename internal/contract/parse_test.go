package contract

import (
	"errors"
	"testing"
)

// The digest is FIPS 180's own example for "abc".
func TestHashIsTheFilesSHA256(t *testing.T) {
	if got := Hash([]byte("abc")); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Error(got)
	}
}

func TestProblemsAreAnErrorOnlyWhenOneRefusesTheFile(t *testing.T) {
	warning := Problem{File: "f", Line: 3, Field: "signed", Wrong: "late", Right: "look", Severity: Warning}
	refusal := Problem{File: "f", Line: 4, Field: "id", Wrong: "is missing", Right: "write it here"}
	if err := (Problems{warning}).Err(); err != nil {
		t.Error(err)
	}
	err := Problems{warning, refusal}.Err()
	want := "f:3: signed: warning: late, look\nf:4: id: is missing, write it here"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if _, ok := errors.AsType[Problems](err); !ok {
		t.Error("the problems cannot be had back from the error")
	}
}

func TestASoundContractIsFoundByItsIDs(t *testing.T) {
	c, problems := Parse("f", sound(t))
	if c == nil {
		t.Fatal(problems)
	}
	goal, requirement, item, step := c.Step("quay.built")
	if goal != c.Goal("1") || requirement.ID != "1" || item.ID != "quay" || step.PlannedDay().String() != "2031-08-30" {
		t.Errorf("found %v %v %v %v", goal, requirement, item, step)
	}
	if c.Goal("9") != nil || c.ReadingByID("R1") == nil || c.Year() != 2031 {
		t.Error("a goal that is not there, or a reading that is")
	}
	if _, r := c.Requirement("2a"); r.TargetFor(2032) == nil || r.Covers(c) != c.Period {
		t.Error("the target of 2032, or the days that the result covers")
	}
}
