package web

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"opfyldt/internal/fault"
	"opfyldt/internal/intake"
)

const (
	// maxBody is the largest body taken where the route names no other.
	maxBody = 1 << 20
	// bodyPatience is how long each maxBody of a body may take to come in.
	bodyPatience = 5 * time.Second
)

// address refuses a path or a query with what no text may hold, before anybody
// reads it or repeats it in an answer. Outside the API nothing is kept of an
// address, and a login's code may look like a person number by chance.
func (r *Router) address(c *gin.Context) {
	refused := intake.Unsound
	if strings.HasPrefix(c.Request.URL.Path, apiPrefix+"/") {
		refused = intake.Refused
	}
	if err := fault.Fields(append(wrongPath(c, refused), wrongQuery(c.Request.URL, refused)...)...); err != nil {
		r.problems.write(c, err)
		return
	}
	c.Next()
}

func wrongPath(c *gin.Context, refused func(string) string) []fault.Field {
	for _, p := range c.Params {
		if code := refused(p.Value); code != "" {
			return []fault.Field{{Path: "path." + p.Key, Code: code}}
		}
	}
	if code := refused(c.Request.URL.Path); code != "" && len(c.Params) == 0 {
		return []fault.Field{{Path: "path", Code: code}}
	}
	return nil
}

func wrongQuery(u *url.URL, refused func(string) string) (wrong []fault.Field) {
	if u.RawQuery == "" {
		return nil
	}
	for name, values := range u.Query() {
		if code := refused(name); code != "" {
			wrong = append(wrong, fault.Field{Path: "query", Code: code})
			name = intake.Hidden
		}
		for _, value := range values {
			if code := refused(value); code != "" {
				wrong = append(wrong, fault.Field{Path: "query." + name, Code: code})
			}
		}
	}
	slices.SortFunc(wrong, func(a, b fault.Field) int { return strings.Compare(a.Path, b.Path) })
	return wrong
}

// takeIn prepares a request's body for its handler.
func (r *Router) takeIn(ctx huma.Context, c *gin.Context, route Route) error {
	switch {
	case !route.writes():
		return nil
	case route.Upload:
		r.patience(ctx, uploadPatience)
		if route.Staged {
			r.longAnswer(c)
		}
		return nil
	}
	return r.body(ctx, c, route)
}

// patience bounds the time for the body to come in.
func (r *Router) patience(ctx huma.Context, d time.Duration) {
	if err := ctx.SetReadDeadline(time.Now().Add(d)); err != nil {
		r.opts.Log.Debug("bound the time to read a body", "error", err)
	}
}

// longAnswer puts the end of the time for the answer off: a file of a million rows
// is worked on for longer than other requests.
func (r *Router) longAnswer(c *gin.Context) {
	if err := http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(workPatience)); err != nil {
		r.opts.Log.Debug("bound the time to answer", "error", err)
	}
}

// body reads a JSON body and refuses what no document may hold, before the
// handler or the ledger sees it. A body of another media type is the handler's
// own to read, where it takes one.
func (r *Router) body(ctx huma.Context, c *gin.Context, route Route) error {
	if c.Request.ContentLength == 0 {
		return nil
	}
	media, params, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if charset := params["charset"]; err != nil || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return fault.Fields(fault.Field{Path: "header.Content-Type", Code: "validation.content_type"})
	}
	if media != "application/json" {
		return nil
	}
	most := route.MaxBody
	if most == 0 {
		most = maxBody
	}
	r.patience(ctx, time.Duration(max(1, most/maxBody))*bodyPatience)
	raw, err := io.ReadAll(io.LimitReader(c.Request.Body, most+1))
	if err != nil {
		return fault.New(fault.Invalid, "web.body_unread", nil).Because(err)
	}
	if int64(len(raw)) > most {
		return fault.New(fault.TooLarge, "web.body_too_large", nil)
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(raw))
	return fault.Fields(intake.Document(raw, "body")...)
}
