// Package devprovider is an OpenID provider for a developer's own machine: seven
// users, one click, no passwords.
//
// It owns the users and the page they are chosen on; the protocol is
// zitadel/oidc's. It runs on loopback only and refuses anything else. Its keys
// are made at start and its memory ends with the program.
package devprovider
