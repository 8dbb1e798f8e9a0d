package calendar

import (
	"strings"
	"testing"
)

// Easter, then Maundy Thursday, Good Friday, Easter Monday, prayer day, Ascension,
// Whit Sunday and Monday as day.month, then the year's working days.
const movable = `
2013-03-31 28.03 29.03 01.04 26.04 09.05 19.05 20.05 252
2014-04-20 17.04 18.04 21.04 16.05 29.05 08.06 09.06 252
2015-04-05 02.04 03.04 06.04 01.05 14.05 24.05 25.05 253
2016-03-27 24.03 25.03 28.03 22.04 05.05 15.05 16.05 253
2017-04-16 13.04 14.04 17.04 12.05 25.05 04.06 05.06 252
2018-04-01 29.03 30.03 02.04 27.04 10.05 20.05 21.05 252
2019-04-21 18.04 19.04 22.04 17.05 30.05 09.06 10.06 252
2020-04-12 09.04 10.04 13.04 08.05 21.05 31.05 01.06 254
2021-04-04 01.04 02.04 05.04 30.04 13.05 23.05 24.05 254
2022-04-17 14.04 15.04 18.04 13.05 26.05 05.06 06.06 253
2023-04-09 06.04 07.04 10.04 05.05 18.05 28.05 29.05 252
2024-03-31 28.03 29.03 01.04 - 09.05 19.05 20.05 254
2025-04-20 17.04 18.04 21.04 - 29.05 08.06 09.06 253
2026-04-05 02.04 03.04 06.04 - 14.05 24.05 25.05 254
2027-03-28 25.03 26.03 29.03 - 06.05 16.05 17.05 255`

var movableKeys = []string{"maundy_thursday", "good_friday", "easter_monday", "prayer_day", "ascension", "whit_sunday", "whit_monday"}

func TestHolidaysOfFifteenYears(t *testing.T) {
	for line := range strings.Lines(strings.TrimSpace(movable)) {
		cells := strings.Fields(line)
		easter := MustDate(cells[0])
		year := easter.Year()
		want := map[string]Date{
			"easter_sunday": easter, "new_year": NewDate(year, 1, 1),
			"christmas_day": NewDate(year, 12, 25), "second_christmas_day": NewDate(year, 12, 26),
		}
		for i, key := range movableKeys {
			if day, month, is := strings.Cut(cells[i+1], "."); is {
				want[key] = MustDate(cells[0][:4] + "-" + month + "-" + day)
			}
		}
		holidays := Holidays(year)
		for i, h := range holidays {
			if want[h.Key] != h.Day || h.CatalogueKey() != "holiday."+h.Key || i > 0 && !holidays[i-1].Day.Before(h.Day) {
				t.Errorf("%d: %s on %s, want %s", year, h.Key, h.Day, want[h.Key])
			}
		}
		if len(holidays) != len(want) {
			t.Errorf("%d: %d holidays, want %d", year, len(holidays), len(want))
		}
		all := Period{NewDate(year, 1, 1), NewDate(year, 12, 31)}
		if got := (Workweek{}).Count(all); exactly(got) != cells[8] {
			t.Errorf("%d: %d working days, want %s", year, got, cells[8])
		}
	}
}

func exactly(n int) string {
	return string([]byte{byte('0' + n/100), byte('0' + n/10%10), byte('0' + n%10)})
}

// The rule by another reckoning (Meeus, Jones and Butcher), in which the month
// and the day come out of the last division.
func TestEasterByAnotherReckoning(t *testing.T) {
	for y := 1900; y < 2300; y++ {
		a, b, c := y%19, y/100, y%100
		h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
		l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
		m := (a + 11*h + 22*l) / 451
		n := h + l - 7*m + 114
		if got, want := Easter(y).String(), MustDate(Month{y, n / 31}.String()+"-01").AddDays(n%31).String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestWorkingDaysGoBothWays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2014-04-22", -1, "2014-04-16"}, // Easter lies between
		{"2014-06-30", -5, "2014-06-23"}, // a week
		{"2014-06-29", -1, "2014-06-27"}, // Sunday to Friday
		{"2014-06-29", 0, "2014-06-29"},
		{"2014-06-29", 1, "2014-06-30"},
	} {
		if got := MustDate(c.from).AddWorkingDays(c.n).String(); got != c.want {
			t.Errorf("%s %+d: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
