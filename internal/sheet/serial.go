package sheet

import (
	"strings"
	"time"

	"opfyldt/internal/calendar"
)

// Where spreadsheets count days from. The first system has a 29 February 1900,
// number 60, that never was: the days before it lie one further on.
var (
	from1900 = calendar.NewDate(1899, time.December, 30)
	from1904 = calendar.NewDate(1904, time.January, 1)
)

// The last number that is a day: 31 December 9999.
const (
	neverWas   = 60
	lastSerial = 2_958_465
)

// day is the date of a number of days, whatever the time of day behind the point.
func day(number string, is1904 bool) (calendar.Date, bool) {
	digits, _, _ := strings.Cut(number, ".")
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > lastSerial {
			return calendar.Date{}, false
		}
		n = n*10 + int(c-'0')
	}
	switch {
	case digits == "" || n > lastSerial:
		return calendar.Date{}, false
	case is1904:
		return from1904.AddDays(n), true
	case n == 0 || n == neverWas:
		return calendar.Date{}, false
	case n < neverWas:
		n++
	}
	return from1900.AddDays(n), true
}

// shownDigits is how many digits a spreadsheet shows and takes in of a number.
const shownDigits = 15

// decimal writes the text of a stored number in plain decimals. Programs that store
// the binary fraction nearest to what was typed write 1.1 as 1.1000000000000001:
// what is beyond the fifteen digits that anyone can type or see is rounded away, by
// the digits of the text.
func decimal(text string) (string, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	minus := strings.HasPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(strings.TrimLeft(mantissa, "+-"), ".")
	shift, ok := small(exponent)
	if !ok || whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" || len(whole+fraction) > 2*maxShift {
		return "", false
	}
	digits := strings.TrimLeft(whole+fraction, "0")
	point := len(digits) - len(fraction) + shift // digits before the point
	digits, carried := rounded(digits)
	point += carried
	switch {
	case digits == "":
		return "0", true
	case point <= 0:
		digits = "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		digits += strings.Repeat("0", point-len(digits))
	default:
		digits = digits[:point] + "." + digits[point:]
	}
	if minus {
		digits = "-" + digits
	}
	return digits, true
}

// rounded keeps the digits that count, half away from nought, and no noughts at
// their end. carried is 1 where 99… became 100….
func rounded(digits string) (kept string, carried int) {
	if len(digits) > shownDigits {
		up := digits[shownDigits] >= '5'
		b := []byte(digits[:shownDigits])
		for i := len(b) - 1; up && i >= 0; i-- {
			if up = b[i] == '9'; up {
				b[i] = '0'
			} else {
				b[i]++
			}
		}
		if up {
			b, carried = append([]byte{'1'}, b...), 1
		}
		// digits cut off behind the point stay counted by the caller's point
		digits = string(b)
	}
	return strings.TrimRight(digits, "0"), carried
}

// maxShift bounds the power of ten of a number.
const maxShift = 40

func small(exponent string) (int, bool) {
	minus := strings.HasPrefix(exponent, "-")
	digits := strings.TrimLeft(exponent, "+-")
	if len(digits) > 3 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	if minus {
		n = -n
	}
	return n, n >= -maxShift && n <= maxShift
}

// serial is the number of a date, in the system that counts from 1900.
func serial(d calendar.Date) int {
	n := from1900.DaysUntil(d)
	if n <= neverWas {
		n--
	}
	return n
}
