// Package apptest boots the whole service for tests: every part as it runs in
// earnest, on a database of the test's own, with the development provider and a
// clock that stands in the contract's year.
//
// It owns no rules. It logs people in as a browser does.
package apptest
