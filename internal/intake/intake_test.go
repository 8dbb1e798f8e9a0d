package intake

import (
	"slices"
	"strings"
	"testing"

	"opfyldt/internal/fault"
)

// number is put together here so that none stands in the source.
var number = "010170" + "-1234"

func TestWhatNoTextMayHold(t *testing.T) {
	for text, code := range map[string]string{
		"Æblegrød":         "",
		"a\x00b":           "intake.nul",
		"a\xffb":           "intake.utf8",
		"cpr " + number:    "person-number",
		"2014-10-02 12:30": "",
	} {
		if got := Refused(text); got != code {
			t.Errorf("%q: got %q, want %q", text, got, code)
		}
	}
	if got := Unsound(number); got != "" {
		t.Errorf("a person number is a sound text; got %q", got)
	}
}

func TestEverythingWrongInADocumentIsNamed(t *testing.T) {
	long := strings.Repeat("k", 900)
	for name, c := range map[string]struct {
		document string
		want     []string
	}{
		"nothing":               {`{"a":[1,{"b":"x"}],"b":null}`, nil},
		"a NUL in a text":       {`{"a":["x","\u0000"]}`, []string{"body.a[1] intake.nul"}},
		"a NUL in a name":       {`{"a\u0000":1}`, []string{"body intake.nul"}},
		"no UTF-8":              {"{\"a\":\"\xff\"}", []string{"body intake.utf8"}},
		"a person number":       {`{"note":{"a":"` + number + `"}}`, []string{"body.note.a person-number"}},
		"one as a name":         {`{"` + number + `":{"b":"\u0000"}}`, []string{"body person-number", "body.*.b intake.nul"}},
		"one in a list":         {`["` + number + `"]`, []string{"body[0] person-number"}},
		"one alone":             {`"` + number + `"`, []string{"body person-number"}},
		"a name twice":          {`{"status":"a","status":"b"}`, []string{"body.status intake.duplicate"}},
		"twice when unescaped":  {`{"a":{"status":1,"st\u0061tus":1}}`, []string{"body.a.status intake.duplicate"}},
		"the same side by side": {`[{"a":1},{"a":1}]`, nil},
		"a long name twice":     {`{"` + long + `":1,"` + long + `":1}`, []string{"body." + long[:39] + "… intake.duplicate"}},
		"a number too large":    {`{"n":9007199254740992}`, []string{"body.n intake.number"}},
		"the largest":           {`{"n":9007199254740991}`, nil},
		"too deep":              {strings.Repeat("[", 21), []string{"body" + strings.Repeat("[0]", 20) + " intake.deep"}},
		"cut off":               {`{"a":"\u0000","b":`, []string{"body.a intake.nul"}},
	} {
		var got []string
		for _, f := range Document([]byte(c.document), "body") {
			got = append(got, f.Path+" "+f.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func FuzzADocumentNeverShowsAPersonNumber(f *testing.F) {
	f.Add(`{"a":["` + number + `",{"` + number + `":1}]}`)
	f.Fuzz(func(t *testing.T, document string) {
		for _, field := range Document([]byte(document), "body") {
			if Refused(field.Path) != "" {
				t.Errorf("the path repeats what is refused: %s", fault.Fields(field))
			}
		}
	})
}
