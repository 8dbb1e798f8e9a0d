package library

import "testing"

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
