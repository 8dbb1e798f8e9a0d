package spotcheck

import (
	"context"
	"slices"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// CustomerHearing is the hearing of a drawn customer, as those who check it read it.
type CustomerHearing struct {
	State   HearingState  `json:"state" enum:"open,answered,late,unanswered,revoked,dismissed"`
	Hearing Hearing       `json:"hearing"`
	Fact    string        `json:"fact" doc:"The fact that opened it."`
	Newest  string        `json:"newest" doc:"The newest fact of it, which a countersignature names."`
	Earlier bool          `json:"earlier" doc:"It is about a review that has been changed since."`
	Answer  *HeardAnswer  `json:"answer"`
	Reason  string        `json:"reason" doc:"Why it was revoked; empty where it was not."`
	Facts   []record.Fact `json:"facts" nullable:"false" doc:"Everything that was recorded of the customer's hearings, the newest first."`
}

// HeardAnswer is what a customer answered.
type HeardAnswer struct {
	Fact   record.Fact `json:"fact"`
	How    AnsweredBy  `json:"how" enum:"link,letter,mail,phone,meeting"`
	Text   string      `json:"text"`
	Erased bool        `json:"erased" doc:"What was said is erased; its hash stays."`
}

// hearings answers the hearings of the round's customers, by number.
func (h Handlers) hearings(ctx context.Context, s *seen, r *Round) (map[int]*CustomerHearing, error) {
	said, err := h.byPlace(ctx, s, KindHearing, KindHearingAnswer, KindHearingEnd)
	if err != nil {
		return nil, err
	}
	var answers []string
	for _, c := range r.Customers {
		if a := c.heard.answered(); a != nil {
			answers = append(answers, a.ID)
		}
	}
	words, err := h.Store.words(ctx, s.contract.ID, answers)
	if err != nil {
		return nil, err
	}
	list := map[int]*CustomerHearing{}
	for _, c := range r.Customers {
		if c.heard.opened == nil {
			continue
		}
		subject := CustomerOf(r.Goal, r.Name, c.Number)
		one := &CustomerHearing{
			State: c.Hearing(s.reader.Today), Hearing: read[Hearing](c.heard.opened), Fact: c.heard.opened.ID, Newest: c.heard.newest(), Facts: []record.Fact{},
		}
		one.Earlier = c.verdict != nil && one.Hearing.Verdict != c.verdict.ID
		for _, kind := range []string{KindHearingEnd, KindHearingAnswer, KindHearing} {
			one.Facts = append(one.Facts, said[kind+" "+subject]...)
		}
		slices.SortFunc(one.Facts, func(a, b record.Fact) int { return int(min(1, max(-1, b.Leaf-a.Leaf))) })
		if a := c.heard.answered(); a != nil {
			one.Answer = heardAnswer(s.reader, a, words)
		}
		if end := c.heard.revoked(); end != nil {
			one.Reason = read[HearingEnd](end).Reason
		}
		list[c.Number] = one
	}
	return list, nil
}

func heardAnswer(reader record.Reader, f *ledger.Fact, words map[string]string) *HeardAnswer {
	text, there := words[f.ID]
	return &HeardAnswer{Fact: reader.Wire(*f), How: read[HearingAnswer](f).How, Text: text, Erased: !there}
}
