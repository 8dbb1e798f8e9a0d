package search

import (
	"opfyldt/internal/contract"
	"opfyldt/internal/record"
)

// OfContract are the documents of a version of a contract: itself, its goals,
// their requirements, and the agreed steps. They hold while the version does.
func OfContract(c *contract.Contract) []record.Document {
	list := []record.Document{{
		Kind: record.OfContract, Key: c.ID, Title: c.Title, Version: c.Version,
		Text: joined(c.Agency.Name, c.Department.Name, c.ID, c.Text),
	}}
	for _, g := range c.Goals() {
		list = append(list, record.Document{
			Kind: record.OfGoal, Key: g.ID, Goal: g.ID, Title: g.Number + " " + g.Title, Version: c.Version,
			Text: joined(g.Short, g.LeadTitle, g.Text),
		})
		for i := range g.Requirements {
			list = append(list, ofRequirement(c.Version, g.ID, &g.Requirements[i])...)
		}
	}
	return list
}

func ofRequirement(version int, goal string, r *contract.Requirement) []record.Document {
	list := []record.Document{{
		Kind: record.OfRequirement, Key: r.ID, Goal: goal, Title: r.Title, Text: r.Text, Version: version,
	}}
	for _, item := range r.Items {
		for _, s := range item.Steps {
			name := s.Title
			if item.Title != "" && item.Title != s.Title {
				name = item.Title + ": " + s.Title
			}
			list = append(list, record.Document{
				Kind: record.OfStep, Key: s.ID, Goal: goal, Title: name, Text: joined(item.Text, s.Owner), Version: version,
			})
		}
	}
	return list
}

func joined(texts ...string) string { return record.Said("", "", "", texts...).Text }
