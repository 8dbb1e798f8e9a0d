package survey

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"opfyldt/internal/bulk"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/mail"
)

const (
	dropInvitees = `
DELETE FROM survey_invitees i WHERE contract_id = $1 AND plan = $2
   AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.plan)`
	addInvitees = `
INSERT INTO survey_invitees (contract_id, plan, number, recipient, sector, language)
SELECT $1, $2, i.number, i.recipient, i.sector, i.language
  FROM unnest($3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS i (recipient, sector, language, number)
ON CONFLICT DO NOTHING`
	sweepInvitees = `
DELETE FROM survey_invitees i WHERE written < now() - interval '1 day'
   AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.contract_id = i.contract_id AND f.id = i.plan)`
	silentInvitees = `
SELECT number, recipient, language FROM survey_invitees WHERE contract_id = $1 AND plan = $2 AND NOT answered ORDER BY number`
	countInvitees = `
SELECT count(*), count(*) FILTER (WHERE answered) FROM survey_invitees WHERE contract_id = $1 AND plan = $2`
	addLinks = `
INSERT INTO survey_links (contract_id, token, plan, number)
SELECT $1, l.token, $2, l.number FROM unnest($3::bytea[], $4::int[]) AS l (token, number)`
	findLink = `
SELECT i.plan, i.number, i.sector, i.answered FROM survey_links l
  JOIN survey_invitees i ON i.contract_id = l.contract_id AND i.plan = l.plan AND i.number = l.number
 WHERE l.contract_id = $1 AND l.token = $2`
	markAnswered = `UPDATE survey_invitees SET answered = true WHERE contract_id = $1 AND plan = $2 AND number = $3 AND NOT answered`
	addReply     = `INSERT INTO survey_replies (contract_id, plan, reply, body) VALUES ($1, $2, $3, $4)`
	readReplies  = `SELECT body FROM survey_replies WHERE contract_id = $1 AND plan = $2 ORDER BY reply`
)

// Invite keeps who was drawn for the plan to be.
func (s *Store) Invite(ctx context.Context, contractID, plan string, list []Invitee) error {
	to, sectors, languages := make([]string, len(list)), make([]string, len(list)), make([]string, len(list))
	for i, one := range list {
		to[i], sectors[i], languages[i] = one.Recipient, one.Sector, one.Language
	}
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, dropInvitees, contractID, plan); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, addInvitees, contractID, plan, to, sectors, languages)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep who is asked: %w", err)
	}
	return nil
}

// Invited answers how many are asked and how many of them have answered.
func (s *Store) Invited(ctx context.Context, contractID, plan string) (asked, answered int64, err error) {
	if err = s.pool.QueryRow(ctx, countInvitees, contractID, plan).Scan(&asked, &answered); err != nil {
		return 0, 0, fmt.Errorf("count who is asked: %w", err)
	}
	return asked, answered, nil
}

// silent is somebody who has not answered.
type silent struct {
	number    int32
	recipient string
	language  string
}

func (s *Store) silent(ctx context.Context, contractID, plan string) ([]silent, error) {
	rows, err := s.pool.Query(ctx, silentInvitees, contractID, plan)
	if err != nil {
		return nil, fmt.Errorf("list who has not answered: %w", err)
	}
	list, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (one silent, err error) {
		err = r.Scan(&one.number, &one.recipient, &one.language)
		return one, err
	})
	if err != nil {
		return nil, fmt.Errorf("list who has not answered: %w", err)
	}
	return list, nil
}

// newToken is a link's secret and the hash that is kept of it.
func newToken() (secret string, hash []byte) {
	var b [32]byte
	rand.Read(b[:]) //nolint:errcheck // never fails, by its documentation
	secret = base64.RawURLEncoding.EncodeToString(b[:])
	return secret, hashOf(secret)
}

func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// link is what stands behind a one-time link.
type link struct {
	plan     string
	number   int32
	sector   string
	answered bool
}

// link finds what a secret leads to; one that is unknown, or whose survey is closed,
// is fault.NotFound.
func (s *Store) link(ctx context.Context, contractID, secret string) (link, error) {
	var l link
	err := s.pool.QueryRow(ctx, findLink, contractID, hashOf(secret)).Scan(&l.plan, &l.number, &l.sector, &l.answered)
	if errors.Is(err, pgx.ErrNoRows) {
		return l, unknownLink()
	}
	if err != nil {
		return l, fmt.Errorf("find a link: %w", err)
	}
	return l, nil
}

func unknownLink() error { return fault.New(fault.NotFound, "survey.link_unknown", nil) }

// reply keeps an answer and marks that the link's invitee has answered; nothing says
// which answer is whose.
func (s *Store) reply(ctx context.Context, contractID string, l link, row Row) error {
	body, err := bulk.Row(row)
	if err != nil {
		return err
	}
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		marked, err := tx.Exec(ctx, markAnswered, contractID, l.plan, l.number)
		if err != nil {
			return fmt.Errorf("mark an answer: %w", err)
		}
		if marked.RowsAffected() == 0 {
			return fault.New(fault.Conflict, "survey.answered", nil)
		}
		if _, err := tx.Exec(ctx, addReply, contractID, l.plan, uuid.NewString(), string(body)); err != nil {
			return fmt.Errorf("keep an answer: %w", err)
		}
		return nil
	})
}

// replies are the answers so far, in the order of their random ids.
func (s *Store) replies(ctx context.Context, contractID, plan string) ([]Row, error) {
	found, err := s.pool.Query(ctx, readReplies, contractID, plan)
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	rows, err := pgx.CollectRows(found, func(r pgx.CollectableRow) (row Row, err error) {
		var body string
		if err = r.Scan(&body); err == nil {
			err = json.Unmarshal([]byte(body), &row)
		}
		return row, err
	})
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	return rows, nil
}

// forget deletes everything that says who was asked, and the answers that have become
// rows.
func forget(contractID, plan string) []ledger.Statement {
	of := func(sql string) ledger.Statement { return ledger.Statement{SQL: sql, Args: []any{contractID, plan}} }
	return []ledger.Statement{
		of(`DELETE FROM survey_links WHERE contract_id = $1 AND plan = $2`),
		of(`DELETE FROM survey_invitees WHERE contract_id = $1 AND plan = $2`),
		of(`DELETE FROM survey_replies WHERE contract_id = $1 AND plan = $2`),
		mail.Forget(contractID, plan),
	}
}
