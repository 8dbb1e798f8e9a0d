package ledger

import (
	"context"
	"encoding/hex"
)

// RootAt returns the root over the log's first leaves, in hexadecimal: what nobody
// could know before the last of them was written.
func (r reader) RootAt(ctx context.Context, contractID string, size int64) (string, error) {
	root, err := r.rootAt(ctx, contractID, size)
	return hex.EncodeToString(root[:]), err
}
