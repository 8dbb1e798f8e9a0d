package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestAccessCommand(t *testing.T) {
	tests := []struct {
		args     string
		status   int
		out, err string // beginnings
	}{
		{"access table", 0, "operation ", ""},
		{"access table --markdown", 0, "| operation | without login | lead |", ""},
		{"access table --html", 2, "", "flag provided but not defined"},
		{"access table all", 2, "", "usage: "},
		{"access", 2, "", "usage: "},
		{"access list", 2, "", "usage: "},
	}
	for _, tt := range tests {
		var out, err bytes.Buffer
		status := run(t.Context(), strings.Fields(tt.args), stdio{strings.NewReader(""), &out, &err})
		if status != tt.status || !strings.HasPrefix(out.String(), tt.out) || !strings.HasPrefix(err.String(), tt.err) {
			t.Errorf("opfyldt %s: status %d, out %q, err %q", tt.args, status, out.String(), err.String())
		}
	}
}
