package ledger

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/mod/sumdb/tlog"
)

// transaction adds to one or more logs, and writes everything in one last round
// trip, which is atomic.
//
// Most take no lock and read nothing: a leaf's number can be used once, so what
// another instance wrote in between makes the last round trip fail, and then the
// careful form is tried, which locks the heads and reads before it judges. Every
// refusal is judged with care too.
type transaction struct {
	book    *Book
	db      *pgx.Conn
	careful bool
	whole   bool // of many submissions: what checks read is kept at hand
	read    map[string][]Fact
	logs    map[string]*log
	missing []edgeMissing
	written []known
	hashes  []hashRow
	beside  []Statement
}

// log is a contract's log within the transaction.
type log struct {
	edge   *edge
	last   time.Time // when the last leaf was recorded
	grown  bool
	byID   map[string]known
	newest map[subject]*Fact // of the subjects asked for, and those added here
	older  map[subject]*Fact // of the subjects that were at hand
	whole  bool              // older holds all subjects
	fresh  []Fact            // added here, not yet in the table
}

// previous returns the newest fact of a subject, nil where there is none.
func (l *log) previous(s subject) *Fact {
	if f := l.newest[s]; f != nil {
		return f
	}
	return l.older[s]
}

type subject struct{ kind, name string }

// known is a fact with the hash of the request that made it.
type known struct {
	fact    Fact
	request [32]byte
}

type hashRow struct {
	contract string
	stored
}

// next returns the instant for the log's next leaf: the clock's, or the least
// one after the last leaf's where the clock is behind.
func (l *log) next(clock time.Time) time.Time {
	now := grain(clock)
	if least := l.last.Add(time.Microsecond); now.Before(least) {
		return least
	}
	return now
}

// append adds the fact to its log.
func (t *transaction) append(l *log, f Fact, request [32]byte) {
	for _, s := range l.edge.append(tlog.RecordHash(f.Canonical())) {
		t.hashes = append(t.hashes, hashRow{f.Contract, s})
	}
	t.written = append(t.written, known{f, request})
	l.fresh = append(l.fresh, f)
	l.byID[f.ID] = known{f, request}
	l.newest[subject{f.Kind, f.Subject}] = &f
	l.last, l.grown = f.Recorded, true
}

const lockHeads = `SELECT FROM ledger_heads WHERE contract_id = ANY($1) ORDER BY contract_id FOR UPDATE`

const selectHeads = `SELECT contract_id, size, root, recorded FROM ledger_heads WHERE contract_id = ANY($1)`

const selectPrevious = `
SELECT ` + factColumns + `
  FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (contract_id, kind, subject)
 CROSS JOIN LATERAL (SELECT * FROM facts
        WHERE contract_id = asked.contract_id AND kind = asked.kind AND subject = asked.subject
        ORDER BY -leaf LIMIT 1) f`

const selectRequested = `
SELECT ` + factColumns + `, f.request
  FROM unnest($1::text[], $2::uuid[]) AS asked (contract_id, id)
 CROSS JOIN LATERAL (SELECT * FROM facts
        WHERE contract_id = asked.contract_id AND id = asked.id LIMIT 1) f`

// selectTail yields the newest fact of every kind and subject of short logs.
const selectTail = `
SELECT DISTINCT ON (f.contract_id, f.kind, f.subject) ` + factColumns + `
  FROM facts f
 WHERE f.contract_id IN (SELECT contract_id FROM ledger_heads WHERE contract_id = ANY($1) AND size <= $2)
 ORDER BY f.contract_id, f.kind, f.subject, -f.leaf`

// begin finds out what the jobs need to know: from the tails at hand, reading
// what they lack. The careful form locks the heads, and reads for the jobs alone.
func (t *transaction) begin(ctx context.Context, batch []*job) error {
	if t.careful {
		return t.beginCarefully(ctx, batch)
	}
	read := t.recall(batch)
	q := &pgx.Batch{}
	if read != nil {
		// The heads first: a fact that comes in between shows below, and then its
		// leaf's number is taken.
		q.Queue(selectHeads, read).Query(t.readHeads)
		q.Queue(selectTail, read, t.book.tails.short).Query(t.readTails)
	}
	if asked := t.unknown(batch); asked != nil {
		contracts, _, kinds, subjects := columnsOf(asked)
		q.Queue(selectPrevious, contracts, kinds, subjects).Query(t.readPrevious)
	}
	if q.Len() == 0 {
		return nil
	}
	return t.send(ctx, q)
}

// recall takes the logs that are at hand and names the others.
func (t *transaction) recall(batch []*job) (missing []string) {
	for _, j := range batch {
		id := j.s.Contract
		if t.logs[id] != nil || slices.Contains(missing, id) {
			continue
		}
		if l := t.book.tails.get(id); l != nil {
			t.logs[id] = l
		} else {
			missing = append(missing, id)
		}
	}
	return missing
}

// unknown returns the jobs whose subject's newest fact must be asked for.
func (t *transaction) unknown(batch []*job) (asked []*job) {
	for _, j := range batch {
		l := t.logs[j.s.Contract]
		if l == nil || !l.whole && l.older[subject{j.s.Kind, j.s.Subject}] == nil {
			asked = append(asked, j)
		}
	}
	return asked
}

func (t *transaction) beginCarefully(ctx context.Context, batch []*job) error {
	contracts, ids, kinds, subjects := columnsOf(batch)
	q := &pgx.Batch{}
	q.Queue("begin")
	q.Queue(lockHeads, contracts)
	q.Queue(selectHeads, contracts).Query(t.readHeads)
	q.Queue(selectRequested, contracts, ids).Query(t.readRequested)
	q.Queue(selectPrevious, contracts, kinds, subjects).Query(t.readPrevious)
	return t.send(ctx, q)
}

func (t *transaction) send(ctx context.Context, q *pgx.Batch) error {
	if err := t.db.SendBatch(ctx, q).Close(); err != nil {
		return fmt.Errorf("begin to write facts: %w", err)
	}
	return t.findEdges(ctx)
}

func columnsOf(batch []*job) (contracts, ids, kinds, subjects []string) {
	for _, j := range batch {
		contracts = append(contracts, j.s.Contract)
		ids = append(ids, j.s.ID)
		kinds = append(kinds, j.s.Kind)
		subjects = append(subjects, j.s.Subject)
	}
	return contracts, ids, kinds, subjects
}

func (t *transaction) readHeads(rows pgx.Rows) error {
	var id string
	var size int64
	var root []byte
	var recorded time.Time
	_, err := pgx.ForEachRow(rows, []any{&id, &size, &root, &recorded}, func() error {
		l := &log{last: recorded.UTC(), byID: map[string]known{}, newest: map[subject]*Fact{},
			older: map[subject]*Fact{}, whole: size <= int64(t.book.tails.short)}
		t.missing = append(t.missing, edgeMissing{id, size, tlog.Hash(root)})
		t.logs[id] = l
		return nil
	})
	return err
}

func (t *transaction) readRequested(rows pgx.Rows) error {
	defer rows.Close()
	for rows.Next() {
		var f Fact
		var request []byte
		if err := rows.Scan(append(f.targets(), &request)...); err != nil {
			return err
		}
		f.settle()
		if l := t.logs[f.Contract]; l != nil {
			l.byID[f.ID] = known{f, [32]byte(request)}
		}
	}
	return rows.Err()
}

func (t *transaction) readPrevious(rows pgx.Rows) error {
	facts, err := collect(rows)
	for i, f := range facts {
		if l := t.logs[f.Contract]; l != nil {
			l.newest[subject{f.Kind, f.Subject}] = &facts[i]
		}
	}
	return err
}

// readTails reads all subjects' newest facts of the short logs among those whose
// heads were read.
func (t *transaction) readTails(rows pgx.Rows) error {
	facts, err := collect(rows)
	for i, f := range facts {
		if l := t.logs[f.Contract]; l != nil {
			l.older[subject{f.Kind, f.Subject}] = &facts[i]
		}
	}
	return err
}
