package app

import (
	"fmt"
	"net/http"

	"opfyldt/internal/access"
	"opfyldt/internal/access/devprovider"
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

// known reports whether the permission table has the operation.
func known(operation string) bool {
	for _, row := range access.Table() {
		if row.Operation == operation {
			return true
		}
	}
	return false
}
