package contract

import (
	"fmt"
	"strings"
	"testing"
)

// The parser's time grows with the square of a mapping's keys, so a mapping of
// more than a thousand is refused at the first key too many.
func TestAMappingOfTooManyKeysIsRefused(t *testing.T) {
	var src strings.Builder
	for i := range 19_000 {
		fmt.Fprintf(&src, "a%d: 1\n", i)
	}
	c, problems := Parse("f", []byte(src.String()))
	if c != nil {
		t.Fatal("it is taken")
	}
	compareLines(t, problems.String(), "f:1001: file: the file holds more values than a contract can have, split it, or remove what is repeated")
}
