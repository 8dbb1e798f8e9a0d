package spotcheck

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/mail"
)

const (
	addLink   = `INSERT INTO spotcheck_links (contract_id, token, hearing) VALUES ($1, $2, $3)`
	findLink  = `SELECT hearing FROM spotcheck_links WHERE contract_id = $1 AND token = $2`
	addWords  = `INSERT INTO spotcheck_words (contract_id, fact, salt, words) VALUES ($1, $2, $3, $4)`
	readWords = `SELECT fact, words FROM spotcheck_words WHERE contract_id = $1 AND fact = ANY($2)`
)

// hearingKinds are those of a hearing, with what is written beside them.
func (rules Rules) hearingKinds(kind func(string, string, func(context.Context, ledger.Moment) (any, error)) ledger.Kind) []ledger.Kind {
	opened := kind(KindHearing, opReview, onCustomer(rules.checkHearing))
	opened.Beside = rules.besideHearing
	answered := kind(KindHearingAnswer, opReview, onCustomer(checkHearingAnswer))
	answered.Beside = besideAnswer
	ended := kind(KindHearingEnd, opReview, onCustomer(checkHearingEnd))
	ended.Beside = besideEnd
	return []ledger.Kind{opened, answered, ended}
}

// besideHearing writes the link's hash and, where it goes by mail, the mail that holds
// its secret. A mail of an earlier hearing that is still on its way stays behind.
func (rules Rules) besideHearing(m ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	var statements []ledger.Statement
	if f.Supersedes != "" {
		statements = append(statements, mail.Forget(f.Contract, f.Supersedes))
	}
	b := read[Hearing](&f)
	if b.Way == ByHand {
		var sent HearingRequest
		if err := json.Unmarshal(m.Submission.Body, &sent); err != nil {
			return nil, fmt.Errorf("read a link: %w", err)
		}
		hash, err := hex.DecodeString(sent.Link)
		return append(statements, ledger.Statement{SQL: addLink, Args: []any{f.Contract, hash, f.ID}}), err
	}
	ctx := context.Background()
	rounds, _, err := all(ctx, m)
	if err != nil {
		return nil, err
	}
	p, _ := apart(f.Subject)
	r := rounds[RoundOf(p.goal, p.round)]
	to, err := rules.Store.one(ctx, version{f.Contract, r.Plan().Population}, r.byNumber[p.number].Ref)
	if err != nil {
		return nil, err
	}
	secret, hash := newToken()
	letter := hearingMail(m.Contract, r.Plan(), b, rules.Home+"/hearing/"+f.Contract+"#"+secret)
	letter.ID, letter.To = uuid.NewString(), mailAddress(to.Contact)
	return append(statements, ledger.Statement{SQL: addLink, Args: []any{f.Contract, hash, f.ID}},
		mail.Queue(f.Contract, f.ID, f.Recorded, []mail.Mail{letter})), nil
}

// hearingMail is the mail that brings a link.
func hearingMail(c *contract.Contract, plan RoundPlan, h Hearing, link string) mail.Mail {
	params := fault.Params{"agency": c.Agency.Name, "title": plan.Title, "deadline": h.Deadline, "link": link}
	return mail.Mail{
		Subject: catalogue.Text(h.Language, "spotcheck.hearing.mail.subject", params),
		Text:    catalogue.Text(h.Language, "spotcheck.hearing.mail.text", params) + "\n",
	}
}

// besideAnswer keeps what was said, and drops the mail if it was never sent.
func besideAnswer(m ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	var sent HearingSaid
	if err := json.Unmarshal(m.Submission.Body, &sent); err != nil {
		return nil, fmt.Errorf("read an answer: %w", err)
	}
	salt, err := hex.DecodeString(sent.Salt)
	return []ledger.Statement{
		{SQL: addWords, Args: []any{f.Contract, f.ID, salt, strings.TrimSpace(sent.Text)}},
		mail.Forget(f.Contract, sent.Hearing),
	}, err
}

func besideEnd(_ ledger.Moment, f ledger.Fact) ([]ledger.Statement, error) {
	return []ledger.Statement{mail.Forget(f.Contract, read[HearingEnd](&f).Hearing)}, nil
}

// newToken is a link's secret and the hash that is kept of it.
func newToken() (secret string, hash []byte) {
	var b [32]byte
	rand.Read(b[:]) //nolint:errcheck // never fails, by its documentation
	secret = hex.EncodeToString(b[:])
	return secret, hashOf(secret)
}

func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// one reads what a list says of a customer.
func (s *Store) one(ctx context.Context, v version, ref string) (known, error) {
	list, err := s.Known(ctx, v, []string{ref})
	return list[ref], err
}

// behind finds the hearing that a link's secret leads to, or fault.NotFound.
func (s *Store) behind(ctx context.Context, contractID, secret string) (hearing string, err error) {
	err = s.pool.QueryRow(ctx, findLink, contractID, hashOf(secret)).Scan(&hearing)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", noLink()
	}
	if err != nil {
		return "", fmt.Errorf("find a link: %w", err)
	}
	return hearing, nil
}

func noLink() error { return fault.New(fault.NotFound, "spotcheck.link_unknown", nil) }

// words reads what was said in answers, by the facts that hold their hashes; what was
// erased is not there.
func (s *Store) words(ctx context.Context, contractID string, facts []string) (map[string]string, error) {
	said := map[string]string{}
	if len(facts) == 0 {
		return said, nil
	}
	rows, err := s.pool.Query(ctx, readWords, contractID, facts)
	if err == nil {
		var fact, words string
		_, err = pgx.ForEachRow(rows, []any{&fact, &words}, func() error {
			said[fact] = words
			return nil
		})
	}
	if err != nil {
		return nil, fmt.Errorf("read what customers said: %w", err)
	}
	return said, nil
}
