package personnumber

import (
	"unicode"
	"unicode/utf8"
)

const (
	dateDigits   = 6 // day, month and year, two digits each
	serialDigits = 4
)

// separates reports whether people put the rune between the date and the serial
// number: any blank within a line, any dash, the minus sign, and the soft hyphen
// that word processors make.
func separates(r rune) bool {
	return unicode.Is(unicode.Pd, r) || r == '\u2212' || r == '\u00ad' || r != '\n' && unicode.IsSpace(r)
}

// Find returns the byte range of the first person number in s: a valid date
// written ddmmyy and four digits, joined or with one separator (and blanks
// around it) between. Digits before or behind make it part of a longer number,
// which is none; so is what stands within a UUID, the ids that facts bear.
func Find(s string) (start, end int, found bool) {
	for i := 0; i < len(s); {
		if id := uuidAt(s, i); id > 0 {
			i += id
			continue
		}
		if !digit(s, i) {
			i++
			continue
		}
		run := digits(s, i)
		if end, ok := numberAt(s, i, run); ok {
			return i, end, true
		}
		i += run
	}
	return 0, 0, false
}

// uuidLength is that of 8-4-4-4-12 hexadecimal digits.
const uuidLength = 36

// uuidAt returns the length of the UUID that starts at i as a word of its own,
// 0 where none does.
func uuidAt(s string, i int) int {
	if len(s)-i < uuidLength || i > 0 && hex(s[i-1]) || i+uuidLength < len(s) && hex(s[i+uuidLength]) {
		return 0
	}
	for n := range uuidLength {
		switch n {
		case 8, 13, 18, 23:
			if s[i+n] != '-' {
				return 0
			}
		default:
			if !hex(s[i+n]) {
				return 0
			}
		}
	}
	return uuidLength
}

func hex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }

// numberAt looks at the run of digits that starts at i.
func numberAt(s string, i, run int) (end int, ok bool) {
	switch run {
	case dateDigits + serialDigits:
		return i + run, validDate(s[i : i+dateDigits])
	case dateDigits:
		serial := skipSeparators(s, i+run)
		if serial == i+run || digits(s, serial) != serialDigits {
			return 0, false
		}
		return serial + serialDigits, validDate(s[i : i+dateDigits])
	}
	return 0, false
}

// skipSeparators passes at most three: a dash with a blank on either side.
func skipSeparators(s string, i int) int {
	for range 3 {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || !separates(r) {
			return i
		}
		i += size
	}
	return i
}

func digits(s string, i int) int {
	n := 0
	for digit(s, i+n) {
		n++
	}
	return n
}

func digit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// validDate reports whether ddmmyy is a day in any century: 29 February needs a
// year that four divides, and of the years 00 one (2000) was a leap year.
func validDate(s string) bool {
	day, month, year := two(s), two(s[2:]), two(s[4:])
	if month < 1 || month > 12 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 {
		last = 29
	}
	return day >= 1 && day <= last
}

func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }
