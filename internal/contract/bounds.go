package contract

import (
	"fmt"
	"io"
	"os"

	"opfyldt/internal/yamlfile"
)

const maxSize = 1 << 20 // bytes

// bounds are those within which a contract file is read. A real contract is a
// hundredth of them.
func bounds() yamlfile.Bounds {
	return yamlfile.Bounds{
		Size: maxSize, Line: 10_000, Marks: 100_000, Tokens: 60_000,
		Keys: 1_000, Key: 100, Depth: 32, Column: 200,
	}
}

// Loaded is a contract file that has been read: the contract, nil where the
// problems refuse it, and the file's bytes.
type Loaded struct {
	Contract *Contract
	Source   []byte
	Problems Problems
}

// LoadFile reads and parses a contract file. The error is of the reading only;
// what is wrong with the file stands in Problems.
func LoadFile(path string) (Loaded, error) {
	f, err := os.Open(path)
	if err != nil {
		return Loaded{}, fmt.Errorf("open contract file: %w", err)
	}
	defer f.Close()
	return ParseReader(path, f)
}

// ParseReader reads and parses what r yields. Of a text beyond the bound on
// size it reads no more than the bound.
func ParseReader(name string, r io.Reader) (Loaded, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return Loaded{}, fmt.Errorf("read contract file: %w", err)
	}
	c, problems := Parse(name, src)
	return Loaded{c, src, problems}, nil
}
