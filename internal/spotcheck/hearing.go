package spotcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"net/mail"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// The kinds of fact that a hearing of a customer is made of.
const (
	KindHearing       = "spotcheck.hearing"
	KindHearingAnswer = "spotcheck.hearing-answer"
	KindHearingEnd    = "spotcheck.hearing-revocation"
)

// HearingWay is how the one-time link gets to the customer.
type HearingWay string

// The ways.
const (
	ByMail HearingWay = "mail" // to the address that the list has
	ByHand HearingWay = "hand" // whoever opens the hearing passes it on
)

// Hearing is the body of a spotcheck.hearing: the customer is asked what they say to
// the deviations of a review.
type Hearing struct {
	Verdict  string        `json:"verdict" doc:"The review whose deviations the customer is heard about."`
	Deadline calendar.Date `json:"deadline" doc:"The last day for an answer."`
	Way      HearingWay    `json:"way" enum:"mail,hand"`
	Language string        `json:"language" enum:"da,en" doc:"Of the mail."`
}

// AnsweredBy is how an answer came.
type AnsweredBy string

// How an answer comes.
const (
	ByLink    AnsweredBy = "link"
	ByLetter  AnsweredBy = "letter"
	ByEmail   AnsweredBy = "mail"
	ByPhone   AnsweredBy = "phone"
	ByMeeting AnsweredBy = "meeting"
)

// HearingAnswer is the body of a spotcheck.hearing-answer, on the day on which the
// answer came. What was said may name people: it stands apart, bound by its salted
// hash, so that it can be erased.
type HearingAnswer struct {
	Hearing string     `json:"hearing"`
	How     AnsweredBy `json:"how" enum:"link,letter,mail,phone,meeting"`
	Words   string     `json:"words" doc:"The SHA-256 over the salt in hexadecimal and the text, a line each."`
}

// HearingEnd is the body of a spotcheck.hearing-revocation: the link leads nowhere
// any more, and nobody waits for an answer.
type HearingEnd struct {
	Hearing string `json:"hearing"`
	Reason  string `json:"reason"`
}

// wordsHash binds a text that stands apart.
func wordsHash(salt, text string) string {
	sum := sha256.Sum256([]byte(salt + "\n" + text + "\n"))
	return hex.EncodeToString(sum[:])
}

// HearingState is where the hearing of a customer stands.
type HearingState string

// The states of a hearing.
const (
	NotHeard         HearingState = "none"
	HearingOpen      HearingState = "open"
	HearingAnswered  HearingState = "answered"
	HearingLate      HearingState = "late" // answered behind the deadline
	HearingUnheard   HearingState = "unanswered"
	HearingRevoked   HearingState = "revoked"
	HearingDismissed HearingState = "dismissed" // the customer is not checked any more
)

// HearingMove is a named transition of a hearing.
type HearingMove struct {
	Name     string
	From, To HearingState
}

// HearingMoves lists every transition there is; "expire" is a day's passing, the
// others are facts.
func HearingMoves() []HearingMove {
	return []HearingMove{
		{"open", NotHeard, HearingOpen},
		{"answer", HearingOpen, HearingAnswered},
		{"correct", HearingAnswered, HearingAnswered},
		{"expire", HearingOpen, HearingUnheard},
		{"enter", HearingUnheard, HearingAnswered},
		{"enter", HearingUnheard, HearingLate},
		{"correct", HearingLate, HearingLate},
		{"revoke", HearingOpen, HearingRevoked},
		{"revoke", HearingUnheard, HearingRevoked},
		{"open", HearingAnswered, HearingOpen},
		{"open", HearingLate, HearingOpen},
		{"open", HearingUnheard, HearingOpen},
		{"open", HearingRevoked, HearingOpen},
		{"open", HearingOpen, HearingOpen},
		{"replace", HearingOpen, HearingDismissed},
		{"replace", HearingUnheard, HearingDismissed},
	}
}

// heard is a customer's hearing: the newest of each of its facts.
type heard struct{ opened, answer, end *ledger.Fact }

// take takes one of a hearing's facts; false where it is none.
func (h *heard) take(f *ledger.Fact) bool {
	switch f.Kind {
	case KindHearing:
		h.opened = f
	case KindHearingAnswer:
		h.answer = f
	case KindHearingEnd:
		h.end = f
	default:
		return false
	}
	return true
}

// answered is the answer to this very hearing; nil where there is none.
func (h heard) answered() *ledger.Fact {
	if h.opened == nil || h.answer == nil || read[HearingAnswer](h.answer).Hearing != h.opened.ID {
		return nil
	}
	return h.answer
}

// revoked is the end of this very hearing; nil where there is none.
func (h heard) revoked() *ledger.Fact {
	if h.opened == nil || h.end == nil || read[HearingEnd](h.end).Hearing != h.opened.ID {
		return nil
	}
	return h.end
}

// newest is the id of what was recorded last of the hearing; "" where nothing was.
func (h heard) newest() string {
	if h.opened == nil {
		return ""
	}
	last := h.opened
	for _, f := range []*ledger.Fact{h.answered(), h.revoked()} {
		if f != nil && f.Leaf > last.Leaf {
			last = f
		}
	}
	return last.ID
}

// Hearing is where the customer's hearing stands on a day.
func (c *Customer) Hearing(today calendar.Date) HearingState {
	if c.heard.opened == nil {
		return NotHeard
	}
	deadline := read[Hearing](c.heard.opened).Deadline
	switch answer := c.heard.answered(); {
	case c.heard.revoked() != nil:
		return HearingRevoked
	case answer != nil && answer.Day.After(deadline):
		return HearingLate
	case answer != nil:
		return HearingAnswered
	case c.replacement != nil:
		return HearingDismissed
	case today.After(deadline):
		return HearingUnheard
	}
	return HearingOpen
}

// HearingCount says how many were heard.
type HearingCount struct {
	Deviating  int `json:"deviating" doc:"Customers whose review found a deviation."`
	Heard      int `json:"heard" doc:"Those of all who were asked what they say; revoked hearings left out."`
	Answered   int `json:"answered" doc:"In time or not."`
	Late       int `json:"late" doc:"Of them behind the deadline."`
	Unanswered int `json:"unanswered" doc:"The deadline has passed without an answer."`
	Open       int `json:"open" doc:"The deadline is to come."`
	Not        int `json:"not" doc:"Deviating customers who were not heard."`
}

// Hearings counts the round's hearings on a day.
func (r *Round) Hearings(today calendar.Date) (n HearingCount) {
	for _, c := range r.Customers {
		if c.State() == Replaced {
			continue
		}
		deviates := c.verdict != nil && read[Verdict](c.verdict).deviates()
		if deviates {
			n.Deviating++
		}
		switch c.Hearing(today) {
		case HearingAnswered:
			n.Heard, n.Answered = n.Heard+1, n.Answered+1
		case HearingLate:
			n.Heard, n.Answered, n.Late = n.Heard+1, n.Answered+1, n.Late+1
		case HearingUnheard:
			n.Heard, n.Unanswered = n.Heard+1, n.Unanswered+1
		case HearingOpen:
			n.Heard, n.Open = n.Heard+1, n.Open+1
		case NotHeard, HearingRevoked, HearingDismissed:
			if deviates {
				n.Not++
			}
		}
	}
	return n
}

// mailAddress is the contact where it is a mail address; "" where it is none.
func mailAddress(contact string) string {
	a, err := mail.ParseAddress(contact)
	if err != nil {
		return ""
	}
	return a.Address
}
