package scorecard

import (
	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/exact"
)

// ComingVersion is a version that both parties agreed on and that does not hold
// yet.
type ComingVersion struct {
	Version int           `json:"version"`
	From    calendar.Date `json:"from"`
	Reason  string        `json:"reason"`
	Changes []string      `json:"changes" nullable:"false" doc:"As the amendment says them."`
	Goals   []ComingGoal  `json:"goals" nullable:"false" doc:"Goals that come with it."`
}

// ComingGoal is a goal that comes with a version.
type ComingGoal struct {
	ID       string    `json:"id"`
	Number   string    `json:"number"`
	Title    string    `json:"title"`
	Weight   exact.Rat `json:"weight"`
	Replaces string    `json:"replaces" doc:"Id of the goal whose place it takes (rule F4); empty where it takes nobody's."`
}

// coming tells of the versions ahead beside what holds now.
func (p *page) coming(versions []agreement.Version) []ComingVersion {
	list := []ComingVersion{}
	for _, v := range versions {
		out := ComingVersion{Version: v.Contract.Version, From: v.From, Changes: []string{}, Goals: []ComingGoal{}}
		for _, a := range v.Contract.Amendments {
			if a.Version == out.Version {
				out.Reason, out.Changes = a.Reason, append(out.Changes, a.Changes...)
			}
		}
		for _, g := range v.Contract.Goals() {
			if p.contract.Goal(g.ID) != nil {
				continue
			}
			goal := ComingGoal{ID: g.ID, Number: g.Number, Title: g.Title, Weight: g.Weight.Value}
			if old := revision.Replaced(p.contract, v.Contract, g); old != nil {
				goal.Replaces = old.ID
			}
			out.Goals = append(out.Goals, goal)
		}
		list = append(list, out)
	}
	return list
}
