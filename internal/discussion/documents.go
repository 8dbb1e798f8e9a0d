package discussion

import (
	"encoding/json"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// Documents are what can be searched for in a fact of this slice: what was said.
func Documents(c *contract.Contract, f ledger.Fact) []record.Document {
	var said struct {
		Text string `json:"text"`
	}
	if !strings.HasPrefix(f.Kind, "discussion.") || json.Unmarshal(f.Body, &said) != nil || said.Text == "" {
		return nil
	}
	title := f.Goal
	if g := c.Goal(f.Goal); g != nil {
		title = g.Number + " " + g.Title
	}
	return []record.Document{record.Said(f.ID, f.Goal, title, said.Text)}
}
