package mail

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/ledger"
)

// Store keeps the queue.
type Store struct{ pool *pgxpool.Pool }

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store { return &Store{pool} }

const (
	queueMails = `
INSERT INTO mails (contract_id, mail, fact, recipient, subject, body, queued, due)
SELECT $1, m.mail, $2, m.recipient, m.subject, m.body, $7, $7
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS m (mail, recipient, subject, body)`
	dueMails = `
SELECT contract_id, mail, recipient, subject, body, tried FROM mails
 WHERE state = 'waiting' AND due <= now() ORDER BY due LIMIT $1 FOR UPDATE SKIP LOCKED`
	noteSent   = `UPDATE mails SET state = 'sent', body = '', said = '', tried = tried + 1 WHERE contract_id = $1 AND mail = $2`
	noteFailed = `UPDATE mails SET state = $3, said = $4, tried = $5, due = now() + $6 WHERE contract_id = $1 AND mail = $2`
	listMails  = `
SELECT contract_id, recipient, subject, body, state, tried, queued, due, said FROM mails
 ORDER BY (state = 'sent'), queued DESC, mail LIMIT $1`
	countMails = `
SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'sent'), count(*) FILTER (WHERE state = 'failed') FROM mails`
)

// Queue writes mails in the transaction of the fact that causes them, at the time that
// the fact is recorded.
func Queue(contractID, fact string, at time.Time, mails []Mail) ledger.Statement {
	ids, to, subjects, texts := make([]string, len(mails)), make([]string, len(mails)), make([]string, len(mails)), make([]string, len(mails))
	for i, m := range mails {
		ids[i], to[i], subjects[i], texts[i] = m.ID, m.To, m.Subject, m.Text
	}
	return ledger.Statement{SQL: queueMails, Args: []any{contractID, fact, ids, to, subjects, texts, at}}
}

// Forget deletes the mails that a fact caused, sent or not.
func Forget(contractID, fact string) ledger.Statement {
	return ledger.Statement{SQL: `DELETE FROM mails WHERE contract_id = $1 AND fact = $2`, Args: []any{contractID, fact}}
}

// batch is how many mails are sent in one transaction.
const batch = 20

// queued is a mail in the queue.
type queued struct {
	contract string
	Mail
	tried int
}

// send hands the mails that are due to deliver, and answers how many were taken. Another
// instance's are left to it. A mail whose taking cannot be noted is sent again under
// the same Message-ID.
func (s *Store) send(ctx context.Context, deliver func(context.Context, Mail) (forGood bool, err error)) (taken, tried int, err error) {
	err = pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, dueMails, batch)
		if err != nil {
			return err
		}
		mails, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (q queued, err error) {
			err = r.Scan(&q.contract, &q.ID, &q.To, &q.Subject, &q.Text, &q.tried)
			return q, err
		})
		if err != nil {
			return err
		}
		tried = len(mails)
		for _, q := range mails {
			forGood, failed := deliver(ctx, q.Mail)
			if failed == nil {
				taken++
				_, err = tx.Exec(ctx, noteSent, q.contract, q.ID)
			} else {
				q.tried++
				_, err = tx.Exec(ctx, noteFailed, q.contract, q.ID, after(q.tried, forGood), failed.Error(), q.tried, again(q.tried))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return taken, tried, fmt.Errorf("send mails: %w", err)
	}
	return taken, tried, nil
}

// Line is a mail as the outbox shows it.
type Line struct {
	Contract  string    `json:"contract"`
	Recipient string    `json:"recipient"`
	Subject   string    `json:"subject"`
	Text      string    `json:"text" doc:"Empty once it is sent, and where a server is named: then it is its recipient's alone."`
	State     State     `json:"state" enum:"waiting,sent,failed"`
	Tried     int       `json:"tried"`
	Queued    time.Time `json:"queued"`
	Due       time.Time `json:"due"`
	Said      string    `json:"said" doc:"What the server said when it did not take it."`
}

// Outbox is the newest mails, those that are not sent first, and how many there are.
type Outbox struct {
	Waiting int    `json:"waiting"`
	Sent    int    `json:"sent"`
	Failed  int    `json:"failed"`
	Mails   []Line `json:"mails" nullable:"false" doc:"The newest 200, those not sent first."`
}

// shown is how many mails the outbox lists.
const shown = 200

// Outbox reads what is on its way and what was sent.
func (s *Store) Outbox(ctx context.Context) (Outbox, error) {
	o := Outbox{Mails: []Line{}}
	if err := s.pool.QueryRow(ctx, countMails).Scan(&o.Waiting, &o.Sent, &o.Failed); err != nil {
		return o, fmt.Errorf("count mails: %w", err)
	}
	rows, err := s.pool.Query(ctx, listMails, shown)
	if err != nil {
		return o, fmt.Errorf("list mails: %w", err)
	}
	var l Line
	_, err = pgx.ForEachRow(rows, []any{&l.Contract, &l.Recipient, &l.Subject, &l.Text, &l.State, &l.Tried, &l.Queued, &l.Due, &l.Said}, func() error {
		l.Queued, l.Due = l.Queued.UTC(), l.Due.UTC()
		o.Mails = append(o.Mails, l)
		return nil
	})
	if err != nil {
		return o, fmt.Errorf("list mails: %w", err)
	}
	return o, nil
}
