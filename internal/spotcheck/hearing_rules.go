package spotcheck

import (
	"context"
	"slices"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// mostDays is how long a customer may be given to answer.
const mostDays = 366

// HearingRequest is a hearing as it is sent. Where its link is passed on by hand, the browser
// makes the secret, and the server hears its hash alone.
type HearingRequest struct {
	Verdict  string        `json:"verdict" doc:"The review whose deviations the customer is heard about."`
	Deadline calendar.Date `json:"deadline" doc:"The last day for an answer."`
	Way      HearingWay    `json:"way" enum:"mail,hand"`
	Language string        `json:"language" enum:"da,en" doc:"Of the mail."`
	Link     string        `json:"link,omitempty" doc:"By hand: the SHA-256 of the link's secret, in hexadecimal. The secret stays with who passes it on."`
}

// checkHearing holds that there is a deviation to be heard about, and a way to the
// customer.
func (rules Rules) checkHearing(ctx context.Context, m ledger.Moment, r *Round, who *Customer) (any, error) {
	var b HearingRequest
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &b)}
	today := calendar.DateOf(m.Now)
	c.Day(m.Submission.Day, today, today)
	if b.Deadline.Before(today) || b.Deadline.After(today.AddDays(mostDays)) {
		c.Add("deadline", "spotcheck.hearing_deadline", fault.Params{"earliest": today, "latest": today.AddDays(mostDays)})
	}
	if b.Language != "da" && b.Language != "en" {
		c.Add("language", "spotcheck.hearing_language", nil)
	}
	if err := rules.checkWay(ctx, m, r, who, b, &c); err != nil {
		return nil, err
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	switch {
	case who.State() == Replaced:
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	case who.verdict == nil || !read[Verdict](who.verdict).deviates():
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_of_nothing", nil)
	case b.Verdict != who.verdict.ID:
		return nil, fault.New(fault.Conflict, "spotcheck.review_changed", nil)
	}
	return Hearing{b.Verdict, b.Deadline, b.Way, b.Language}, nil
}

func (rules Rules) checkWay(ctx context.Context, m ledger.Moment, r *Round, who *Customer, b HearingRequest, c *record.Checks) error {
	switch b.Way {
	case ByHand:
		if !isHash(b.Link) || strings.ToLower(b.Link) != b.Link {
			c.Add("link", "spotcheck.hash", nil)
		}
	case ByMail:
		k, err := rules.Store.one(ctx, version{m.Contract.ID, r.Plan().Population}, who.Ref)
		if err != nil {
			return err
		}
		if mailAddress(k.Contact) == "" {
			c.Add("way", "spotcheck.hearing_no_address", nil)
		}
	default:
		c.Add("way", "spotcheck.hearing_way", nil)
	}
	return nil
}

// HearingSaid is an answer on its way in.
type HearingSaid struct {
	Hearing string     `json:"hearing" doc:"The fact that opened the hearing."`
	How     AnsweredBy `json:"how" enum:"link,letter,mail,phone,meeting" doc:"By link answers the customer alone."`
	Text    string     `json:"text"`
	Salt    string     `json:"salt" doc:"32 hexadecimal digits that the client makes at random: the log holds the text's salted hash."`
}

// checkHearingAnswer takes the customer's answer by link before the deadline, once,
// or one that came otherwise, which who entered it can correct.
func checkHearingAnswer(_ context.Context, m ledger.Moment, _ *Round, who *Customer) (any, error) {
	var b HearingSaid
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &b)}
	_, byLink := m.Person.(guest)
	today := calendar.DateOf(m.Now)
	var opened calendar.Date
	if who.heard.opened != nil {
		opened = who.heard.opened.Day
	}
	c.Day(m.Submission.Day, opened, today)
	c.Needed("text", &b.Text, record.LongText, "spotcheck.hearing_text")
	if len(b.Salt) != 32 || !isHex(b.Salt) {
		c.Add("salt", "spotcheck.salt", nil)
	}
	if !byLink && !slices.Contains([]AnsweredBy{ByLetter, ByEmail, ByPhone, ByMeeting}, b.How) {
		c.Add("how", "spotcheck.hearing_how", nil)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := who.takesAnswer(b.Hearing, byLink, today); err != nil {
		return nil, err
	}
	return HearingAnswer{Hearing: b.Hearing, How: b.How, Words: wordsHash(b.Salt, b.Text)}, nil
}

// takesAnswer holds that the hearing waits for an answer, or has one that can be
// corrected.
func (c *Customer) takesAnswer(hearing string, byLink bool, today calendar.Date) error {
	before := c.heard.answered()
	switch state := c.Hearing(today); {
	case c.heard.opened == nil || hearing != c.heard.opened.ID:
		return fault.New(fault.Conflict, "spotcheck.hearing_other", nil)
	case state == HearingRevoked || state == HearingDismissed:
		return fault.New(fault.Conflict, "spotcheck.hearing_revoked", nil)
	case before != nil && (byLink || read[HearingAnswer](before).How == ByLink):
		return fault.New(fault.Conflict, "spotcheck.hearing_answered", nil)
	case byLink && state != HearingOpen:
		return fault.New(fault.Conflict, "spotcheck.hearing_closed", fault.Params{"deadline": read[Hearing](c.heard.opened).Deadline})
	}
	return nil
}

// checkHearingEnd revokes a hearing that nobody has answered.
func checkHearingEnd(_ context.Context, m ledger.Moment, _ *Round, who *Customer) (any, error) {
	var b HearingEnd
	c := begin(m, &b)
	c.Needed("reason", &b.Reason, record.LongText, "spotcheck.hearing_why")
	if err := c.Err(); err != nil {
		return nil, err
	}
	switch {
	case who.heard.opened == nil || b.Hearing != who.heard.opened.ID:
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_other", nil)
	case who.heard.revoked() != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_revoked", nil)
	case who.heard.answered() != nil:
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_answered", nil)
	}
	return b, nil
}

// Signature is the body of a spotcheck.countersignature: of which review, and which
// stage of the customer's hearing the signer saw.
type Signature struct {
	record.Verification
	Hearing string `json:"hearing,omitempty" doc:"The newest fact of the customer's hearing, as the signer saw it; empty where there is none."`
}

// checkSignature holds that the review is the newest and somebody else's, that the
// signer has seen what the customer says to it, and that nobody signs while the
// customer has time to answer.
func checkSignature(_ context.Context, m ledger.Moment, _ *Round, who *Customer) (any, error) {
	if who.State() == Replaced {
		return nil, fault.New(fault.Conflict, "spotcheck.replaced", nil)
	}
	seen, rest, err := record.Take(m.Submission.Body, "hearing")
	if err != nil {
		return nil, err
	}
	m.Submission.Body = rest
	v, err := record.Verify(m, who.verdict)
	if err != nil {
		return nil, err
	}
	if seen != who.heard.newest() {
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_unseen", nil)
	}
	if v.Verdict == record.Accepted && who.Hearing(calendar.DateOf(m.Now)) == HearingOpen {
		return nil, fault.New(fault.Conflict, "spotcheck.hearing_runs", fault.Params{"deadline": read[Hearing](who.heard.opened).Deadline})
	}
	return Signature{v, seen}, nil
}

func isHex(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789abcdef", r) })
}
