package budget

import (
	"github.com/jackc/pgx/v5/pgxpool"

	"opfyldt/internal/measure/imported"
)

// Store keeps the postings behind imports.
type Store struct{ imported.Store[Posting] }

// NewStore makes a store on the database.
func NewStore(pool *pgxpool.Pool) *Store {
	return &Store{imported.NewStore[Posting](pool, "budget_imports")}
}
