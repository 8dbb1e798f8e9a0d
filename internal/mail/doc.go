// Package mail sends what facts cause to be told.
//
// It owns the queue of mails, which are written in the fact's own transaction and
// sent by a job, tried again while the server is away, and the outbox in which they
// stay where no server is named. It does not know what a mail is about.
package mail
