// Package visit remembers when a person last looked at a contract, so that its
// page can say what has changed since.
//
// It owns what counts as one visit: looks with no more than an hour between
// them. While a visit lasts, what was news at its beginning stays news, however
// often the page is loaded anew. A visit is no fact: it says nothing of the
// contract, is seen by the person alone, and may be lost.
package visit
