package database

import (
	"strings"
	"testing"
)

// The versions that no server here has.
func TestServersOutside14To18AreRefused(t *testing.T) {
	good := server{major: 14, role: "r", version: 2}
	if err := good.judge(2); err != nil {
		t.Errorf("a good server: %v", err)
	}
	for _, major := range []int{13, 19} {
		s := good
		s.major = major
		if err := s.judge(2); err == nil || !strings.Contains(err.Error(), "works with 14 to 18") {
			t.Errorf("Postgres %d: %v", major, err)
		}
	}
}
