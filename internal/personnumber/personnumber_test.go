package personnumber

import "testing"

// The numbers are put together here so that none stands in the source.
func number(date, separator, serial string) string { return date + separator + serial }

func TestFindsADateWithFourDigits(t *testing.T) {
	for name, text := range map[string]string{
		"hyphen":               "ring til " + number("010190", "-", "1234") + " i dag",
		"space":                number("311299", " ", "0000"),
		"joined":               "cpr" + number("010190", "", "1234") + ".",
		"non-breaking hyphen":  number("010190", "\u2011", "1234"),
		"dash with blanks":     number("010190", " – ", "1234"),
		"horizontal bar":       number("010190", "\u2015", "1234"),
		"em space":             number("010190", "\u2003", "1234"),
		"29 February 2000":     number("290200", "-", "4567"),
		"after another number": "2014: 17 " + number("150685", "-", "9999"),
		"in an address":        "https://example.dk/" + number("010190", "-", "1234") + "/x",
		"followed by a hyphen": number("010190", "-", "1234") + "-2",
		"after a uuid":         "01936e2a-0001-7000-8000-0123456789ab " + number("010190", "", "1234"),
		"after a short number": "5 " + number("010190", "", "1234"),
	} {
		if _, _, found := Find(text); !found {
			t.Errorf("%s: not found", name)
		}
	}
}

func TestLeavesOtherNumbersAlone(t *testing.T) {
	for name, text := range map[string]string{
		"no month 13":       number("011390", "-", "1234"),
		"no day 32":         number("320190", "-", "1234"),
		"no day 0":          number("000190", "-", "1234"),
		"29 February 1999":  number("290299", "-", "1234"),
		"31 April":          number("310490", "", "1234"),
		"eleven digits":     number("010190", "", "12345"),
		"five digits more":  number("010190", "-", "12345"),
		"digit before":      "7" + number("010190", "-", "1234"),
		"iso date":          "2014-06-30",
		"two dates":         "30.06.2014-31.12.2014",
		"too much between":  number("010190", " -- ", "1234"),
		"a line break":      number("010190", "\n", "1234"),
		"three digits only": number("010190", "-", "123"),
		"within a uuid":     "0" + number("1010190", "-", "1234") + "-7000-8000-0123456789ab",
		"a uuid's end":      "step-01936e2a-0001-7000-8000-ab" + number("010190", "", "1234"),
		"empty":             "",
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

func FuzzFindStaysInTheText(f *testing.F) {
	f.Add(number("010190", "-", "1234"))
	f.Fuzz(func(t *testing.T, s string) {
		start, end, found := Find(s)
		if found && (start < 0 || end > len(s) || end-start < dateDigits+serialDigits) {
			t.Errorf("range %d–%d in a text of %d bytes", start, end, len(s))
		}
	})
}
