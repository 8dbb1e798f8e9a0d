package spotcheck

import (
	"cmp"
	"io"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/docx"
	"opfyldt/internal/fault"
	"opfyldt/internal/paper"
)

// Letter is what a letter to a customer is about.
type Letter string

// The letters.
const (
	HearingLetter Letter = "hearing" // what was found, and by when they can comment
	ResultLetter  Letter = "result"  // what came of it
)

// letter is one to a customer, ready to be set.
type letter struct {
	lang             string
	agency           string
	to               []string // the address, line by line
	day              calendar.Date
	title, beginning string
	parts            []letterPart
}

// letterPart is a heading with what stands under it.
type letterPart struct {
	heading string
	texts   []string
	items   []string
}

// sheetOfPaper is what a letter is set on: a PDF or a DOCX.
type sheetOfPaper interface {
	Title(text string)
	Heading(text string)
	Text(text string)
	Write(out io.Writer) error
}

// set sets the letter.
func (l letter) set(on sheetOfPaper, item func(string)) {
	on.Text(strings.Join(l.to, "\n"))
	on.Text(catalogue.Text(l.lang, "spotcheck.letter.day", fault.Params{"agency": l.agency, "day": l.day}))
	on.Title(l.title)
	on.Text(l.beginning)
	for _, p := range l.parts {
		on.Heading(p.heading)
		for _, text := range p.texts {
			on.Text(text)
		}
		for _, one := range p.items {
			item(one)
		}
	}
	on.Text(catalogue.Text(l.lang, "spotcheck.letter.end", fault.Params{"agency": l.agency}))
}

// pdf writes the letter as PDF.
func (l letter) pdf(out io.Writer) error {
	d := paper.New(paper.About{
		Title: l.title, Language: l.lang, Made: l.day.Start(), Foot: l.agency, PageOf: catalogue.Text(l.lang, "spotcheck.letter.page", fault.Params{"page": "%s", "pages": "%s"}),
	})
	l.set(d, func(text string) { d.Text("•  " + text) })
	return d.Write(out)
}

// docx writes the letter as DOCX.
func (l letter) docx(out io.Writer) error {
	d := docx.New(docx.About{Title: l.title, Language: l.lang, Made: l.day.Start()})
	l.set(d, d.Item)
	return d.Write(out)
}

// addressed is what every letter to a customer begins with.
type addressed struct {
	lang, agency string
	day          calendar.Date
	plan         RoundPlan
	ref          string
	who          Personal
}

func (a addressed) say(key string, params fault.Params) string {
	all := fault.Params{"agency": a.agency, "title": a.plan.Title, "question": a.plan.Question, "customer": cmp.Or(a.who.Name, a.ref)}
	for k, v := range params {
		all[k] = v
	}
	return catalogue.Text(a.lang, "spotcheck.letter."+key, all)
}

func (a addressed) letter(kind Letter) letter {
	l := letter{lang: a.lang, agency: a.agency, day: a.day, title: a.say(string(kind)+".title", nil), beginning: a.say("beginning", nil)}
	for _, line := range []string{cmp.Or(a.who.Name, a.ref), a.who.Contact} {
		if line != "" {
			l.to = append(l.to, line)
		}
	}
	return l
}

// found is the part that says what deviates.
func (a addressed) found(list []HeardDeviation) letterPart {
	p := letterPart{heading: a.say("found", nil)}
	if len(list) == 0 {
		p.texts = []string{a.say("nothing", nil)}
	}
	for _, d := range list {
		severity := catalogue.Text(a.lang, "spotcheck.severity."+string(d.Severity), nil)
		p.items = append(p.items, a.say("deviation", fault.Params{"clause": d.Clause, "severity": severity, "note": d.Note}))
	}
	return p
}

// hearing is the letter that asks a customer for their comments.
func (a addressed) hearing(list []HeardDeviation, h Hearing) letter {
	l := a.letter(HearingLetter)
	l.parts = []letterPart{
		a.found(list),
		{heading: a.say("comment", nil), texts: []string{a.say("how", fault.Params{"deadline": h.Deadline}), a.say("then", nil)}},
	}
	return l
}

// result is the letter that says what came of it: the customer's hearing, and what is
// to be mended.
func (a addressed) result(list []HeardDeviation, state HearingState, answered calendar.Date, follow []*found) letter {
	l := a.letter(ResultLetter)
	l.parts = []letterPart{a.found(list)}
	switch state {
	case HearingAnswered, HearingLate:
		l.parts = append(l.parts, letterPart{heading: a.say("heard", nil), texts: []string{a.say("answered", fault.Params{"day": answered})}})
	case HearingUnheard:
		l.parts = append(l.parts, letterPart{heading: a.say("heard", nil), texts: []string{a.say("unanswered", nil)}})
	case NotHeard, HearingOpen, HearingRevoked, HearingDismissed:
	}
	p := letterPart{heading: a.say("follow", nil)}
	for _, f := range follow {
		key := "measure"
		if f.State() == FindingClosed {
			key = "mended"
		}
		b := f.followUp()
		p.items = append(p.items, a.say(key, fault.Params{"clause": clauseTitle(a.plan, f.clause), "measure": b.Measure, "deadline": b.Deadline}))
	}
	if len(p.items) > 0 {
		l.parts = append(l.parts, p)
	}
	return l
}
