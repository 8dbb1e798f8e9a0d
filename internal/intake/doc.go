// Package intake says what no text that comes from outside may hold: bytes that
// are no UTF-8, the NUL that no database keeps, and person numbers; and what no
// JSON document may be: one with a member named twice, with numbers that are not
// kept exactly, or nested without end (I-JSON, RFC 7493).
//
// It is pure and names the place without showing what stands there. What a text
// means is its reader's to judge.
package intake
