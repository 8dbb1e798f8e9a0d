package search

import (
	"context"
	"slices"
	"time"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// format is raised when documents are made in another way: then every log is
// read anew.
const format = 2

// Log is what the index reads facts from.
type Log interface {
	// List returns a page of facts, the oldest first.
	List(ctx context.Context, contractID string, by ledger.Filter) ([]ledger.Fact, *int64, error)
}

// Contracts gives the versions of contracts.
type Contracts interface {
	// All gives of every contract the version in force at the instant.
	All(ctx context.Context, at time.Time) ([]*contract.Contract, error)
	// Contract gives one contract's version in force at the instant.
	Contract(ctx context.Context, id string, at time.Time) (*contract.Contract, error)
	// Recorded gives the version that a fact of the kind kindVersion brought in.
	Recorded(ctx context.Context, id, version string) (*contract.Contract, error)
}

// kindVersion is the fact that a version of the contract took force.
const kindVersion = "contract.version"

// Index is the documents of all contracts, on Postgres.
type Index struct {
	store
	log       Log
	contracts Contracts
	sources   []Source
}

// documents are what can be searched for in a fact beside who recorded it: of a
// new version the contract, of any other what its slice knows.
func (x *Index) documents(ctx context.Context, f ledger.Fact) ([]record.Document, error) {
	if f.Kind == kindVersion {
		c, err := x.contracts.Recorded(ctx, f.Contract, f.Subject)
		if err != nil {
			return nil, err
		}
		return OfContract(c), nil
	}
	c, err := x.contracts.Contract(ctx, f.Contract, f.Recorded)
	if err != nil {
		return nil, err
	}
	var list []record.Document
	for _, source := range x.sources {
		list = slices.Concat(list, source(c, f))
	}
	return list, nil
}
