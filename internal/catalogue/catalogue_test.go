package catalogue

import (
	"testing"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

func TestEachLanguageWritesValuesItsOwnWay(t *testing.T) {
	for _, c := range []struct {
		value  any
		da, en string
	}{
		{exact.MustParse("6.25"), "6,25", "6.25"},
		{exact.MustParse("100/3"), "33 1/3", "33 1/3"},
		{exact.MustParse("-1/3"), "-1/3", "-1/3"},
		{exact.MustParse("-1.5"), "-1,5", "-1.5"},
		{exact.Int(75), "75", "75"},
		{exact.Int(0), "0", "0"},
		{100, "100", "100"},
		{2014, "2014", "2014"},
		{18999, "18.999", "18,999"},
		{int64(1234567), "1.234.567", "1,234,567"},
		// No finite decimals, rounded to three places: 0.000126…, 1.999873…, 2.123583….
		{exact.MustParse("1/7919"), "lidt over 0", "just above 0"},
		{exact.MustParse("15837/7919"), "lidt under 2", "just below 2"},
		{exact.MustParse("172/81").Add(exact.MustParse("1/7919")), "ca. 2,124", "about 2.124"},
		{calendar.MustDate("2014-06-30"), "30. juni 2014", "30 June 2014"},
		{calendar.Month{Year: 2014, Month: 3}, "marts 2014", "March 2014"},
		// 12:05 UTC in June is 14:05 in Copenhagen.
		{time.Date(2014, 6, 30, 12, 5, 0, 0, time.UTC), "30. juni 2014 kl. 14.05", "30 June 2014 at 14:05"},
		{true, "ja", "yes"},
		{[]string{"a", "b", "c"}, "a, b og c", "a, b and c"},
		{[]any{1, exact.MustParse("2.5")}, "1 og 2,5", "1 and 2.5"},
		{[]string{}, "", ""},
	} {
		if got := Value(Danish, c.value); got != c.da {
			t.Errorf("Danish %v = %q, want %q", c.value, got, c.da)
		}
		if got := Value(English, c.value); got != c.en {
			t.Errorf("English %v = %q, want %q", c.value, got, c.en)
		}
	}
}

func TestFillPutsValuesInAndShowsWhatIsMissing(t *testing.T) {
	params := map[string]any{"n": 1, "m": 3, "x": exact.MustParse("12.5"), "unit": "5 pct."}
	for text, want := range map[string]string{
		"{n} {n|sag|sager}, {m} {m|sag|sager}": "1 sag, 3 sager",
		"{x} pct.":                             "12,5 pct.",
		"{lost} here":                          "{lost} here",
		"open { end":                           "open { end",
		"":                                     "",
		"I alt {unit}. Slut.":                  "I alt 5 pct. Slut.",
	} {
		if got := fill(Danish, text, params); got != want {
			t.Errorf("fill(%q) = %q, want %q", text, got, want)
		}
	}
	if got := Text("da", "no.such.key", nil); got != "no.such.key" {
		t.Errorf("a missing key reads %q", got)
	}
}

func TestDanishUnlessTheReaderWishesEnglish(t *testing.T) {
	for header, want := range map[string]string{
		"":                         "da",
		"en":                       "en",
		"en-US,en;q=0.9,da;q=0.8":  "en",
		"da,en;q=0.9":              "da",
		"da;q=0.4, en;q=0.5":       "en",
		"de,fr;q=0.8":              "da",
		"*":                        "da",
		"*;q=0.8, en;q=0.5":        "da",
		"da;q=0, en;q=0.1":         "en",
		"en;q=0":                   "da",
		"EN-gb":                    "en",
		";;;,,,q=1,en;q=NaN":       "da",
		"sv-SE, en;q=0.7, *;q=0.1": "en",
	} {
		if got := Match(header); got != want {
			t.Errorf("Match(%q) = %s, want %s", header, got, want)
		}
	}
}

func TestFixedKeepsTheColumnsDecimals(t *testing.T) {
	if got := Fixed(Danish, exact.Int(75), 1); got != "75,0" {
		t.Errorf("got %s", got)
	}
}
