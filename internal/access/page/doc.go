// Package page writes the few pages that stand before the page app: the
// development provider's login, a login that failed, being logged out.
//
// It owns their markup, their style sheet and their headers (no script, nothing
// from elsewhere). What they say comes from the catalogue.
package page
