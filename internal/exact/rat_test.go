package exact

import (
	"encoding/json"
	"testing"
)

func TestStringIsTheExactDecimalOrTheFraction(t *testing.T) {
	for text, want := range map[string]string{
		"12.50": "12.5", "1/8": "0.125", "100/3": "100/3", "-0.0": "0", "75.0": "75", "3": "3",
	} {
		if got := MustParse(text).String(); got != want {
			t.Errorf("MustParse(%q).String() = %q, want %q", text, got, want)
		}
	}
}

func TestParseRefusesWhatIsNoPlainNumber(t *testing.T) {
	for _, text := range []string{"", "1e9", "12,5", "1/0", "1.5/2", "0x10", "12 %", "--1", "1_000", "999999999999999999999999999999999999999999"} {
		if r, err := Parse(text); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", text, r)
		}
	}
}

// 3.5 on the way from 3.1 to 3.6 is exactly 80 %; binary floating point says
// 79.99999999999999.
func TestEightyPercentOfTheWayIsExact(t *testing.T) {
	from, to, at := MustParse("3.1"), MustParse("3.6"), MustParse("3.5")
	way := at.Sub(from).Quo(to.Sub(from)).Mul(Int(100))
	if !way.Equal(Int(80)) {
		t.Errorf("got %v, want 80", way)
	}
}

func TestCeilRoundsHalfTheItemsUp(t *testing.T) {
	for text, want := range map[string]int64{"5/2": 3, "2": 2, "-1/2": 0, "0": 0} {
		if got := MustParse(text).Ceil(); got != want {
			t.Errorf("Ceil(%s) = %d, want %d", text, got, want)
		}
	}
}

func TestJSONIsATextAndReadsNumbersToo(t *testing.T) {
	var pair []Rat
	if err := json.Unmarshal([]byte(`["6.25", 12.5]`), &pair); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(pair)
	if err != nil || string(out) != `["6.25","12.5"]` {
		t.Errorf("got %s, %v", out, err)
	}
}
