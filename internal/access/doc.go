// Package access says who somebody is and what they may do.
//
// It owns the permission table, login by OpenID Connect, sessions, logout here
// and at the provider, API tokens, and the grants that an administrator keeps.
// It does not know what an operation does: each slice asks Person.Permit. Routes
// hands its pages to web, which puts Authenticate before every other route.
package access
