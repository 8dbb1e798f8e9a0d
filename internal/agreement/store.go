package agreement

import (
	"context"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
)

// freshness is how long a list of versions serves before it is read again, so
// that a version that another instance took in shows soon.
const freshness = time.Second

// Store reads the versions, and keeps the parsed ones at hand.
type Store struct {
	pool *pgxpool.Pool

	mu      sync.Mutex
	read    time.Time                     // zero where something was just written
	known   known                         // as of then
	parsed  map[string]*contract.Contract // by the file's hash
	drafts  map[draftKey]string           // proposals' files, which never change
	writing int                           // decisions on their way, any of which may bring a version in
	elapsed func(time.Time) time.Duration
}

// known is every version that there was at some time. It is not changed once it
// is handed out.
type known struct {
	ids   []string             // of the contracts, in order
	lists map[string][]Version // by contract, the oldest first
	count int                  // of all versions
}

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store {
	return &Store{pool: pool, parsed: map[string]*contract.Contract{}, drafts: map[draftKey]string{}, elapsed: time.Since}
}

// Contract returns the version that was in force at the instant as was known
// then, or fault.NotFound.
func (s *Store) Contract(ctx context.Context, id string, at time.Time) (*contract.Contract, error) {
	versions, err := s.Versions(ctx, id)
	if err != nil {
		return nil, err
	}
	return InForce(versions, at).Contract, nil
}

// All returns of every contract the version in force at the instant, by id.
func (s *Store) All(ctx context.Context, at time.Time) ([]*contract.Contract, error) {
	known, err := s.versions(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*contract.Contract, len(known.ids))
	for i, id := range known.ids {
		all[i] = InForce(known.lists[id], at).Contract
	}
	return all, nil
}

// Versions returns every version of a contract, the oldest first.
func (s *Store) Versions(ctx context.Context, id string) ([]Version, error) {
	known, err := s.versions(ctx)
	if err != nil {
		return nil, err
	}
	if len(known.lists[id]) == 0 {
		return nil, unknown(id)
	}
	return known.lists[id], nil
}

// Recorded returns the version that a fact of kind KindVersion with the subject
// brought in, or fault.NotFound.
func (s *Store) Recorded(ctx context.Context, id, subject string) (*contract.Contract, error) {
	versions, err := s.Versions(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, v := range versions {
		if strconv.Itoa(v.Contract.Version) == subject {
			return v.Contract, nil
		}
	}
	return nil, unknown(id)
}

const selectSource = `
SELECT source, sha256 FROM contract_versions WHERE contract_id = $1 AND version = $2`

// Source returns a version's file, byte for byte, and its SHA-256 in
// hexadecimal.
func (s *Store) Source(ctx context.Context, id string, version int) (file []byte, sha256 string, err error) {
	var text string
	var sum []byte
	err = s.pool.QueryRow(ctx, selectSource, id, version).Scan(&text, &sum)
	if err == pgx.ErrNoRows {
		return nil, "", unknown(id)
	}
	if err != nil {
		return nil, "", fmt.Errorf("read a contract's file: %w", err)
	}
	return []byte(text), hex.EncodeToString(sum), nil
}

const selectEarlier = `SELECT source FROM contract_versions WHERE contract_id = $1 ORDER BY version`

// earlier reads a contract's versions as they are at this moment.
func (s *Store) earlier(ctx context.Context, id string) ([]*contract.Contract, error) {
	rows, err := s.pool.Query(ctx, selectEarlier, id)
	if err != nil {
		return nil, fmt.Errorf("read a contract's versions: %w", err)
	}
	var all []*contract.Contract
	var source string
	_, err = pgx.ForEachRow(rows, []any{&source}, func() error {
		c, problems := contract.Parse(id, []byte(source))
		if problems.HasErrors() {
			return fmt.Errorf("the contract %s, once taken in, no longer passes its checks: %w", id, problems)
		}
		all = append(all, c)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read a contract's versions: %w", err)
	}
	return all, nil
}

func unknown(id string) error {
	return fault.New(fault.NotFound, "contract.unknown", fault.Params{"contract": id})
}

const countVersions = `SELECT count(*) FROM contract_versions`

const selectVersions = `
SELECT v.contract_id, v.from_day, encode(v.sha256, 'hex'), f.recorded, f.id::text,
       CASE WHEN encode(v.sha256, 'hex') = ANY($1) THEN '' ELSE v.source END
  FROM contract_versions v JOIN facts f ON f.contract_id = v.contract_id AND f.id = v.fact_id
 ORDER BY v.contract_id, v.version`

// versions returns every contract's versions. What was written once stays as it
// is: where there are as many versions as before, they are the same.
func (s *Store) versions(ctx context.Context) (known, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known.lists != nil && s.writing == 0 && s.elapsed(s.read) < freshness {
		return s.known, nil
	}
	var count int
	if err := s.pool.QueryRow(ctx, countVersions).Scan(&count); err != nil {
		return known{}, fmt.Errorf("count the contracts' versions: %w", err)
	}
	if s.known.lists == nil || s.known.count != count {
		now, err := s.readVersions(ctx)
		if err != nil {
			return known{}, fmt.Errorf("read the contracts: %w", err)
		}
		s.known = now
	}
	s.read = time.Now()
	return s.known, nil
}

// readVersions reads every version; files that were parsed before are not sent
// again.
func (s *Store) readVersions(ctx context.Context) (known, error) {
	hashes := slices.Collect(maps.Keys(s.parsed))
	rows, err := s.pool.Query(ctx, selectVersions, hashes)
	if err != nil {
		return known{}, err
	}
	now := known{lists: map[string][]Version{}}
	var id, source string
	var from time.Time
	var v Version
	_, err = pgx.ForEachRow(rows, []any{&id, &from, &v.SHA256, &v.Recorded, &v.Fact, &source}, func() error {
		v.From = calendar.NewDate(from.Year(), from.Month(), from.Day())
		if v.Contract, err = s.parse(id, v.SHA256, source); err != nil {
			return err
		}
		now.lists[id] = append(now.lists[id], v)
		now.count++
		return nil
	})
	now.ids = slices.Sorted(maps.Keys(now.lists))
	return now, err
}

// parse reads a version's file once.
func (s *Store) parse(id, hash, source string) (*contract.Contract, error) {
	if c := s.parsed[hash]; c != nil {
		return c, nil
	}
	c, problems := contract.Parse(id, []byte(source))
	if problems.HasErrors() {
		return nil, fmt.Errorf("the contract %s, once taken in, no longer passes its checks: %w", id, problems)
	}
	s.parsed[hash] = c
	return c, nil
}

// forget has the next reader see what was just written.
func (s *Store) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.read = time.Time{}
}
