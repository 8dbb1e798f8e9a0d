package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
)

// requestIDHeader carries the request's id, out and, from a proxy, in.
const requestIDHeader = "X-Request-Id"

// begin makes the request's state, and when it has been answered counts it and
// writes one line of log.
func (r *Router) begin(c *gin.Context) {
	start := time.Now()
	req := &request{
		id:   requestID(c.GetHeader(requestIDHeader)),
		lang: catalogue.Match(c.GetHeader("Accept-Language")),
		now:  r.opts.Clock().UTC(),
	}
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), requestKey{}, req))
	c.Header(requestIDHeader, req.id)
	c.Next()
	took := time.Since(start)
	r.metrics.observe(c.Request.Method, routeName(c, req), c.Writer.Status(), took)
	r.report(c, req, took)
}

// requestID takes over a proxy's id where it is plainly one, and makes one
// otherwise.
func requestID(given string) string {
	if len(given) >= 8 && len(given) <= 64 {
		for i := range len(given) {
			if !isIDByte(given[i]) {
				return newID()
			}
		}
		return given
	}
	return newID()
}

func isIDByte(b byte) bool {
	return b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func newID() string {
	var b [8]byte
	rand.Read(b[:]) //nolint:errcheck // never fails, by its documentation
	return hex.EncodeToString(b[:])
}

// routeName is the template of the path, never the path itself.
func routeName(c *gin.Context, req *request) string {
	if req.route != "" {
		return req.route
	}
	if name := c.FullPath(); name != "" {
		return name
	}
	return "page"
}

// report logs what an operator wants to see: what changed something, what
// failed, and, when asked for with the debug level, everything else. No path,
// no query, no person.
func (r *Router) report(c *gin.Context, req *request, took time.Duration) {
	level, status := slog.LevelDebug, c.Writer.Status()
	switch {
	case errors.Is(req.cause, context.Canceled): // the client went away
	case status >= http.StatusInternalServerError:
		level = slog.LevelError
	case status >= http.StatusBadRequest, c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead:
		level = slog.LevelInfo
	}
	if !r.opts.Log.Enabled(c.Request.Context(), level) {
		return
	}
	attrs := []slog.Attr{
		slog.String("request", req.id),
		slog.String("method", c.Request.Method),
		slog.String("route", routeName(c, req)),
		slog.Int("status", status),
		slog.Duration("took", took),
	}
	if req.cause != nil {
		attrs = append(attrs, slog.String("cause", cause(req.cause)))
	}
	r.opts.Log.LogAttrs(c.Request.Context(), level, "request", attrs...)
}

// cause writes an error for the log. A fault about the input is told by its
// codes alone, each with the part of the request that it is about: parameters
// and the names on a path may repeat what somebody wrote.
func cause(err error) string {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Kind == fault.Internal || f.Kind == fault.Unavailable {
		return err.Error()
	}
	text := f.Code
	for _, field := range f.Fields {
		part, _, _ := strings.Cut(field.Path, ".")
		text += "; " + part + ": " + field.Code
	}
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return text
}

// recover answers 500 for a panic in a handler and logs where it came from.
func (r *Router) recover(c *gin.Context) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(p)
		}
		req := requestFrom(c.Request.Context())
		r.opts.Log.Error("panic", "request", req.id, "route", routeName(c, req), "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		if c.Writer.Written() {
			c.Abort()
			return
		}
		r.problems.write(c, fmt.Errorf("handle %s: panic: %v", routeName(c, req), p))
	}()
	c.Next()
}
