package demo

// Next is what the story's agency may call its contract for the year after, once
// somebody writes it.
const Next = "cpr-2015"

// Sees lists the contracts that a development user sees: those who look after
// the story's own see that one and the next year's alone, the department and the
// administrator see all.
func Sees(user string) []string {
	switch user {
	case "lead", "auditor", "auditor2", "management", "management2":
		return []string{ContractID, Next}
	}
	return []string{"*"}
}
