package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"opfyldt/internal/calendar"
)

// freshCookie marks a browser that has just written, so that every instance of
// the service looks at the log before it answers it.
const freshCookie = "opfyldt-fresh"

// byHead answers a read by the version of the logs that it rests on: 304 where
// the reader has it, the kept answer where there is one, and the handler's
// otherwise.
func (r *Router) byHead(route Route) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		c := humagin.Unwrap(ctx)
		head, err := r.headOf(c, route)
		if err != nil {
			r.problems.write(c, err)
			return
		}
		tag := r.tag(c.Request, route, head)
		if matches(c.GetHeader("If-None-Match"), tag) {
			r.unchanged(c, tag)
			return
		}
		if p, ok := r.cache.get(tag); ok {
			r.send(c, p)
			return
		}
		r.render(ctx, c, tag, next)
	}
}

// headOf is the version of everything that the answer rests on: the head of the
// address's contract, or of each contract that the route goes over.
func (r *Router) headOf(c *gin.Context, route Route) (string, error) {
	ctx, strict := c.Request.Context(), mustBeFresh(c.Request)
	if route.Over == nil {
		return r.heads.get(ctx, c.Param("contract"), strict)
	}
	contracts, err := route.Over(ctx, requestFrom(ctx).person)
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, id := range contracts {
		head, err := r.heads.get(ctx, id, strict)
		if err != nil {
			return "", err
		}
		all.WriteString(id + "@" + head + " ")
	}
	return all.String(), nil
}

// mustBeFresh reports whether the reader may have written a moment ago, at this
// instance or another: a browser says so by its cookie, of a machine it is not
// known.
func mustBeFresh(q *http.Request) bool {
	if q.Header.Get("Authorization") != "" {
		return true
	}
	for _, line := range q.Header["Cookie"] {
		if strings.Contains(line, freshCookie+"=") {
			return true
		}
	}
	return false
}

// unchanged answers 304. The reader keeps the headers of the answer it has, so
// those that never change are not sent again.
func (r *Router) unchanged(c *gin.Context, tag string) {
	h := c.Writer.Header()
	for name := range r.protective {
		delete(h, name)
	}
	tagged(h, tag)
	c.Status(http.StatusNotModified)
	c.Writer.WriteHeaderNow()
}

// render lets the handler answer, keeps what it said and sends it.
func (r *Router) render(ctx huma.Context, c *gin.Context, tag string, next func(huma.Context)) {
	rec := &recorder{ResponseWriter: c.Writer, status: http.StatusOK}
	c.Writer = rec
	func() {
		defer func() { c.Writer = rec.ResponseWriter }()
		next(ctx)
	}()
	if rec.status != http.StatusOK {
		c.Header("Cache-Control", "no-store")
		c.Status(rec.status)
		c.Writer.Write(rec.body.Bytes()) //nolint:errcheck // the client is gone
		return
	}
	p := &page{tag: tag, contentType: c.Writer.Header().Get("Content-Type"), body: rec.body.Bytes()}
	r.cache.put(p)
	r.send(c, p)
}

// send writes a kept page in the coding that the reader takes.
func (r *Router) send(c *gin.Context, p *page) {
	body, coding := p.in(negotiate(c.GetHeader("Accept-Encoding")), r.encoders)
	h := c.Writer.Header()
	tagged(h, p.tag)
	h["Content-Type"] = []string{p.contentType}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	w := c.Writer
	if coding != "" {
		h["Content-Encoding"] = []string{coding}
	}
	if cw, ok := w.(*codingWriter); ok {
		w = cw.ResponseWriter
	}
	w.WriteHeader(http.StatusOK)
	w.Write(body) //nolint:errcheck // the client is gone
}

// tagged writes the headers of an answer that may be kept by its reader alone
// and asked about each time.
func tagged(h http.Header, tag string) {
	h["Etag"] = []string{tag}
	h["Cache-Control"] = cacheByTag
	h["Vary"] = varyByReader
}

// Read only, shared by all answers.
var (
	cacheByTag   = []string{"private, no-cache"}
	varyByReader = []string{"Accept-Language, Accept-Encoding, Cookie, Authorization"}
)

// tag names everything that the answer depends on: the program, the address,
// the log's head, the language, the day and, unless all get the same, the
// person. It is weak, since the codings of one answer share it.
func (r *Router) tag(q *http.Request, route Route, head string) string {
	req := requestFrom(q.Context())
	rights := ""
	if !route.Shared {
		rights = req.person.Rights()
	}
	var b [512]byte
	key := b[:0]
	for _, part := range []string{r.opts.Build, q.URL.Path, q.URL.RawQuery, head, req.lang, calendar.DateOf(req.now).String(), rights} {
		key = append(key, part...)
		key = append(key, 0)
	}
	sum := sha256.Sum256(key)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`
}

// matches reports whether If-None-Match names the tag.
func matches(header, tag string) bool {
	if header == "" {
		return false
	}
	if header == tag || header == "*" {
		return true
	}
	for part := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(part), "W/") == tag[2:] {
			return true
		}
	}
	return false
}

// recorder takes an answer down instead of sending it.
type recorder struct {
	gin.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader takes the status down.
func (w *recorder) WriteHeader(status int) { w.status = status }

// WriteHeaderNow has nothing to send yet.
func (w *recorder) WriteHeaderNow() {}

// Write takes the bytes down.
func (w *recorder) Write(p []byte) (int, error) { return w.body.Write(p) }

// WriteString takes the string down.
func (w *recorder) WriteString(s string) (int, error) { return w.body.WriteString(s) }

// Status returns the status taken down.
func (w *recorder) Status() int { return w.status }

// Size returns how many bytes were taken down.
func (w *recorder) Size() int { return w.body.Len() }

// Written reports whether anything was taken down.
func (w *recorder) Written() bool { return w.body.Len() > 0 }

// Flush has nothing to send yet.
func (w *recorder) Flush() {}
