package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// contractCall runs `opfyldt contract …` and returns its status and what it
// wrote.
func contractCall(stdin string, args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"contract"}, args...), stdio{strings.NewReader(stdin), &o, &e})
	return code, o.String(), e.String()
}

const faultyFiles = "../../internal/contract/testdata/"

func TestContractCheckSaysHowEachFileFares(t *testing.T) {
	code, out, errOut := contractCall("", "check", faultyFiles+"sound.yaml")
	if code != 0 || errOut != "" || out != faultyFiles+"sound.yaml: ok: 3 goals, 5 requirements, 3 steps, 4 deadlines, 1 readings\n" {
		t.Errorf("sound: %d %q %q", code, out, errOut)
	}
	code, out, errOut = contractCall("", "check", faultyFiles+"faulty/two-documents.yaml", faultyFiles+"sound.yaml")
	if code != 1 || !strings.Contains(out, "sound.yaml: ok") || strings.Count(errOut, "\n") != 1 ||
		!strings.HasPrefix(errOut, faultyFiles+"faulty/two-documents.yaml:14: file: ") {
		t.Errorf("one of two: %d %q %q", code, out, errOut)
	}
	code, out, errOut = contractCall("", "check", "no-such-file.yaml", faultyFiles+"faulty/two-documents.yaml", faultyFiles+"sound.yaml")
	if code != 1 || !strings.Contains(out, "sound.yaml: ok") || !strings.Contains(errOut, "no-such-file.yaml") || !strings.Contains(errOut, "two-documents.yaml:14:") {
		t.Errorf("one that cannot be read: %d %q %q", code, out, errOut)
	}
	code, _, errOut = contractCall("", "check", faultyFiles+"faulty/nobody-leads-warning.yaml")
	if code != 0 || !strings.Contains(errOut, ": warning: nobody leads goal 1") {
		t.Errorf("a warning: %d %q", code, errOut)
	}
}

func TestContractCheckReadsStandardInput(t *testing.T) {
	code, _, errOut := contractCall("format: x\nid: [", "check", "-")
	if code != 1 || !strings.HasPrefix(errOut, "-:2: file: this is not YAML") {
		t.Errorf("%d %q", code, errOut)
	}
}

func TestContractLibraryIsListedAndShown(t *testing.T) {
	code, out, _ := contractCall("", "list")
	if code != 0 || !strings.Contains(out, "cpr-2014") || !strings.Contains(out, "harbour-school-2025") {
		t.Errorf("list: %d %q", code, out)
	}
	_, shown, _ := contractCall("", "show", "cpr-2014")
	if code, out, errOut := contractCall(shown, "check", "-"); code != 0 || errOut != "" {
		t.Errorf("what is shown: %d %q %q", code, out, errOut)
	}
	if code, _, errOut := contractCall("", "show", "nowhere"); code != 1 || !strings.Contains(errOut, "not in the library") {
		t.Errorf("an unknown one: %d %q", code, errOut)
	}
	if code, out, _ := contractCall("", "schema"); code != 0 || !strings.Contains(out, "2020-12") {
		t.Errorf("schema: %d %.60q", code, out)
	}
}

func TestContractCallsThatAreNotUnderstood(t *testing.T) {
	for _, args := range [][]string{{}, {"chekc"}, {"check"}, {"show"}, {"list", "all"}} {
		if code, _, errOut := contractCall("", args...); code != 2 || !strings.Contains(errOut, "opfyldt contract check FILE") {
			t.Errorf("%v: %d %q", args, code, errOut)
		}
	}
	if code, _, errOut := contractCall("", "check", "no-such-file.yaml"); code != 1 || !strings.Contains(errOut, "no-such-file.yaml") {
		t.Errorf("a missing file: %d %q", code, errOut)
	}
}
