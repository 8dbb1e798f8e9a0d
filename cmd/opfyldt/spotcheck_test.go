package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spotcheckCall runs `opfyldt spotcheck …`.
func spotcheckCall(stdin string, args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"spotcheck"}, args...), stdio{strings.NewReader(stdin), &o, &e})
	return code, o.String(), e.String()
}

// Every worked case, by the command: kind, N, D, n, k or c, confidence in
// percent, expected.
func TestSpotcheckReproducesTheWorkedCases(t *testing.T) {
	f, err := os.Open("../../internal/sampling/testdata/cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		args := []string{"bound", "--population", r[1], "--sample", r[3], "--found", r[4], "--confidence", "0." + r[5], "--json"}
		key := "upper"
		switch r[0] {
		case "sample_size":
			args, key = []string{"size", "--population", r[1], "--design", r[2], "--confidence", "0." + r[5], "--json"}, "size"
			if r[4] != "" {
				args = append(args, "--accept", r[4])
			}
		case "lower_two_sided", "upper_two_sided":
			args, key = append(args, "--two-sided"), r[0][:5]
		}
		if r[5] == "100" || r[6] == "" {
			continue // a certainty and a plan without a size are refused: see below
		}
		code, out, errOut := spotcheckCall("", args...)
		var got map[string]json.Number
		if err := json.Unmarshal([]byte(out), &got); code != 0 || err != nil || got[key].String() != r[6] {
			t.Errorf("%v: %d %q %q, want %s %s", args, code, out, errOut, key, r[6])
		}
	}
}

func TestSpotcheckSaysWhatIsWrong(t *testing.T) {
	size := func(population, design, confidence string, more ...string) []string {
		return append([]string{"size", "--population", population, "--design", design, "--confidence", confidence}, more...)
	}
	bound := func(population, sample, found, confidence string) []string {
		return []string{"bound", "--population", population, "--sample", sample, "--found", found, "--confidence", confidence, "--json"}
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{size("100", "5", "1"), "--confidence: 1 asks for certainty; give less than 1, or check 96:"}, // 100 − 5 + 1
		{size("100", "5", "1.5"), "--confidence: 1.5 is not below 1"},
		{size("100", "5", "95"), "--confidence: 95 is not below 1"},
		{size("100", "5", "95%"), `--confidence: "95%" is no decimal`},
		{size("100", "5", "0,95"), `--confidence: "0,95" is no decimal`},
		{size("100", "5", "19/20"), `--confidence: "19/20" is no decimal`},
		{size("100", "5", "9.5e-1"), `--confidence: "9.5e-1" is no decimal`},
		{size("100", "5", "-0.95"), "--confidence: -0.95 is not below 1; give a decimal above 0"},
		{size("100", "5", "0"), "--confidence: 0 is not below 1; give a decimal above 0"},
		{size("0", "5", "0.95"), "--population: 0 is too small; give a whole number from 1"},
		{size("-100", "5", "0.95"), "--population: -100 is too small"},
		{size("2000000000", "5", "0.95"), "--population: 2,000,000,000 is too large"},
		{size("99999999999999999999", "5", "0.95"), `--population: "99999999999999999999" is no whole number`},
		{size("1.000", "5", "0.95"), `--population: "1.000" is no whole number`},
		{size("", "5", "0.95"), `--population: "" is no whole number`},
		{size("100", "0", "0.95"), "--design: 0 is too small; give a whole number from 1 to 100"},
		{size("100", "101", "0.95"), "--design: 101 is too large; give a whole number from 1 to 100"},
		{size("10", "3", "0.95", "--accept", "3"), "--accept: no sample is large enough when 3 deviations are accepted and 3 must be detected; accept at most 2"},
		{size("10", "2", "0.95", "--accept", "2"), "--accept: no sample is large enough"},
		{size("10", "2", "0.95", "--accept", "-1"), "--accept: -1 is too small; give a whole number from 0"},
		{bound("10", "11", "0", "0.95"), "--sample: 11 is too large; give a whole number from 0 to 10"},
		{bound("10", "-1", "0", "0.95"), "--sample: -1 is too small"},
		{bound("10", "5", "6", "0.95"), "--found: 6 is too large; give a whole number from 0 to 5"},
		{bound("10", "5", "-1", "0.95"), "--found: -1 is too small"},
		{bound("10", "5", "1", "1.0"), "--confidence: 1.0 is not below 1"},
		{bound("x", "y", "z", "w"), "--population: \"x\" is no whole number; write it with digits alone: 1000\n--sample: "},
	} {
		code, out, errOut := spotcheckCall("", c.args...)
		if code != 1 || out != "" || !strings.HasPrefix(errOut, c.want) {
			t.Errorf("%v: %d %q %q, want %q", c.args, code, out, errOut, c.want)
		}
	}
}

func TestSpotcheckInWords(t *testing.T) {
	code, out, _ := spotcheckCall("", "size", "--population", "1000", "--design", "50", "--confidence", "0.95")
	if code != 0 || out != "57 of 1000: if at most 0 deviations are found, fewer than 50 deviate, with 95% confidence\n" {
		t.Errorf("size: %d %q", code, out)
	}
	code, out, _ = spotcheckCall("", "bound", "--population", "100", "--sample", "45", "--found", "1", "--confidence", "0.95")
	if code != 0 || out != "at most 8 of 100 deviate, with 95% confidence: 1 deviation in 45\n" {
		t.Errorf("bound: %d %q", code, out)
	}
}

const eightCustomers = "id;kind\nØresund;c\nK-0003;b\nK-0001;a\nK-0002;a\nK-0004;b\nK-0005;b\nÅlborg;c\nÆrø;c\n"

// The bound vector of the tickets' package, by the command.
func TestSpotcheckDrawsTheSameCustomers(t *testing.T) {
	file := filepath.Join(folder(t), "customers.csv")
	if err := os.WriteFile(file, []byte(eightCustomers), 0o600); err != nil {
		t.Fatal(err)
	}
	random := "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"
	seed := "opfyldt-draw/1\nround=demo-2014-1\nframe=4375c80fc74989bb1c4a507463d905b41f2da59289dd22c74d8f17d50d5944ce\nrandom=" + random + "\n"
	const want = "K-0002\nÅlborg\nK-0001\n"
	if code, out, errOut := spotcheckCall("", "draw", "--population", file, "--seed", seed, "--size", "3"); code != 0 || out != want || errOut != "" {
		t.Errorf("by seed: %d %q %q", code, out, errOut)
	}
	if code, out, _ := spotcheckCall(eightCustomers, "draw", "--population", "-", "--round", "demo-2014-1", "--random", random, "--size", "3"); code != 0 || out != want {
		t.Errorf("by random value: %d %q", code, out)
	}
	// Kinds of 2, 3 and 3 customers: 3 places give 0.75, 1.125 and 1.125, so one each.
	code, out, _ := spotcheckCall("", "draw", "--population", file, "--seed", seed, "--size", "3", "--strata", "kind")
	if code != 0 || out != "K-0002\nÅlborg\nK-0005\n" {
		t.Errorf("by kind: %d %q", code, out)
	}
}

// Picks by volume are those of Rivest's sampler, modulo the sum of the volumes: seed
// "0" of one customer with all the volume, and a file that says no volume.
func TestSpotcheckDrawsByVolume(t *testing.T) {
	const file = "id;opslag\nA;0\nB;7\n"
	code, out, errOut := spotcheckCall(file, "draw", "--population", "-", "--seed", "0", "--size", "3", "--volume", "opslag", "--json")
	if code != 0 || !strings.Contains(out, `"sample":[{"position":1,"id":"B","volume":7,"hits":3}]`) {
		t.Errorf("by volume: %d %s %s", code, out, errOut)
	}
	for want, args := range map[string][]string{
		"-:2: id: the cell is no whole number": {"--volume", "id"},
		"give either --strata or --volume":     {"--volume", "opslag", "--strata", "opslag"},
	} {
		if code, _, errOut := spotcheckCall(file, append([]string{"draw", "--population", "-", "--seed", "0", "--size", "3"}, args...)...); code != 1 || !strings.Contains(errOut, want) {
			t.Errorf("%v: %d %s", args, code, errOut)
		}
	}
}

// A changed customer, a changed digit of the seed, a moved row: each shows.
func TestSpotcheckDrawShowsWhatWasChanged(t *testing.T) {
	args := []string{"draw", "--population", "-", "--size", "8", "--json", "--seed"}
	_, before, _ := spotcheckCall(eightCustomers, append(args, "20140630")...)
	field := func(text, name string) string {
		var all map[string]any
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Fatal(err)
		}
		value, _ := all[name].(string)
		return value
	}
	_, renamed, _ := spotcheckCall(strings.Replace(eightCustomers, "K-0003", "K-0033", 1), append(args, "20140630")...)
	if field(renamed, "frame") == field(before, "frame") {
		t.Error("a changed customer keeps the list's hash")
	}
	_, reseeded, _ := spotcheckCall(eightCustomers, append(args, "20140631")...)
	if field(reseeded, "seedHash") == field(before, "seedHash") || field(reseeded, "frame") != field(before, "frame") {
		t.Error("a changed digit of the seed")
	}
	moved := strings.Replace(strings.Replace(eightCustomers, "K-0001;a\n", "", 1), "id;kind\n", "id;kind\nK-0001;a\n", 1)
	_, after, _ := spotcheckCall(moved, append(args, "20140630")...)
	if field(after, "sha256") == field(before, "sha256") || field(after, "frame") != field(before, "frame") {
		t.Error("a moved row must change the file's hash and nothing else")
	}
	code, _, errOut := spotcheckCall(moved, append(args, "20140630", "--sha256", field(before, "sha256"))...)
	if code != 1 || !strings.HasPrefix(errOut, "--sha256: the file is not the one that was fixed") {
		t.Errorf("held against the fixed hash: %d %q", code, errOut)
	}
}

func TestSpotcheckDrawRefuses(t *testing.T) {
	number := "010190" + "-" + "1234"
	for _, c := range []struct {
		stdin string
		args  []string
		want  string
	}{
		{"id,note\na,\nb," + number + "\n", []string{"--seed", "1", "--size", "1"}, "-:3: note: the cell holds a person number"},
		{eightCustomers, []string{"--seed", "1", "--size", "9"}, "--size: 9 is more than the 8 that there are"},
		{eightCustomers, []string{"--seed", "1", "--size", "0"}, "--size: 0 is too small"},
		{eightCustomers, []string{"--size", "1"}, "--seed: give either the seed"},
		{eightCustomers, []string{"--seed", "1", "--round", "x", "--random", "ff", "--size", "1"}, "--seed: give either the seed"},
		{eightCustomers, []string{"--seed", "1", "--size", "1", "--strata", "sector"}, "-:1: sector: there is no such column; choose among id and kind"},
	} {
		code, out, errOut := spotcheckCall(c.stdin, append([]string{"draw", "--population", "-"}, c.args...)...)
		if code != 1 || out != "" || !strings.HasPrefix(errOut, c.want) || strings.Contains(errOut, number) {
			t.Errorf("%v: %d %q %q, want %q", c.args, code, out, errOut, c.want)
		}
	}
	if code, _, errOut := spotcheckCall("", "draw", "--population", "no-such-file.csv", "--seed", "1", "--size", "1"); code != 1 || !strings.Contains(errOut, "no-such-file.csv") {
		t.Errorf("a missing file: %d %q", code, errOut)
	}
}

func TestSpotcheckTakesTheFirstColumnAndSaysSo(t *testing.T) {
	code, out, errOut := spotcheckCall("kunde\na\nb\nc\nd\n", "draw", "--population", "-", "--seed", "31", "--size", "4")
	if code != 0 || out != "b\na\nd\nc\n" || errOut != "no column is named id; the first, \"kunde\", is taken\n" {
		t.Errorf("%d %q %q", code, out, errOut)
	}
}

func TestSpotcheckCallsThatAreNotUnderstood(t *testing.T) {
	for _, args := range [][]string{{}, {"sise"}, {"size", "--populaton", "1"}, {"size", "--population", "1"}, {"bound", "1"}, {"draw"}} {
		if code, _, errOut := spotcheckCall("", args...); code != 2 || !strings.Contains(errOut, "opfyldt spotcheck size --population") {
			t.Errorf("%v: %d %q", args, code, errOut)
		}
	}
	if code, out, _ := spotcheckCall("", "draw", "--help"); code != 0 || !strings.Contains(out, "spotcheck bound") {
		t.Errorf("help: %d %q", code, out)
	}
}

// Whatever is given as figures: an answer, or a reason with status 1.
func FuzzSpotcheckFigures(f *testing.F) {
	f.Add("1000", "50", "0.95", "2")
	f.Add("-1", "1e9", "95%", "")
	f.Fuzz(func(t *testing.T, population, design, confidence, accept string) {
		code, out, errOut := spotcheckCall("", "size", "--population="+population, "--design="+design,
			"--confidence="+confidence, "--accept="+accept, "--json")
		if (code == 0) != strings.HasPrefix(out, `{"size":`) || code != 0 && (code != 1 || errOut == "") {
			t.Errorf("%d %q %q", code, out, errOut)
		}
	})
}
