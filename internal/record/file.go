package record

import (
	"context"
	"fmt"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// KindFile is the kind of fact that brings a file in.
const KindFile = "evidence.file"

// Files holds that each file a body names was added to the contract before.
func (c *Checks) Files(ctx context.Context, m ledger.Moment, links []Link) error {
	for i, l := range links {
		if l.File == "" {
			continue
		}
		f, err := m.Facts.Fact(ctx, m.Contract.ID, l.File)
		switch {
		case fault.KindOf(err) == fault.NotFound, err == nil && f.Kind != KindFile:
			c.Add(fmt.Sprintf("evidence[%d].file", i), "evidence.unknown", nil)
		case err != nil:
			return err
		}
	}
	return nil
}
