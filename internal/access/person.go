package access

import (
	"encoding/binary"
	"slices"

	"opfyldt/internal/fault"
)

// Everything stands for all goals or all contracts in a person's list.
const Everything = "*"

// Person is somebody who is logged in, or a machine with a token of theirs.
// It is a value of the moment: the next request makes it anew.
type Person struct {
	ID        string   // the provider's stable id of the person
	FullName  string   // as shown
	Roles     []Role   // in the table's order
	Goals     []string // "*", a goal's id, or a contract's and a goal's: "cpr-2014:1"
	Contracts []string // "*" or contracts' ids
	Token     *Scope   // what the token narrows it to; nil for a person at a browser
}

// Scope is what an API token narrows its creator's rights to.
type Scope struct {
	ID         string
	Name       string
	Operations []string
	Contracts  []string
	Goals      []string
}

// Subject returns the provider's stable id of the person; a token acts as its
// creator, so that nobody verifies by token what they recorded by hand.
func (p Person) Subject() string { return p.ID }

// Name returns how the person is shown.
func (p Person) Name() string {
	if p.Token != nil {
		return "token " + p.Token.Name
	}
	return p.FullName
}

// Sees reports whether the person has access to the contract.
func (p Person) Sees(contractID string) bool {
	return listed(p.Contracts, contractID) && (p.Token == nil || listed(p.Token.Contracts, contractID))
}

// Permit answers the role under which the operation on the goal (empty: the
// contract as a whole) is allowed. A contract that the person has no access to
// is not found; anything else that the table does not allow is forbidden.
func (p Person) Permit(operation, contractID, goal string) (string, error) {
	if goal == "" {
		goal = Everything
	}
	return p.permit(operation, contractID, func(reach Reach) bool {
		if reach == Own {
			return hasGoal(p.Goals, contractID, goal) && p.tokenHas(contractID, goal)
		}
		return goal == Everything || p.tokenHas(contractID, goal)
	})
}

// May answers nil where one of the person's roles allows the operation in the
// contract (empty: in any), on some goal at least.
func (p Person) May(operation, contractID string) error {
	_, err := p.permit(operation, contractID, func(reach Reach) bool {
		return reach == All || p.hasSomeGoal(contractID)
	})
	return err
}

// Operations lists what the person may do in the contract, in the table's
// order; without a contract, what they may do in some.
func (p Person) Operations(contractID string) []string {
	var names []string
	for _, row := range Table() {
		if p.May(row.Operation, contractID) == nil {
			names = append(names, row.Operation)
		}
	}
	return names
}

// Rights is a key that two persons share only when they are the same person
// with the same rights. Every read asks for it: each text stands behind its
// length, which tells lists apart as surely as quoting and costs less.
func (p Person) Rights() string {
	key := make([]byte, 0, 128)
	key = appendTexts(key, p.ID, p.FullName)
	key = appendTexts(key, p.Roles...)
	key = appendTexts(key, p.Goals...)
	key = appendTexts(key, p.Contracts...)
	if t := p.Token; t != nil {
		key = appendTexts(key, t.ID, t.Name)
		key = appendTexts(key, t.Operations...)
		key = appendTexts(key, t.Contracts...)
		key = appendTexts(key, t.Goals...)
	}
	return string(key)
}

func appendTexts[T ~string](key []byte, texts ...T) []byte {
	key = binary.AppendUvarint(key, uint64(len(texts)))
	for _, text := range texts {
		key = binary.AppendUvarint(key, uint64(len(text)))
		key = append(key, text...)
	}
	return key
}

// tokenMay reports whether the token, where there is one, carries the operation.
func (p Person) tokenMay(operation string) bool {
	return p.Token == nil || slices.Contains(p.Token.Operations, operation) && !ByHandOnly(operation)
}

// Reach returns how far the operation goes for the person, by the widest of
// their roles.
func (p Person) Reach(operation string) Reach {
	row, ok := find(operation)
	widest := None
	if !ok || !p.tokenMay(operation) {
		return widest
	}
	for i, role := range Roles() {
		if slices.Contains(p.Roles, role) {
			widest = max(widest, row.Reach[i])
		}
	}
	return widest
}

func (p Person) permit(operation, contractID string, reaches func(Reach) bool) (string, error) {
	row, ok := find(operation)
	switch {
	case !ok:
		return "", forbidden(operation)
	case row.Public:
		return "", nil
	case row.Contract && contractID != "" && !p.Sees(contractID):
		return "", fault.New(fault.NotFound, "contract.not_found", fault.Params{"contract": contractID})
	case !p.tokenMay(operation):
		return "", forbidden(operation)
	}
	for i, role := range Roles() {
		if row.Reach[i] == None || !slices.Contains(p.Roles, role) {
			continue
		}
		if !row.Contract || reaches(row.Reach[i]) {
			return string(role), nil
		}
	}
	return "", forbidden(operation)
}

func forbidden(operation string) error {
	return fault.New(fault.Forbidden, "access.forbidden", fault.Params{"operation": operation})
}

// rows is the table by operation; nothing changes it.
var rows = func() map[string]Row {
	byOperation := map[string]Row{}
	for _, row := range Table() {
		byOperation[row.Operation] = row
	}
	return byOperation
}()

func find(operation string) (Row, bool) {
	row, ok := rows[operation]
	return row, ok
}

func listed(list []string, id string) bool {
	return slices.Contains(list, Everything) || slices.Contains(list, id)
}
