package app

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/discussion"
	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// authenticator lets web ask access who sends a request.
type authenticator struct{ access *access.Service }

// Authenticate implements web.Authenticator.
func (a authenticator) Authenticate(r *http.Request) (web.Person, error) {
	p, err := a.access.Authenticate(r)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// developmentPerson answers who a user of the development provider is.
func developmentPerson(user string) (ledger.Person, error) {
	p, ok := devprovider.Person(user)
	if !ok {
		return nil, fmt.Errorf("find development user %q: there is none", user)
	}
	return p, nil
}

// askable lists who sees the contract and may answer in it: who has logged in and,
// where the development provider is, everyone who could.
func (a *App) askable(ctx context.Context, contractID string) ([]discussion.Person, error) {
	return a.able(ctx, "discussion.write", contractID)
}

// auditing lists who may take part in the contract's spot checks.
func (a *App) auditing(ctx context.Context, contractID string) ([]discussion.Person, error) {
	return a.able(ctx, "spotcheck.plan", contractID)
}

// able lists who may do something in the contract.
func (a *App) able(ctx context.Context, operation, contractID string) ([]discussion.Person, error) {
	known, err := a.access.People(ctx)
	if err != nil {
		return nil, err
	}
	var all []access.Person
	for _, k := range known {
		all = append(all, k.Now)
	}
	if a.config.Development() {
		for _, u := range devprovider.Users() {
			if !slices.ContainsFunc(all, func(p access.Person) bool { return p.ID == u.Subject }) {
				p, _ := devprovider.Person(u.Subject)
				all = append(all, p)
			}
		}
	}
	var people []discussion.Person
	for _, p := range all {
		if p.May(operation, contractID) == nil {
			people = append(people, discussion.Person{Subject: p.ID, Name: p.FullName})
		}
	}
	return people, nil
}

// known reports whether the permission table has the operation.
func known(operation string) bool {
	for _, row := range access.Table() {
		if row.Operation == operation {
			return true
		}
	}
	return false
}
