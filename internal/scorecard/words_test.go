package scorecard_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/milestone"
)

// Every text that the slices name is in both catalogues, those whose key is put
// together among them.
func TestEveryTextIsInBothCatalogues(t *testing.T) {
	keys := map[string]bool{}
	named := regexp.MustCompile(`"((?:field|milestone|measure|verification|assessment|sentence|because|next|task|goal|explanation)\.[a-z_.-]+[a-z])"`)
	other := regexp.MustCompile(`^(milestone\.(plan|update|verification|report|verify)|goal\.(assess|assessment))$`)
	for _, slice := range []string{"record", "milestone", "measure", "scorecard"} {
		files, err := filepath.Glob("../" + slice + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(slice, err)
		}
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			for _, m := range named.FindAllStringSubmatch(string(src), -1) {
				keys[m[1]] = !other.MatchString(m[1])
			}
		}
	}
	for _, m := range milestone.Moves() {
		keys["step."+string(m.To)], keys["sentence.milestone."+string(m.To)] = true, true
		keys["milestone.reason_"+m.Name] = m.Reason
	}
	for _, m := range []contract.Measure{
		contract.Timeliness, contract.MonthlyCount, contract.Survey, contract.Deviation, contract.YesNo, contract.Number, contract.Verbal,
	} {
		keys["figure."+string(m)] = true
	}
	for _, b := range []contract.Bound{contract.AtLeast, contract.AtMost, contract.Between} {
		keys["target."+string(b)] = true
	}
	for _, key := range []string{
		"milestone.reason_correct", "sentence.verification.accepted", "sentence.verification.returned", "because.step.done",
		"because.step.done.late", "because.step.dropped", "sentence.milestone.risk." + string(milestone.AtRisk),
		"sentence.milestone.risk." + string(milestone.RiskLate), "sentence.result.final",
	} {
		keys[key] = true
	}
	found := 0
	for key, isText := range keys {
		for _, lang := range catalogue.Languages() {
			if isText && !catalogue.Has(lang, key) {
				t.Errorf("%s has no text in %s", key, lang)
			}
		}
		found++
	}
	if found < 60 || !keys["measure.counts"] {
		t.Errorf("only %d keys were found", found)
	}
}
