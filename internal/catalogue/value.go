package catalogue

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Keyed is a parameter that has words of its own in the catalogue: a state, a
// kind.
type Keyed interface{ CatalogueKey() string }

// Phrased is a Keyed whose words have parameters of their own.
type Phrased interface {
	Keyed
	CatalogueParams() map[string]any
}

// Spoken is a parameter that knows its own words in each language.
type Spoken interface{ In(lang string) string }

// Value writes a parameter as the language does: numbers with its comma or
// point, dates and instants (in Copenhagen) in words, lists with "and".
func Value(lang string, value any) string {
	switch v := value.(type) {
	case Spoken:
		return v.In(lang)
	case Phrased:
		return Text(lang, v.CatalogueKey(), v.CatalogueParams())
	case Keyed:
		return Text(lang, v.CatalogueKey(), nil)
	case string:
		return v
	case exact.Rat:
		return Number(lang, v)
	case int:
		return Number(lang, exact.Int(int64(v)))
	case int64:
		return Number(lang, exact.Int(v))
	case bool:
		return yesNo(lang, v)
	case calendar.Date:
		return Date(lang, v)
	case calendar.Month:
		return month(lang, v)
	case time.Time:
		return instant(lang, v)
	case []string:
		return list(lang, v)
	case []exact.Rat:
		return sum(lang, v)
	case []any:
		return anyList(lang, v)
	}
	return fmt.Sprint(value)
}

func written(lang string, values []any) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = Value(lang, v)
	}
	return texts
}

// anyList joins values as list does; phrases, which may hold an "and" of their
// own, by semicolons.
func anyList(lang string, values []any) string {
	texts := written(lang, values)
	for _, v := range values {
		if _, ok := v.(Phrased); ok {
			return strings.Join(texts, "; ")
		}
	}
	return list(lang, texts)
}

func isOne(value any) bool {
	switch v := value.(type) {
	case int:
		return v == 1
	case int64:
		return v == 1
	case exact.Rat:
		return v.Equal(exact.Int(1))
	}
	return value == "1"
}

func yesNo(lang string, yes bool) string {
	switch {
	case lang == English && yes:
		return "yes"
	case lang == English:
		return "no"
	case yes:
		return "ja"
	}
	return "nej"
}

// list joins with commas, and "and" before the last.
func list(lang string, items []string) string {
	and := " og "
	if lang == English {
		and = " and "
	}
	n := len(items)
	if n < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:n-1], ", ") + and + items[n-1]
}

// sum joins numbers that are added: "12,5 + 6,25".
func sum(lang string, terms []exact.Rat) string {
	texts := make([]string, len(terms))
	for i, x := range terms {
		texts[i] = Number(lang, x)
	}
	return strings.Join(texts, " + ")
}

// Date writes a day in words: "30. juni 2014", "30 June 2014".
func Date(lang string, d calendar.Date) string {
	switch {
	case d.IsZero():
		return "–"
	case lang == English:
		return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
	}
	return fmt.Sprintf("%d. %s %d", d.Day(), danishMonth(int(d.Month())), d.Year())
}

func month(lang string, m calendar.Month) string {
	name := danishMonth(m.Month)
	if lang == English {
		name = time.Month(m.Month).String()
	}
	return name + " " + strconv.Itoa(m.Year)
}

func instant(lang string, t time.Time) string {
	local := t.In(calendar.Copenhagen())
	if lang == English {
		return Date(lang, calendar.DateOf(t)) + " at " + local.Format("15:04")
	}
	return Date(lang, calendar.DateOf(t)) + " kl. " + local.Format("15.04")
}

func danishMonth(m int) string {
	return [...]string{"januar", "februar", "marts", "april", "maj", "juni", "juli",
		"august", "september", "oktober", "november", "december"}[m-1]
}
