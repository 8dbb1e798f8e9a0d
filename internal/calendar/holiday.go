package calendar

import (
	"slices"
	"time"
)

// Holiday is a Danish public holiday, by its key in the catalogue.
type Holiday struct {
	Day Date
	Key string
}

// CatalogueKey names the holiday in the reader's language.
func (h Holiday) CatalogueKey() string { return "holiday." + h.Key }

// lastPrayerDay is the last year in which store bededag was a holiday.
const lastPrayerDay = 2023

// Holidays returns the public holidays of a year in order. Constitution Day, the
// first of May, Christmas Eve and New Year's Eve are none: a Workweek can add them.
func Holidays(year int) []Holiday {
	easter := Easter(year)
	days := []Holiday{
		{NewDate(year, time.January, 1), "new_year"},
		{easter.AddDays(-3), "maundy_thursday"},
		{easter.AddDays(-2), "good_friday"},
		{easter, "easter_sunday"},
		{easter.AddDays(1), "easter_monday"},
		{easter.AddDays(39), "ascension"},
		{easter.AddDays(49), "whit_sunday"},
		{easter.AddDays(50), "whit_monday"},
		{NewDate(year, time.December, 25), "christmas_day"},
		{NewDate(year, time.December, 26), "second_christmas_day"},
	}
	if year <= lastPrayerDay {
		days = append(days, Holiday{easter.AddDays(26), "prayer_day"})
	}
	slices.SortFunc(days, func(a, b Holiday) int { return a.Day.Compare(b.Day) })
	return days
}

// Easter returns Easter Sunday: the Sunday after the first full moon, as the
// Gregorian tables reckon it, on or after 21 March.
func Easter(year int) Date {
	golden := year % 19
	century := year / 100
	// The moon's age against the nineteen years' cycle, corrected by the leap
	// days left out and the moon's drift.
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	// Two dates too late are moved back, so that no full moon of a cycle is twice.
	if epact == 29 || epact == 28 && golden > 10 {
		epact--
	}
	moon := NewDate(year, time.March, 21).AddDays(epact)
	return moon.AddDays(7 - int(moon.Weekday()))
}
