package database

import (
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"opfyldt/internal/fault"
)

// constraints are the constraints that a caller can run into by what they sent,
// with the fault that each means.
var constraints = map[string]struct {
	kind fault.Kind
	code string
}{
	"facts_id_once":                      {fault.Conflict, "fact.id-used"},
	"ledger_heads_contract_id_fkey":      {fault.NotFound, "contract.unknown"},
	"contract_versions_pkey":             {fault.Conflict, "contract.version-used"},
	"contract_versions_contract_id_fkey": {fault.NotFound, "contract.unknown"},
}

// Fault turns an error of the database into a fault where its cause lies with
// the caller or passes by itself; other errors, faults among them, come back as
// they are.
func Fault(err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	if errors.Is(err, pgx.ErrNoRows) {
		return fault.New(fault.NotFound, "not-found", nil).Because(err)
	}
	if refused, ok := errors.AsType[*pgconn.PgError](err); ok {
		if c, ok := constraints[refused.ConstraintName]; ok {
			return fault.New(c.kind, c.code, nil).Because(err)
		}
		if unavailable(refused.Code) {
			return fault.New(fault.Unavailable, "database.unavailable", nil).Because(err)
		}
		return err
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return fault.New(fault.Unavailable, "database.unavailable", nil).Because(err)
	}
	return err
}

// unavailable holds for the server shutting down or starting (57P…), too many
// connections (53300) and a lost connection (08…).
func unavailable(code string) bool {
	return code == "53300" || len(code) == 5 && (code[:3] == "57P" || code[:2] == "08")
}
