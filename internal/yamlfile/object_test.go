package yamlfile

import (
	"testing"

	"opfyldt/internal/spelling"
)

func TestKeysAreAskedForRepeatedAndLeft(t *testing.T) {
	doc, problems := Read([]byte("title: a\nyear: 1\ntitle: b\ntilte: c\n"), narrow)
	if doc.Root == nil {
		t.Fatal(problems)
	}
	o := Open(doc.Root, "goals[2]")
	o.Ask("title", "year")
	if e := o.Find("title"); e == nil || e.Value.Text != "a" || o.Find("day") != nil || o.Field("day") != "goals[2].day" {
		t.Errorf("found %+v", e)
	}
	if again := o.Repeated(); len(again) != 1 || again[0].At.Line != 3 || again[0].First.Line != 1 {
		t.Errorf("repeated %+v", again)
	}
	rest := o.Unasked()
	if len(rest) != 1 || rest[0].Key != "tilte" || spelling.Nearest(rest[0].Key, o.Asked, 3) != "title" {
		t.Errorf("left %+v", rest)
	}
}

func TestWhatIsNoMappingReadsAsAnEmptyOne(t *testing.T) {
	o := Open(&Node{Kind: Scalar, At: Place{3, 4}, Text: "x"}, "")
	if o.IsMapping || o.At != (Place{3, 4}) || o.Find("x") != nil || o.Field("a") != "a" || OrFile(o.Path) != File {
		t.Errorf("%+v", o)
	}
}

func TestProblemsAreSortedAndLocated(t *testing.T) {
	places := []Place{{2, 1}, {1, 9}, {1, 2}}
	SortByPlace(places, func(p Place) Place { return p })
	if places[0] != (Place{1, 2}) || places[1] != (Place{1, 9}) || places[2] != (Place{2, 1}) {
		t.Error(places)
	}
	if got := Located("f.yaml", 3, "a.b", "is missing"); got != "f.yaml:3: a.b: is missing" {
		t.Error(got)
	}
}

// Person numbers are put together here, so that none stands in the repository.
func TestPersonNumbersAreFoundAndHidden(t *testing.T) {
	day, digits := "01"+"02"+"90", "12"+"34"
	two := "a " + day + "-" + digits + ", b " + day + "\n" + digits + "."
	if got := WithoutPersonNumbers(two); got != "a **********, b **********." {
		t.Errorf("hidden: %q", got)
	}
	if got := PersonNumbers(two); len(got) != 2 || got[0] != (Range{2, 13}) || got[1] != (Range{17, 28}) {
		t.Errorf("found at %v", got)
	}
	if HoldsPersonNumber("2014-06-30 kl. 1234") {
		t.Error("a day and a time are taken for one")
	}
}

func TestTextsAreShortenedByCharacters(t *testing.T) {
	if got := Shorten("æøåæøå", 4); got != "æøå…" || Shorten("æøå", 3) != "æøå" {
		t.Error(got)
	}
}
