package paper

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"opfyldt/internal/calendar"
)

// Day is a day that a line speaks of.
type Day struct {
	Line int
	Text string        // the words that it was found in
	Day  calendar.Date // the last day that they allow
	// Doubt says that the words can be read in two ways: "before" may exclude the
	// day that it names.
	Doubt bool
}

var months = map[string]time.Month{
	"januar": 1, "februar": 2, "marts": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10,
}

const (
	monthNames = `januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october`
	yearName   = `(?:\s*,?\s*((?:19|20)\d\d))?`
)

// dayRule is a form of words with the day that they mean. Groups are as its
// reading takes them; year is the paper's own where the words name none.
type dayRule struct {
	form *regexp.Regexp
	read func(m []string, year int) (calendar.Date, bool)
}

func form(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// dayRules come the most exact first: words that one has taken are not read again.
var dayRules = []dayRule{
	{form(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b`), func(m []string, _ int) (calendar.Date, bool) {
		return date(number(m[1], 0), number(m[2], 0), number(m[3], 0))
	}},
	{form(`\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)\b`), func(m []string, _ int) (calendar.Date, bool) {
		return date(number(m[3], 0), number(m[2], 0), number(m[1], 0))
	}},
	{form(`\b(\d{1,2})\.?\s+(` + monthNames + `)\b` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return date(number(m[3], year), int(months[strings.ToLower(m[2])]), number(m[1], 0))
	}},
	{form(`\b(` + monthNames + `)\s+(\d{1,2})\b,?` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return date(number(m[3], year), int(months[strings.ToLower(m[1])]), number(m[2], 0))
	}},
	{form(`\b([1-4])\.\s*kvartal` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[2], year), 3*number(m[1], 0))
	}},
	{form(`\b(first|second|third|fourth) quarter(?: of)?` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[2], year), 3*ordinal(m[1]))
	}},
	{form(`\b([12])\.\s*halvår` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[2], year), 6*number(m[1], 0))
	}},
	{form(`\b(first|second) half(?: of)?` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[2], year), 6*ordinal(m[1]))
	}},
	{form(`\b(?:udgangen|slutningen|end) (?:af|of) (` + monthNames + `)\b` + yearName), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[2], year), int(months[strings.ToLower(m[1])]))
	}},
	{form(`\b(?:udgangen|slutningen|end) (?:af|of) (?:år(?:et)?|the year)?\s*((?:19|20)\d\d)?\b`), func(m []string, year int) (calendar.Date, bool) {
		return endOf(number(m[1], year), 12)
	}},
}

// doubtful stands before a day that may itself be too late.
var doubtful = form(`(?:\b(?:inden|før|before|until|indtil)(?:\s+den)?\s*)$`)

// Days finds the days that the text speaks of, in the order of its lines. year is
// the one that the contract begins in, for words that name none.
func Days(text string, year int) []Day {
	found := []Day{}
	for i, line := range lines(text) {
		found = append(found, daysIn(line, i+1, year)...)
	}
	return found
}

func daysIn(line string, at, year int) []Day {
	type place struct {
		from int
		day  Day
	}
	var places []place
	rest := []byte(line)
	for _, r := range dayRules {
		for _, m := range r.form.FindAllSubmatchIndex(rest, -1) {
			words := make([]string, len(m)/2)
			for g := range words {
				if m[2*g] >= 0 {
					words[g] = string(rest[m[2*g]:m[2*g+1]])
				}
			}
			day, ok := r.read(words, year)
			if !ok {
				continue
			}
			text := strings.TrimRight(line[m[0]:m[1]], " ,")
			places = append(places, place{m[0], Day{at, text, day, doubtful.MatchString(line[:m[0]])}})
			for k := m[0]; k < m[1]; k++ {
				rest[k] = ' ' // taken
			}
		}
	}
	slices.SortFunc(places, func(a, b place) int { return a.from - b.from })
	days := make([]Day, len(places))
	for i, p := range places {
		days[i] = p.day
	}
	return days
}

// number reads digits; without any it is the other one.
func number(digits string, otherwise int) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return otherwise
	}
	return n
}

func ordinal(word string) int {
	return 1 + slices.Index([]string{"first", "second", "third", "fourth"}, strings.ToLower(word))
}

func date(year, month, day int) (calendar.Date, bool) {
	d := calendar.NewDate(year, time.Month(month), day)
	return d, month >= 1 && month <= 12 && day >= 1 && d.Day() == day && d.Year() == year
}

func endOf(year, month int) (calendar.Date, bool) {
	return calendar.NewDate(year, time.Month(month)+1, 1).AddDays(-1), true
}
