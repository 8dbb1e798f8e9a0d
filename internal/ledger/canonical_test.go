package ledger_test

import (
	"encoding/json"
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// The examples of RFC 8785: section 3.2.2 (literals, strings, numbers), 3.2.3
// (the order of names, by UTF-16) and numbers of appendix B.
func TestCanonicalFormOfRFC8785(t *testing.T) {
	for in, want := range map[string]string{
		`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],` +
			`"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`: //
		`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
			`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
		`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",` +
			`"\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`: //
		"{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\"," +
			"\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
		`[0, -0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000, 1e21, 1e-7]`://
		`[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,1e+21,1e-7]`,
	} {
		got, err := ledger.Canonical([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("got  %s (%v)\nwant %s", got, err, want)
		}
	}
	for _, bad := range []string{`{"a":1,"a":2}`, `{"a":"\ud800"}`, "{\"a\":\"\xff\"}", `{"a":1}x`, `{'a':1}`, `[1e999]`} {
		if got, err := ledger.Canonical([]byte(bad)); err == nil {
			t.Errorf("%q passed as %s", bad, got)
		}
	}
}

// The leaf's bytes, written out by hand: members in the order of their names.
func TestAFactsCanonicalForm(t *testing.T) {
	f := ledger.Fact{Contract: "cpr-2014", ID: "0193b1c0-0000-7000-8000-000000000001", Kind: "milestone.update",
		Subject: "1.a", Goal: "1", Day: calendar.MustDate("2014-06-30"),
		Recorded: time.Date(2014, 6, 30, 10, 0, 0, 120_000, time.UTC), // 120 µs
		Actor:    ledger.Actor{Subject: "u\"1", Name: "Åse\t\\", Role: "lead"}, Body: json.RawMessage(`{"status":"done"}`), Leaf: 7}
	want := `{"actor":{"name":"Åse\t\\","role":"lead","subject":"u\"1"},"body":{"status":"done"},"contract":"cpr-2014",` +
		`"day":"2014-06-30","goal":"1","id":"0193b1c0-0000-7000-8000-000000000001","kind":"milestone.update",` +
		`"recorded":"2014-06-30T10:00:00.000120Z","subject":"1.a","supersedes":""}`
	if got := string(f.Canonical()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	again, err := ledger.Canonical(f.Canonical())
	if err != nil || string(again) != want {
		t.Errorf("it is not its own canonical form: %s, %v", again, err)
	}
	f.Actor.Name = "\x00\x01\b\f\x1f\x7f"
	again, err = ledger.Canonical(f.Canonical())
	if err != nil || string(again) != string(f.Canonical()) {
		t.Errorf("control characters: %s, %v", again, err)
	}
}
