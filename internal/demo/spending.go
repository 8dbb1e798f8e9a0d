package demo

import (
	"fmt"
	"strings"

	"opfyldt/internal/calendar"
)

// budgetLines are the story's base budget: whole kroner for each month, the last
// line what is left of 7.041.667 kr. (in every third month 7.041.666), so that a
// quarter is 21.125.000 kr. and the year 84.500.000 kr.
var budgetLines = []struct {
	id, title string
	month     int
	texts     []string
}{
	{"10", "Løn", 2_800_000, []string{"Lønkørsel"}},
	{"20", "Drift og vedligehold", 3_200_000, []string{"Driftsleverandør", "Licenser"}},
	{"30", "Konsulenter", 600_000, []string{"Rådgivning, arkitektur", "Rådgivning, test"}},
	{"40", "Husleje", 280_000, []string{"Husleje og varme"}},
	{"50", "Øvrig drift", 161_667, []string{"Rejser og møder", "Kontorhold", "Porto og tryk"}},
}

// quarterSpent is what was spent in each quarter, in whole kroner: 20,6 million in
// the first, 41,5 at midyear, 62,5 after three, 85,5 at the year's end, which is
// 1,2 % above the budget.
var quarterSpent = []int{20_618_000, 20_871_500, 20_998_250, 23_026_250}

const baseName, postingsName = "grundbudget-2014.csv", "posteringer-2014.csv"

// baseFile is the base budget as the finance system gives it out.
func baseFile() []byte {
	var b strings.Builder
	b.WriteString("Linje;Navn;januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december\n")
	for _, l := range budgetLines {
		fmt.Fprintf(&b, "%s;%s", l.id, l.title)
		for month := range 12 {
			fmt.Fprintf(&b, ";%s", kroner(planned(l.id, l.month, month)))
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// planned is a line's budget for a month, counted from 0.
func planned(id string, amount, month int) int {
	if id == "50" && month%3 == 2 {
		return amount - 1
	}
	return amount
}

// postingsFile is the year's postings until the end of a day, which ends a quarter.
func postingsFile(until calendar.Date) []byte {
	var b strings.Builder
	b.WriteString("Bilag;Dato;Linje;Tekst;Beløb\n")
	voucher := 0
	for quarter, spent := range quarterSpent {
		left := spent
		for k := range 3 {
			month := calendar.NewDate(2014, 1, 1).AddMonths(3*quarter + k)
			if month.After(until) {
				return []byte(b.String())
			}
			for i, l := range budgetLines {
				share := spent / 1000 * (l.month * 1000 / 7_041_667) / 3
				if k == 2 && i == len(budgetLines)-1 {
					share = left // to the krone
				}
				left -= share
				for n, text := range l.texts {
					voucher++
					part := share / len(l.texts)
					if n == 0 {
						part = share - part*(len(l.texts)-1)
					}
					fmt.Fprintf(&b, "B-%04d;%s;%s;%s;%s\n", voucher, month.AddDays(9+6*n+i), l.id, text, kroner(part))
				}
			}
		}
	}
	return []byte(b.String())
}

// kroner writes an amount as Danes do.
func kroner(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits + ",00"
}
