// Package web is the HTTP engine: routes with their permissions, problem
// documents, reading as of an instant, caching by the log's head, the security
// headers and the embedded page app.
//
// It owns what every request goes through and how an error becomes a status.
// It does not know what a contract says or what a fact means: slices register
// typed handlers, and who may do what is asked of the person that the
// authenticator names.
package web
