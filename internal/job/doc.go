// Package job runs the work that nobody waits for: again and again, beside the
// requests, and knows how each kind of it last went.
//
// It owns when a job runs and what came of it on this instance. It does not know
// what any of them does: the app hands them in.
package job
