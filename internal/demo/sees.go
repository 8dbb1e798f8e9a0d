package demo

// Sees lists the contracts that a development user sees: those who look after
// the story's own see that one alone, the department and the administrator see
// all.
func Sees(user string) []string {
	switch user {
	case "lead", "auditor", "auditor2", "management", "management2":
		return []string{ContractID}
	}
	return []string{"*"}
}
