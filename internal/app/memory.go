package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

type memory struct {
	pool *pgxpool.Pool
	mu   sync.Mutex
	all  map[string]*contract.Contract
	src  map[string][]byte
}

func newMemory(pool *pgxpool.Pool) *memory {
	return &memory{pool: pool, all: map[string]*contract.Contract{}, src: map[string][]byte{}}
}

func (m *memory) Contract(_ context.Context, id string, _ time.Time) (*contract.Contract, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c, ok := m.all[id]; ok {
		return c, nil
	}
	return nil, fault.New(fault.NotFound, "contract.unknown", nil)
}

func (m *memory) All(context.Context, time.Time) ([]*contract.Contract, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var list []*contract.Contract
	for _, c := range m.all {
		list = append(list, c)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list, nil
}

func (m *memory) Source(_ context.Context, id string, _ int) ([]byte, string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	sum := sha256.Sum256(m.src[id])
	return m.src[id], hex.EncodeToString(sum[:]), nil
}

func (m *memory) Load(ctx context.Context, source []byte) error {
	c, problems := contract.Parse("contract", source)
	if problems.HasErrors() {
		return problems
	}
	m.mu.Lock()
	m.all[c.ID], m.src[c.ID] = c, source
	m.mu.Unlock()
	return ledger.Enter(ctx, m.pool, c.ID)
}
