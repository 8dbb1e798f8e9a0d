package survey

import (
	"fmt"
	"strings"
	"testing"

	"opfyldt/internal/contract"
)

// cpr are the answers as the CPR contract has them.
var cpr = &contract.Answers{
	Satisfied: []string{"tilfreds", "meget tilfreds"}, DontKnow: []string{"ved ikke"},
	Scale: []string{"meget utilfreds", "utilfreds", "hverken tilfreds eller utilfreds", "tilfreds", "meget tilfreds"},
}

// The same list, plan and random value draw the same customers, whatever the order of
// the list; by sector in proportion: 8 of 24 and 4 of 12.
func TestADrawCanBeRepeated(t *testing.T) {
	list := func(reversed bool) *customers {
		lines := []string{"Kunde;E-mail;Sektor"}
		for i := range 36 {
			if reversed {
				i = 35 - i
			}
			sector := "offentlig"
			if i >= 24 {
				sector = "privat"
			}
			lines = append(lines, fmt.Sprintf("K%02d;k%02d@kunde.example;%s", i, i, sector))
		}
		c, err := readCustomers([]byte(strings.Join(lines, "\n")), cpr)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := &Plan{Size: 12}
	drawn, err := first.drawn("plan-1", list(false))
	if err != nil || len(drawn) != 12 || first.Sectors[0].Asked != 8 || first.Sectors[1].Asked != 4 || first.Sectors[1].Population != 12 {
		t.Fatalf("%+v, %v", first.Sectors, err)
	}
	again := &Plan{Size: 12, Frame: first.Frame, Random: first.Random}
	repeated, err := again.sample("plan-1", list(true))
	if err != nil || fmt.Sprint(repeated) != fmt.Sprint(drawn) {
		t.Errorf("drawn again: %v, %v, want %v", repeated, err, drawn)
	}
	if other, err := again.sample("plan-2", list(false)); err != nil || fmt.Sprint(other) == fmt.Sprint(drawn) {
		t.Errorf("another plan draws the same: %v", err)
	}
}

func TestACustomersListIsRefusedByItsCells(t *testing.T) {
	_, err := readCustomers([]byte("Kunde;E-mail;Sprog\nK1;k1@kunde.example;da\nK1;k2@kunde.example;da\nK3;Navn <k3@kunde.example>;da\nK4;;fransk\n"), cpr)
	for _, place := range []string{"A3: sheet.twice", "B4: survey.no_mail", "B5: sheet.blank", "C5: sheet.choice"} {
		if err == nil || !strings.Contains(err.Error(), place) {
			t.Errorf("%s is not told: %v", place, err)
		}
	}
}

// A reply is kept in the contract's words, whatever the language it was given in.
func TestAReplyBecomesARow(t *testing.T) {
	p := Plan{Questions: []PlannedQuestion{{Title: Wording{"a", "a"}}, {Title: Wording{"b", "b"}, Overall: true}}, Remark: &Wording{"c", "c"}}
	p.fillScale(cpr)
	if p.Scale[4] != (Wording{"meget tilfreds", "very satisfied"}) || p.DontKnow.English != "do not know" {
		t.Errorf("the scale in both languages: %v, %v", p.Scale, p.DontKnow)
	}
	row, err := p.row(cpr, "privat", SurveyReply{Answers: map[string]string{"q1": NoOpinion, "q2": "4"}, Remark: " Fint. "})
	if err != nil || row.Answers["q1"] != "ved ikke" || row.Answers["q2"] != "meget tilfreds" || row.Sector != "privat" || row.Texts[remarkColumn] != "Fint." {
		t.Errorf("%+v, %v", row, err)
	}
	for _, wrong := range []map[string]string{{"q2": "5"}, {"q2": "-1"}, {"q2": "tilfreds"}, {}, {"q9": "1"}, {"q2": "4", "q9": "1"}} {
		if _, err := p.row(cpr, "", SurveyReply{Answers: wrong}); err == nil {
			t.Errorf("%v is taken", wrong)
		}
	}
}
