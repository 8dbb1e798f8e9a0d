package app

import (
	"strings"
	"testing"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/config"
)

func TestEverySettingIsToldInBothLanguages(t *testing.T) {
	settings := new(config.Config).Settings()
	if len(settings) == 0 {
		t.Fatal("there are no settings to tell of")
	}
	for _, s := range settings {
		key := "setting." + s.Name
		if got := catalogue.Text(catalogue.English, key, nil); got != s.Meaning {
			t.Errorf("%s in English is %q; serve --help says %q", key, got, s.Meaning)
		}
		danish := catalogue.Text(catalogue.Danish, key, nil)
		if !catalogue.Has(catalogue.Danish, key) || strings.Contains(danish, "without it") {
			t.Errorf("%s has no Danish text: %q", key, danish)
		}
	}
}
