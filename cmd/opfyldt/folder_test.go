package main

import (
	"os"
	"testing"

	"opfyldt/internal/yamlfile"
)

// folder is a folder of the test's own, whose drawn name does not happen to hold
// what looks like a person number: messages would hide it.
func folder(t *testing.T) string {
	t.Helper()
	for {
		dir, err := os.MkdirTemp("", "opfyldt-")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.RemoveAll(dir) })
		if !yamlfile.HoldsPersonNumber(dir) {
			return dir
		}
	}
}
