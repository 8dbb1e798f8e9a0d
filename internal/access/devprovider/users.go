package devprovider

import "opfyldt/internal/access"

// User is one of the people who can be chosen.
type User struct {
	Subject string
	Name    string // invented
	Role    access.Role
	Goals   []string
}

// Users lists the seven: one of each role, a second auditor, because nobody
// verifies what they recorded themselves, and a second of management, because
// nobody approves what they proposed themselves.
func Users() []User {
	return []User{
		{"lead", "Line Lund", access.Lead, []string{access.Everything}},
		{"auditor", "Anders Aagaard", access.Auditor, nil},
		{"auditor2", "Birthe Bang", access.Auditor, nil},
		{"management", "Mette Munk", access.Management, nil},
		{"management2", "Helle Holm", access.Management, nil},
		{"department", "Dorte Dahl", access.Department, nil},
		{"admin", "Asger Aas", access.Admin, nil},
	}
}

// Person returns the user as they are once logged in, for the demo's story.
func Person(subject string) (access.Person, bool) {
	u, ok := find(subject)
	return access.Person{
		ID: u.Subject, FullName: u.Name, Roles: []access.Role{u.Role},
		Goals: u.Goals, Contracts: []string{access.Everything},
	}, ok
}

func find(subject string) (User, bool) {
	for _, u := range Users() {
		if u.Subject == subject {
			return u, true
		}
	}
	return User{}, false
}
