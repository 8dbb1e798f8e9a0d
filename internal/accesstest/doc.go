// Package accesstest boots login for tests: a server with the access service on
// a real database, the development provider or another beside it, a clock to
// turn and a browser with cookies.
//
// It owns no rules. Tests outside access take a logged-in browser from it.
package accesstest
