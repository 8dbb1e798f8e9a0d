package demo

import (
	"fmt"
	"strings"
)

// pile is so many customers of a sector who gave the same answers.
type pile struct {
	people                              int
	overall, service, phone, competence string
	sector                              string
}

// The answers' words.
const (
	worst  = "Meget utilfreds"
	bad    = "Utilfreds"
	middle = "Hverken tilfreds eller utilfreds"
	good   = "Tilfreds"
	best   = "Meget tilfreds"
	none   = "Ved ikke"
	public = "Offentlig"
	firm   = "Privat"
)

// answersFile is what the survey tool saved of the story's 517 answers: 500 with an
// opinion, of whom 357 are satisfied, twelve who do not know and five who skipped
// the question.
func answersFile() []byte {
	piles := []pile{
		{61, best, best, good, best, public}, {44, best, good, best, good, public}, {98, good, good, bad, good, public},
		{37, good, middle, worst, good, public}, {22, middle, middle, bad, middle, public}, {19, bad, bad, worst, good, public},
		{9, worst, bad, worst, middle, public}, {6, none, none, none, good, public}, {2, "", good, bad, "", public},
		{33, best, best, best, best, firm}, {29, good, good, good, best, firm}, {55, good, middle, bad, good, firm},
		{31, middle, middle, worst, middle, firm}, {38, bad, bad, worst, middle, firm}, {24, worst, worst, worst, bad, firm},
		{6, none, good, none, none, firm}, {3, "", middle, worst, "", firm},
	}
	remarks := []string{
		"Jeg ventede over en halv time i telefonen.", "Hjælpsomt og hurtigt svar på mail.", "Vejledningen til den nye service mangler eksempler.",
		"Medarbejderen kendte reglerne bedre end vi selv.", "Telefonen er lukket, når vi har brug for den.", "God driftsinformation i år.",
	}
	var b strings.Builder
	b.WriteString("Kundebetjening;Telefonservice;Kompetence;Samlet tilfredshed;Sektor;Hvad kan vi gøre bedre?\n")
	const sixteenth = 16 // who wrote something
	n := 0
	for _, p := range piles {
		for range p.people {
			remark := ""
			if n%sixteenth == 0 {
				remark = remarks[n/sixteenth%len(remarks)]
			}
			fmt.Fprintf(&b, "%s;%s;%s;%s;%s;%s\n", p.service, p.phone, p.competence, p.overall, p.sector, remark)
			n++
		}
	}
	return []byte(b.String())
}
