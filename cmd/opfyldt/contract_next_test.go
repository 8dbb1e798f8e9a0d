package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNextYearsFileAsksWhatAPersonMustDecide(t *testing.T) {
	file := filepath.Join(folder(t), "cpr-2015.yaml")
	code, out, told := contractCall("", "next", "--out", file, "cpr-2014")
	if code != 0 || out != "" {
		t.Fatalf("%d %q %q", code, out, told)
	}
	for _, want := range []string{
		"days moved to the year after. Decide before it is signed:\n",
		": signed: has no value, write one or remove the key\n",
		": there is no target for 2015, the contract's year, write one\n",
		": still speaks of 2014: title: Fem tjenester i bølgeplanen for 2014\n",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("not told: %q in\n%s", want, told)
		}
	}
	made, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(made), "\nid: cpr-2015\n") {
		t.Errorf("%v %.200s", err, made)
	}
	if code, _, told := contractCall("", "next", "--id", "UPPER CASE", "cpr-2014"); code != 0 || !strings.Contains(told, ": id: is ") {
		t.Errorf("an id that cannot be: %d %q", code, told)
	}
	if code, _, told := contractCall("", "next", faultyFiles+"sound.yaml", "--out"); code != 2 || !strings.Contains(told, "usage:") {
		t.Errorf("%d %q", code, told)
	}
	if code, _, told := contractCall("", "next", faultyFiles+"faulty/two-documents.yaml"); code != 1 || !strings.Contains(told, "two-documents.yaml:14:") {
		t.Errorf("a faulty file: %d %q", code, told)
	}
}

func TestTwoFilesAreComparedInWords(t *testing.T) {
	_, source, _ := contractCall("", "show", "cpr-2014")
	raised := strings.Replace(source, "{year: 2014, bound: at-least, value: 95,", "{year: 2014, bound: at-least, value: 96,", 1)
	code, out, told := contractCall(raised, "compare", "cpr-2014", "-")
	if code != 0 || told != "" || out != "Mål 4: måltallet er hævet fra 95 til 96 pct.\n" {
		t.Errorf("%d %q %q", code, out, told)
	}
	code, out, _ = contractCall(raised, "compare", "--language", "en", "-", "cpr-2014")
	if code != 0 || !strings.Contains(out, "96") || strings.Contains(out, "Mål") {
		t.Errorf("in English: %d %q", code, out)
	}
	if code, out, _ := contractCall("", "compare", "cpr-2014", "cpr-2014"); code != 0 || out != "" {
		t.Errorf("the same: %d %q", code, out)
	}
	if code, _, told := contractCall("", "compare", "cpr-2014"); code != 2 || !strings.Contains(told, "usage:") {
		t.Errorf("one file: %d %q", code, told)
	}
	if code, _, told := contractCall("", "compare", "cpr-2014", "nowhere.yaml"); code != 1 || !strings.Contains(told, "nowhere.yaml") {
		t.Errorf("no file: %d %q", code, told)
	}
}
