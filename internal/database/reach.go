package database

import (
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"opfyldt/internal/fault"
)

// Unavailable reports an error that passes by itself: the server cannot be
// reached, is stopping, went away in the middle, or takes too long.
func Unavailable(err error) bool {
	if fault.KindOf(Fault(err)) == fault.Unavailable {
		return true
	}
	for _, gone := range []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, context.DeadlineExceeded} {
		if errors.Is(err, gone) {
			return true
		}
	}
	_, ok := errors.AsType[*net.OpError](err)
	return ok
}

// connectFailed says once why the server cannot be reached: the driver tells it
// for every address that it tried, twice where the server is asked with and
// without encryption.
func connectFailed(err error) error {
	var lines []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if line = strings.TrimSpace(line); line != "" && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return &unreachable{strings.Join(lines, "\n  "), err}
}

// unreachable is an error in fewer words.
type unreachable struct {
	text string
	err  error
}

func (u *unreachable) Error() string { return "connect to the database: " + u.text }

func (u *unreachable) Unwrap() error { return u.err }
