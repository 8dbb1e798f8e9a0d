package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// The ways to write a number in a text.
var (
	groupedDanish  = regexp.MustCompile(`^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)
	groupedEnglish = regexp.MustCompile(`^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$`)
	groupedBlank   = regexp.MustCompile(`^-?[1-9]\d{0,2}( \d{3})+([.,]\d+)?$`)
	plainNumber    = regexp.MustCompile(`^-?\d+([.,]\d+)?$`)
	eitherWay      = regexp.MustCompile(`^-?[1-9]\d{0,2}[.,]\d{3}$`)
)

// plainDecimal writes a number of a text in plain decimals. 1.234 and 1,234 are one
// thing in Danish and another in English: they are read only where it is known
// which mark begins the decimals.
func plainDecimal(text string, mark rune) (plain string, code string) {
	text = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2212", "-").Replace(strings.TrimSpace(text))
	text = strings.TrimPrefix(text, "+")
	if minus, behind := strings.CutSuffix(text, "-"); behind && !strings.HasPrefix(minus, "-") {
		text = "-" + minus // as ledgers write it
	}
	decimals := strings.NewReplacer(",", ".")
	switch danish, english := groupedDanish.MatchString(text), groupedEnglish.MatchString(text); {
	case eitherWay.MatchString(text) && mark == 0:
		return "", "sheet.either_way"
	case groupedBlank.MatchString(text):
		return decimals.Replace(strings.ReplaceAll(text, " ", "")), ""
	case danish && mark != '.':
		return decimals.Replace(strings.ReplaceAll(text, ".", "")), ""
	case english && mark != ',':
		return strings.ReplaceAll(text, ",", ""), ""
	case plainNumber.MatchString(text):
		return decimals.Replace(text), ""
	}
	return "", unfitting
}

// decimalOf reads a cell as an exact number.
func decimalOf(c Cell, mark rune) (exact.Rat, string) {
	text := c.Text
	switch c.Kind {
	case Number:
	case Text:
		plain, code := plainDecimal(text, mark)
		if code != "" {
			return exact.Rat{}, code
		}
		text = plain
	default:
		return exact.Rat{}, unfitting
	}
	value, err := exact.Parse(text)
	if err != nil {
		return exact.Rat{}, unfitting
	}
	return value, ""
}

// wholeOf reads a cell as a whole number.
func wholeOf(c Cell, mark rune) (int64, string) {
	value, code := decimalOf(c, mark)
	if code != "" {
		return 0, code
	}
	return whole(value)
}

func whole(value exact.Rat) (int64, string) {
	text, same := value.Decimal(0)
	n, err := strconv.ParseInt(text, 10, 64)
	if !same || err != nil {
		return 0, unfitting
	}
	return n, ""
}

// orePerKrone is how many øre a krone has.
const orePerKrone = 100

// moneyOf reads kroner with at most two decimals, with or without "kr.".
func moneyOf(c Cell, mark rune) (int64, string) {
	if c.Kind == Text {
		text := strings.TrimSpace(c.Text)
		for _, unit := range []string{"kr.", "kr", "DKK"} {
			text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, unit), unit))
		}
		c.Text = text
	}
	value, code := decimalOf(c, mark)
	if code != "" {
		return 0, code
	}
	return whole(value.Mul(exact.Int(orePerKrone)))
}

// The ways to write a day in a text. A time behind it is passed over.
var dateForms = []struct {
	form   *regexp.Regexp
	layout string
}{
	{regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}$`), "2006-1-2"},
	{regexp.MustCompile(`^\d{1,2}-\d{1,2}-\d{4}$`), "2-1-2006"},
	{regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.\d{4}$`), "2.1.2006"},
	{regexp.MustCompile(`^\d{1,2}/\d{1,2}/\d{4}$`), "2/1/2006"},
}

var timeBehind = regexp.MustCompile(`[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$`)

// dateOf reads a cell as a day.
func dateOf(c Cell, _ rune) (calendar.Date, string) {
	switch c.Kind {
	case Day:
		return c.Day, ""
	case Number:
		return calendar.Date{}, "sheet.date_number"
	case Text:
	default:
		return calendar.Date{}, unfitting
	}
	text := strings.TrimSpace(c.Text)
	text = strings.TrimSpace(timeBehind.ReplaceAllString(text, ""))
	for _, f := range dateForms {
		if !f.form.MatchString(text) {
			continue
		}
		day, err := time.Parse(f.layout, text)
		switch {
		case err != nil:
			return calendar.Date{}, "sheet.no_such_day"
		case day.Year() < earliestYear:
			return calendar.Date{}, "sheet.day_long_gone"
		}
		return calendar.NewDate(day.Year(), day.Month(), day.Day()), ""
	}
	return calendar.Date{}, unfitting
}

// earliestYear is the first that a date in a file may have: spreadsheets count from
// there, and an earlier one is a slip.
const earliestYear = 1900
