package evidence

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in a fact of this slice: a file by its
// name. Whoever reads the contract reads its files.
func Documents(_ *contract.Contract, f ledger.Fact) []record.Document {
	file, ok := FileOf(f)
	if !ok {
		return nil
	}
	return []record.Document{record.Said(f.ID, f.Goal, file.Name)}
}
