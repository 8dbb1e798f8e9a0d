package database

import (
	"context"
	"errors"
	"io"
	"net"

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
