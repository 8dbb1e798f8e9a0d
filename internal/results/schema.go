package results

import (
	_ "embed"
	"fmt"
	"io"

	"opfyldt/internal/contract"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema of results files. It describes the form; that
// ids exist and degrees are on their scales only Parse can tell, which knows
// the contract.
func Schema() []byte { return append([]byte(nil), schema...) }

// Read parses what r yields; of a file beyond the bound it reads no more than
// the bound.
func Read(name string, r io.Reader, c *contract.Contract) (*Results, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("read results file: %w", err)
	}
	return Parse(name, src, c)
}
