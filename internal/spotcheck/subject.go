package spotcheck

import (
	"strconv"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
)

// list is the name of a goal's population among its subjects.
const list = "population"

// PopulationOf is the subject of the goal's list of customers.
func PopulationOf(goal string) string { return goal + record.Mark + list }

// RoundOf is the subject of a round.
func RoundOf(goal, round string) string { return goal + record.Mark + round }

// CustomerOf is the subject of a drawn customer: the round's, and the customer's
// number in the draw.
func CustomerOf(goal, round string, number int) string {
	return RoundOf(goal, round) + record.Mark + strconv.Itoa(number)
}

// place is a subject taken apart.
type place struct {
	goal, round string
	number      int // of the drawn customer or of the person who commits; 0 for the round
}

// apart takes a subject apart; false where it is none of this slice's.
func apart(subject string) (place, bool) {
	parts := strings.Split(subject, record.Mark)
	if len(parts) < 2 || len(parts) > 3 || parts[1] == "" {
		return place{}, false
	}
	p := place{goal: parts[0], round: parts[1]}
	if len(parts) > 2 {
		n, err := strconv.Atoi(parts[2])
		if err != nil || n < 1 || strconv.Itoa(n) != parts[2] {
			return place{}, false
		}
		p.number = n
	}
	return p, true
}

// goalOf names the goal that a subject belongs to.
func goalOf(c *contract.Contract, subject string) (string, error) {
	p, ok := apart(subject)
	if !ok || c.Goal(p.goal) == nil {
		return "", fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(p.goal, 60)})
	}
	return p.goal, nil
}
