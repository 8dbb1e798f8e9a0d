package personnumber

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// The numbers are put together here so that none stands in the source.
func number(date, separator, serial string) string { return date + separator + serial }

func TestFindsADateWithFourDigits(t *testing.T) {
	for name, text := range map[string]string{
		"hyphen":                "ring til " + number("010190", "-", "1234") + " i dag",
		"space":                 number("311299", " ", "0000"),
		"joined":                "cpr" + number("010190", "", "1234") + ".",
		"non-breaking hyphen":   number("010190", "\u2011", "1234"),
		"dash with blanks":      number("010190", " – ", "1234"),
		"horizontal bar":        number("010190", "\u2015", "1234"),
		"em space":              number("010190", "\u2003", "1234"),
		"29 February 2000":      number("290200", "-", "4567"),
		"after another number":  "2014: 17 " + number("150685", "-", "9999"),
		"in an address":         "https://example.dk/" + number("010190", "-", "1234") + "/x",
		"followed by a hyphen":  number("010190", "-", "1234") + "-2",
		"after a uuid":          "01936e2a-0001-7000-8000-0123456789ab " + number("010190", "", "1234"),
		"after a short number":  "5 " + number("010190", "", "1234"),
		"blanks":                number("01 01 70", " ", "1234"),
		"day and month joined":  number("0101 70", "-", "1234"),
		"dashes":                number("01-01-70", "-", "1234"),
		"full stops":            number("01.01.70", "-", "1234"),
		"slashes":               number("01/01/70", "-", "1234"),
		"dot at the end":        number("010170", ".", "1234"),
		"slash at the end":      number("010170", "/", "1234"),
		"underscore":            number("010170", "_", "1234"),
		"digit by digit":        "cpr " + number("0 1 0 1 9 0", " ", "1 2 3 4") + ", ring",
		"plus, a query's blank": number("010170", "+", "1234"),
		"replacement number":    number("610170", "-", "1234"),
		"the last of them":      number("913112"[:2]+"1212", "", "1234"),
		"year in full":          number("01/01/1970", "-", "1234"),
		"date joined, in full":  number("01011970", "-", "1234"),
		"full width":            number("０１０１７０", "－", "１２３４"),
		"Arabic-Indic":          number("٠١٠١٧٠", "-", "١٢٣٤"),
		"mathematical bold":     number("𝟎𝟏𝟎𝟏𝟕𝟎", "", "𝟏𝟐𝟑𝟒"),
		"zero-width space":      number("0101\u200b70", "-\u200b", "12\u206034"),
		"soft hyphen":           number("010170", "\u00ad", "1234"),
		"in an address's query": "https://x.dk/?cpr=" + number("010170", "%2D", "1234"),
		"escaped blanks":        "https://x.dk/" + number("01%2001%2070", "%20", "1234"),
		"an escaped dash":       number("010170", "%E2%80%91", "1234"),
		"escaped digits":        number("%30%31%30170", "-", "1234"),
		"behind a per cent":     "100 %" + number("010170", "-", "1234"),
		"after a date":          "2014-10-02 " + number("010170", "-", "1234"),
		"behind a hash":         strings.Repeat("ab", 20) + " " + number("010170", "", "1234"),
	} {
		if _, _, found := Find(text); !found {
			t.Errorf("%s: not found", name)
		}
	}
}

func TestLeavesOtherNumbersAlone(t *testing.T) {
	for name, text := range map[string]string{
		"no month 13":          number("011390", "-", "1234"),
		"no day 32":            number("320190", "-", "1234"),
		"no day 0":             number("000190", "-", "1234"),
		"29 February 1999":     number("290299", "-", "1234"),
		"31 April":             number("310490", "", "1234"),
		"eleven digits":        number("010190", "", "12345"),
		"five digits more":     number("010190", "-", "12345"),
		"digit before":         "7" + number("010190", "-", "1234"),
		"iso date":             "2014-06-30",
		"two dates":            "30.06.2014-31.12.2014",
		"too much between":     number("010190", " -- ", "1234"),
		"a line break":         number("010190", "\n", "1234"),
		"three digits only":    number("010190", "-", "123"),
		"within a uuid":        "0" + number("1010190", "-", "1234") + "-7000-8000-0123456789ab",
		"a uuid's end":         "step-01936e2a-0001-7000-8000-ab" + number("010190", "", "1234"),
		"empty":                "",
		"a time":               "2014-10-02 12:30",
		"a Danish time":        "02.10.2014 kl. 12.30",
		"a date and a sum":     "30.06.2014 1500 kr.",
		"a short date and one": "30.06.14 1500 kr.",
		"short dates":          "01.01.14-01.12.2014",
		"dates with blanks":    "01-01-14 - 01-12-2014",
		"an instant":           "2014-06-30T23:59:59.999999+02:00",
		"a phone number":       "+45 12 12 12 12, 1212 1212",
		"another country's":    "+1 202 555 0110",
		"a case":               "sag 2014-123456 og 2014-1234",
		"a sum":                "1.010.170,50 kr. og 10 101 700 kr.",
		"a decimal":            "12.3456",
		"a column":             "12\t10\t14\t1500",
		"a list":               "010190, 1234; 010190;1234",
		"a uuid":               "01936e2a-0001-7000-8000-0101" + "90123456"[:6] + "78",
		"a hash":               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b" + number("010190", "", "1234")[:8],
		"a hash of git":        "a" + number("010190", "", "1234") + "c1c149afbf4c8996fb92427ae4eab",
		"day 92":               number("920170", "-", "1234"),
		"day 60":               number("600170", "-", "1234"),
		"a year too early":     number("01/01/1670", "-", "1234"),
		"other separators":     number("01-01.70", "-", "1234"),
		"a per cent":           "10%10 %20 1234 %",
	} {
		if start, end, found := Find(text); found {
			t.Errorf("%s: found at %d–%d", name, start, end)
		}
	}
}

func TestFindNamesThePlace(t *testing.T) {
	text := "æ " + number("010190", "-", "1234") + "!" // æ is two bytes
	if start, end, found := Find(text); !found || start != 3 || end != 14 {
		t.Errorf("got %d–%d %v, want 3–14", start, end, found)
	}
}

// Any day of any year, written in any of the forms, with any text around that is
// no digit and no separator, is found, and where it stands.
func TestEveryFormOfEveryDay(t *testing.T) {
	forms := []string{"%02d%02d%02d%04d", "%02d%02d%02d-%04d", "%02d%02d%02d %04d", "%02d %02d %02d %04d", "%02d.%02d.%02d-%04d",
		"%02d/%02d/%02d-%04d", "%02d-%02d-%02d-%04d", "%02d%02d %02d-%04d", "%02d%02d%02d.%04d", "%02d%02d%02d – %04d"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		form := forms[r.IntN(len(forms))]
		day := 1 + r.IntN(28) + 60*r.IntN(2)
		text := fmt.Sprintf(form, day, 1+r.IntN(12), r.IntN(100), r.IntN(10_000))
		before, after := []string{"", "cpr ", "æ", "2014: ", "(", "x%"}[r.IntN(6)], []string{"", ".", "!", " ja", ")", "%"}[r.IntN(6)]
		if start, end, found := Find(before + text + after); !found || start != len(before) || end != len(before+text) {
			t.Errorf("form %s, day %d, between %q and %q: %d–%d %v", form, day, before, after, start, end, found)
		}
	}
}

// No day of the years around a contract, with or without a time, is taken for a
// number, nor are two in a row.
func TestDatesAreNoNumbers(t *testing.T) {
	for year := 2000; year < 2030; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= 28; day++ {
				for _, form := range []string{"%[1]d-%02[2]d-%02[3]d", "%02[3]d.%02[2]d.%[1]d", "%02[3]d-%02[2]d-%[1]d", "%02[3]d/%02[2]d %[1]d",
					"%[1]d-%02[2]d-%02[3]dT12:30:00Z", "%[1]d-%02[2]d-%02[3]d 12:30", "%[1]d%02[2]d%02[3]d", "%[1]d-%02[2]d-%02[3]d/%[1]d-%02[2]d-%02[3]d",
					"%02[3]d.%02[2]d.%[1]d-%02[3]d.%02[2]d.%[1]d", "%[1]d/%02[2]d%02[3]d"} {
					if text := fmt.Sprintf(form, year, month, day); finds(text) {
						t.Fatalf("%s is taken for a person number", text)
					}
				}
			}
		}
	}
}

func finds(s string) bool {
	_, _, found := Find(s)
	return found
}

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"cell":  "2014-10-02 12:30",
		"id":    "01936e2a-0001-7000-8000-0123456789ab",
		"words": strings.Repeat("Løsningen blev taget i brug den 2. oktober 2014 i 98 kommuner. ", 20),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if finds(text) {
					b.Fatal("found one")
				}
			}
		})
	}
}

func FuzzFindStaysInTheText(f *testing.F) {
	f.Add(number("010190", "-", "1234"))
	f.Fuzz(func(t *testing.T, s string) {
		start, end, found := Find(s)
		if found && (start < 0 || end > len(s) || end-start < dateDigits+serialDigits) {
			t.Errorf("range %d–%d in a text of %d bytes", start, end, len(s))
		}
	})
}

// A row of figures is no number: more than ten, no date in front, two blanks.
func TestARowOfFiguresIsNoNumber(t *testing.T) {
	row := number("0 1 0 1 9 0", " ", "1 2 3 4")
	for _, text := range []string{
		"5 " + row, row + " 5", "9 9 9 9 9 0 1 2 3 4", strings.Replace(row, "9 0", "9  0", 1), strings.Replace(row, "9 0", "9.0", 1),
		"1 0 1 9 0 1 2 3 4", strings.ReplaceAll(row, " ", "\n"),
	} {
		if _, _, found := Find(text); found {
			t.Errorf("%q holds no person number", text)
		}
	}
}
