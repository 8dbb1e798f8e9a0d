package web

import (
	"context"
	"net/http"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// Person is who sends a request, with the rights to be asked about.
type Person interface {
	ledger.Person
	// Sees reports whether the contract is one of the person's.
	Sees(contractID string) bool
	// May answers nil where one of the person's roles allows the operation in
	// the contract (empty: in any), on some goal at least, and fault.Forbidden
	// otherwise.
	May(operation, contractID string) error
	// Rights is a key that two persons share only when they are the same person
	// with the same rights; a page kept for one key is never sent to another.
	Rights() string
}

// Authenticator names the person behind a request, by session or API token, or
// fails with fault.Unauthenticated.
type Authenticator interface {
	Authenticate(r *http.Request) (Person, error)
}

// PersonFrom returns the person whom the request was authenticated as; nil on a
// public route.
func PersonFrom(ctx context.Context) Person {
	return requestFrom(ctx).person
}

// MustPerson is PersonFrom for handlers that need somebody; it fails with
// fault.Unauthenticated where there is nobody.
func MustPerson(ctx context.Context) (Person, error) {
	if p := PersonFrom(ctx); p != nil {
		return p, nil
	}
	return nil, fault.New(fault.Unauthenticated, "web.unauthenticated", nil)
}
