package results

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// Each example in the documentation is a results file of the CPR contract.
func TestTheExamplesInTheDocumentation(t *testing.T) {
	doc, err := os.ReadFile("../../docs/results-format.md")
	if err != nil {
		t.Fatal(err)
	}
	schema := compileSchema(t)
	blocks := strings.Split(string(doc), "```yaml\n")[1:]
	if len(blocks) != 4 {
		t.Errorf("%d examples, want 4", len(blocks))
	}
	for i, block := range blocks {
		src, _, _ := strings.Cut(block, "```")
		if _, err := Parse(fmt.Sprint("example ", i+1), []byte(src), cpr(t)); err != nil {
			t.Error(err)
		}
		if err := schema.Validate(asInstance(t, src)); err != nil {
			t.Errorf("example %d: %v", i+1, err)
		}
	}
}
