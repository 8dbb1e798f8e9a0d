package main

import (
	"strings"
	"testing"
)

// Help is no mistake, wherever it is asked for, and says of its own command.
func TestHelpOfEveryCommand(t *testing.T) {
	for _, c := range commands() {
		for _, args := range [][]string{{c.name, "--help"}, {"help", c.name}} {
			code, out, errOut := call(args...)
			if code != 0 || !strings.Contains(out+errOut, "opfyldt "+c.name) {
				t.Errorf("%v: exit %d, %s%s", args, code, out, errOut)
			}
		}
	}
	for _, args := range [][]string{{"--version"}, {"version"}} {
		if code, out, _ := call(args...); code != 0 || !strings.HasPrefix(out, "opfyldt ") {
			t.Errorf("%v: exit %d, %s", args, code, out)
		}
	}
	if code, out, _ := call("help"); code != 0 || !strings.Contains(out, "Commands:") {
		t.Errorf("help: exit %d, %s", code, out)
	}
}
