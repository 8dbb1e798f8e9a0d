package record

import "strings"

// Mark stands in a subject between the id of what the contract names and the name
// of what people added to it, so that the subject alone says where it belongs.
const Mark = "~"

// Letters makes a name from a fact's id: its last part, which is the random one,
// in letters alone, because ten digits of it might be taken for a person number.
func Letters(fact string) string {
	letters := func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + 'g'
		}
		return r
	}
	return strings.Map(letters, strings.ToLower(fact[strings.LastIndex(fact, "-")+1:]))
}
