package web

import (
	"testing"
	"time"
)

func TestAsOf(t *testing.T) {
	// 3 November 2014, 12:00 UTC is 13:00 in Copenhagen.
	for raw, want := range map[string]struct {
		instant string
		day     string
		past    bool
	}{
		"":                          {"2014-11-03T12:00:00Z", "2014-11-03", false},
		"2014-06-30":                {"2014-06-30T21:59:59.999999Z", "2014-06-30", true}, // summer time: two hours ahead
		"2014-11-02":                {"2014-11-02T22:59:59.999999Z", "2014-11-02", true}, // winter time: one
		"2014-11-03":                {"2014-11-03T12:00:00Z", "2014-11-03", false},       // today ends later than now
		"2014-11-03T22:59:59Z":      {"2014-11-03T12:00:00Z", "2014-11-03", false},       // later today: now
		"2014-11-03T11:59:59Z":      {"2014-11-03T11:59:59Z", "2014-11-03", true},
		"2014-07-01T00:30:00+02:00": {"2014-06-30T22:30:00Z", "2014-07-01", true}, // half past midnight in Copenhagen
	} {
		got, wrong := parseAsOf(raw, noon)
		if wrong != nil || got.Instant.Format(time.RFC3339Nano) != want.instant || got.Day.String() != want.day || got.Past != want.past {
			t.Errorf("%q: got %+v %v, want %+v", raw, got, wrong, want)
		}
	}
	for _, raw := range []string{"2014-02-30", "yesterday", "2014-06-30T12:00:00", "1"} {
		if got, wrong := parseAsOf(raw, noon); wrong == nil || wrong.Message != "web.asof" {
			t.Errorf("%q: got %+v %v", raw, got, wrong)
		}
	}
	// 23:00 UTC is midnight in Copenhagen, in winter.
	for _, raw := range []string{"2014-11-04", "2031-01-01", "2099-01-01T00:00:00Z", "2014-11-03T23:00:00Z"} {
		if got, wrong := parseAsOf(raw, noon); wrong == nil || wrong.Message != "web.asof_future" {
			t.Errorf("%q: got %+v %v", raw, got, wrong)
		}
	}
}
