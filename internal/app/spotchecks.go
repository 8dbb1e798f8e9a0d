package app

import (
	"context"

	"opfyldt/internal/discussion"
	"opfyldt/internal/milestone"
	"opfyldt/internal/spotcheck"
)

// spotcheckRules are what spot checks ask others: who can take part, and the steps
// that a conclusion reports.
func (f *facts) spotcheckRules(people, auditing discussion.People) spotcheck.Rules {
	return spotcheck.Rules{Store: f.customers, Home: f.home, People: takingPart(auditing), Owners: takingPart(people), Conclude: milestone.Conclude}
}

// takingPart names those who can be asked as those who can take part in a round.
func takingPart(people discussion.People) func(context.Context, string) ([]spotcheck.Participant, error) {
	return func(ctx context.Context, contractID string) ([]spotcheck.Participant, error) {
		known, err := people(ctx, contractID)
		if err != nil {
			return nil, err
		}
		list := make([]spotcheck.Participant, len(known))
		for i, p := range known {
			list[i] = spotcheck.Participant(p)
		}
		return list, nil
	}
}
