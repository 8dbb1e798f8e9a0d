package app

import (
	"net/url"
	"testing"
)

func TestWhichOriginsAreOurs(t *testing.T) {
	for public, origins := range map[string]map[string]bool{
		"https://opfyldt.example": {
			"https://opfyldt.example": true, "https://OPFYLDT.example": true, "https://opfyldt.example:443": true,
			"http://opfyldt.example": false, "https://opfyldt.example:8443": false, "https://evil.example": false,
			"https://127.0.0.1": false, "https://localhost": false, "https://": false, "null": false,
			"https://opfyldt.example/x": false, "https://evil@opfyldt.example": false, "https://a.opfyldt.example": false,
		},
		"http://127.0.0.1:8080": {
			"http://127.0.0.1:8080": true, "http://localhost:8080": true, "http://[::1]:8080": true, "http://localhost:5173": true,
			"https://127.0.0.1:8080": false, "http://evil.example": false, "http://evil.example:8080": false, "http://127.0.0.1.evil.example": false,
		},
	} {
		u, err := url.Parse(public)
		if err != nil {
			t.Fatal(err)
		}
		for origin, want := range origins {
			if got := ours(u)(origin); got != want {
				t.Errorf("for %s, %q is ours: %v", public, origin, got)
			}
		}
	}
}
