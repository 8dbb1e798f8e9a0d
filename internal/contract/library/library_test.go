package library

import (
	"testing"

	"opfyldt/internal/contract"
)

func TestEveryFileParsesWithoutAWarning(t *testing.T) {
	all, err := List()
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	for _, f := range all {
		c, _, err := Load(f.ID)
		if err != nil {
			t.Errorf("%s:\n%v", f.Name, err)
			continue
		}
		if c.ID != f.ID {
			t.Errorf("%s holds the contract %s", f.Name, c.ID)
		}
	}
}

// The versions that ship follow one another, from what was signed on.
func TestEveryVersionFollowsTheOneBefore(t *testing.T) {
	all, err := List()
	if err != nil {
		t.Fatal(err)
	}
	shipped := map[string]int{"cpr-2014": 1, "harbour-school-2025": 2, "fyrvaesen-2031": 1, "sea-rescue-2030": 1, "oemuseum-2031": 1}
	for _, f := range all {
		versions, err := Versions(f.ID)
		if err != nil || len(versions) != shipped[f.ID] {
			t.Fatalf("%s ships in %d versions, %v", f.ID, len(versions), err)
		}
		var earlier []*contract.Contract
		for _, v := range versions {
			c, problems := contract.ParseNext(v.Name, v.Source, earlier)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			earlier = append(earlier, c)
		}
	}
}
