package personnumber

// How many digits the parts of a number have: 01 01 70 1234, 01 01 1970-1234.
const (
	dayDigits    = 2
	yearDigits   = 2
	longYear     = 4
	dayMonth     = 4
	dateDigits   = 6
	longDate     = 8
	serialDigits = 4
	allDigits    = dateDigits + serialDigits
)

// Find returns the byte range of the first person number in s: a valid date and
// a serial number of four digits, in the forms that people write.
//
//   - ddmmyy and the serial number, joined or with a separator between: a blank,
//     a dash, a full stop, a slash, a plus or an underscore, with a blank on
//     either side of it at most;
//   - the same with separators within the date, the same one in both places:
//     01 01 70 1234, 01.01.70-1234, 0101 70-1234;
//   - every digit by itself with a single blank between, and no more of them:
//     0 1 0 1 7 0 1 2 3 4;
//   - the same with the year in full and a dash before the serial number:
//     01/01/1970-1234.
//
// A day that is 60 too large is a replacement number's. Digits are those of any
// script; characters that nobody sees are passed over; %2D and the like are read
// as what they stand for. Digits before or behind make it part of a longer
// number, which is none; so is what stands within a UUID or a hash.
func Find(s string) (start, end int, found bool) {
	switch hasDigits, escaped := worthReading(s); {
	case !hasDigits:
		return 0, 0, false
	case escaped:
		if start, end, found = find(s, true); found {
			return start, end, true
		}
	}
	return find(s, false)
}

// worthReading passes over what most texts are: too few digits for a number.
func worthReading(s string) (hasDigits, escaped bool) {
	count := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c >= 0x80: // digits of other scripts among them
			count++
		case c == '%':
			escaped = true
		}
	}
	return count >= allDigits || escaped && count > 0, escaped
}

func find(s string, unescape bool) (start, end int, found bool) {
	r := reader{s: s, unescape: unescape}
	for r.next() {
		if n := r.number(); n > 0 {
			return r.groups[n-1].start, r.groups[0].end, true
		}
	}
	return 0, 0, false
}

// number answers how many of the newest groups make up a person number, 0 where
// they do not.
func (r *reader) number() int {
	g := &r.groups
	switch {
	case g[0].digits == allDigits && valid(g[0].value/10_000):
		return 1
	case g[0].digits == 1:
		return r.spaced()
	case g[0].digits != serialDigits || g[0].gap.none():
		return 0
	case g[1].digits == dateDigits && valid(g[1].value):
		return 2
	case g[1].digits == longDate && g[0].gap.dash() && validLong(g[1].value):
		return 2
	}
	return r.grouped()
}

// spaced looks for a number written digit by digit, a blank between each two and
// no other digit so before or behind: a longer row is a row of figures.
func (r *reader) spaced() int {
	date := 0
	for i := allDigits - 1; i >= 0; i-- {
		g := r.groups[i]
		if g.digits != 1 || i < allDigits-1 && !(g.gap.single() && g.gap.blank()) {
			return 0
		}
		if i >= serialDigits {
			date = date*10 + g.value
		}
	}
	first, before := r.groups[allDigits-1], r.groups[allDigits]
	if before.digits == 1 && first.gap.single() && first.gap.blank() || r.goesOn() || !valid(date) {
		return 0
	}
	return allDigits
}

// grouped looks for a number whose date is written in two or three groups.
func (r *reader) grouped() int {
	g := &r.groups
	within := g[1].gap
	if !within.single() || g[0].gap.blank() && !within.blank() {
		return 0 // a date and something else: 30.06.14 1500 kr.
	}
	switch {
	case g[2].digits == dayMonth && g[1].digits == yearDigits && valid(g[2].value*100+g[1].value):
		return 3
	case g[2].digits != dayDigits || g[3].digits != dayDigits || !g[2].gap.same(within):
		return 0
	case g[1].digits == yearDigits && valid(g[3].value*10_000+g[2].value*100+g[1].value):
		return 4
	case g[1].digits == longYear && g[0].gap.dash() && validLong(g[3].value*1_000_000+g[2].value*10_000+g[1].value):
		return 4
	}
	return 0
}

// valid reports whether ddmmyy is a day in any century, or one 60 too large: 29
// February needs a year that four divides, and of the years 00 one (2000) was a
// leap year.
func valid(date int) bool {
	day, month, year := date/10_000, date/100%100, date%100
	if month < 1 || month > 12 {
		return false
	}
	if day > 60 {
		day -= 60
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 {
		last = 29
	}
	return day >= 1 && day <= last
}

// validLong is valid for ddmmyyyy, in a year that somebody may be born in.
func validLong(date int) bool {
	year := date % 10_000
	return year >= 1850 && year < 2100 && valid(date/10_000*100+year%100)
}
