package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// Problem is the one document that errors are told by (RFC 9457).
type Problem struct {
	Type      string         `json:"type" doc:"Names the kind of problem." example:"urn:opfyldt:problem:invalid"`
	Title     string         `json:"title" doc:"What is wrong, in a few words of the request's language."`
	Status    int            `json:"status"`
	Detail    string         `json:"detail" doc:"What is wrong and what to do about it."`
	Code      string         `json:"code" doc:"The same for the same cause in every language." example:"web.unauthenticated"`
	Errors    []ProblemField `json:"errors" doc:"The places in the request that are wrong."`
	RequestID string         `json:"requestId" doc:"Names this request in the service's log."`
	Current   any            `json:"current,omitempty" doc:"On 409: the fact that came in between."`
	Proposed  any            `json:"proposed,omitempty" doc:"On 409: what was to be written."`
}

// ProblemField is one place in the request that is wrong.
type ProblemField struct {
	Location string `json:"location" example:"body.done"`
	Message  string `json:"message"`
}

// problemType is the media type of a Problem.
const problemType = "application/problem+json"

// Error, GetStatus and ContentType make a Problem an answer that huma writes.
func (p *Problem) Error() string { return p.Code }

// GetStatus returns the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType says that a Problem is one.
func (p *Problem) ContentType(string) string { return problemType }

// statuses is the only place where a kind of fault becomes a status.
var statuses = map[fault.Kind]struct {
	status int
	name   string
}{
	fault.Internal:        {http.StatusInternalServerError, "internal"},
	fault.Invalid:         {http.StatusUnprocessableEntity, "invalid"},
	fault.Unauthenticated: {http.StatusUnauthorized, "unauthenticated"},
	fault.Forbidden:       {http.StatusForbidden, "forbidden"},
	fault.NotFound:        {http.StatusNotFound, "not_found"},
	fault.Conflict:        {http.StatusConflict, "conflict"},
	fault.TooLarge:        {http.StatusRequestEntityTooLarge, "too_large"},
	fault.Unavailable:     {http.StatusServiceUnavailable, "unavailable"},
}

// problems makes problem documents of errors.
type problems struct {
	log         *slog.Logger
	unavailable func(error) bool
	showFact    func(ctx context.Context, f ledger.Fact) any
}

// from writes any error as the problem that the request's reader may see. What
// is no fault is ours: its words go to the log alone.
func (p *problems) from(ctx context.Context, err error) *Problem {
	if done, ok := errors.AsType[*Problem](err); ok {
		return done
	}
	requestFrom(ctx).cause = err
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Kind == fault.Internal {
		f = p.inner(ctx, err)
	}
	return p.render(ctx, f)
}

// inner is what a reader is told of an error that is no fault of theirs.
func (p *problems) inner(ctx context.Context, err error) *fault.Error {
	gone := errors.Is(err, context.Canceled) && ctx.Err() != nil // nobody reads the answer
	if gone || p.unavailable != nil && p.unavailable(err) {
		return fault.New(fault.Unavailable, "web.unavailable", nil)
	}
	return fault.New(fault.Internal, "web.internal", nil)
}

// render puts a fault into words.
func (p *problems) render(ctx context.Context, f *fault.Error) *Problem {
	lang, kind := Language(ctx), statuses[f.Kind]
	out := &Problem{
		Type:      "urn:opfyldt:problem:" + kind.name,
		Title:     catalogue.Text(lang, "problem."+kind.name, nil),
		Status:    status(kind.status, f),
		Detail:    catalogue.Text(lang, f.Code, f.Params),
		Code:      f.Code,
		Errors:    []ProblemField{},
		RequestID: RequestID(ctx),
	}
	for _, field := range f.Fields {
		out.Errors = append(out.Errors, ProblemField{field.Path, catalogue.Text(lang, field.Code, field.Params)})
	}
	if stale, ok := f.Detail.(ledger.Stale); ok {
		out.Current, out.Proposed = p.current(ctx, stale.Current), proposed(stale.Proposed)
	}
	return out
}

// current is the fact that came in between, as the API shows facts.
func (p *problems) current(ctx context.Context, f *ledger.Fact) any {
	switch {
	case f == nil:
		return nil
	case p.showFact != nil:
		return p.showFact(ctx, *f)
	}
	return json.RawMessage(f.Body)
}

// proposed is what was to be written, in the words of the API.
func proposed(s ledger.Submission) any {
	return map[string]any{"id": s.ID, "kind": s.Kind, "subject": s.Subject, "day": s.Day.String(), "expects": s.Expects, "body": s.Body}
}

// responses documents the problem beside an operation's success.
func (p *problems) responses(registry huma.Registry) map[string]*huma.Response {
	schema := registry.Schema(problemReflectType, true, "Problem")
	return map[string]*huma.Response{"default": {
		Description: "A problem, in the request's language",
		Content:     map[string]*huma.MediaType{problemType: {Schema: schema}},
	}}
}

// write sends an error as a problem, outside of huma.
func (p *problems) write(c *gin.Context, err error) {
	p.send(c, p.from(c.Request.Context(), err))
}

func (p *problems) send(c *gin.Context, problem *Problem) {
	body, err := json.Marshal(problem)
	if err != nil {
		p.log.Error("write problem", "request", problem.RequestID, "error", err)
	}
	c.Abort()
	c.Header("Cache-Control", "no-store")
	c.Header("Content-Language", Language(c.Request.Context()))
	switch problem.Status {
	case http.StatusUnauthorized:
		c.Header("WWW-Authenticate", "Bearer")
	case http.StatusServiceUnavailable:
		c.Header("Retry-After", "1")
	}
	c.Data(problem.Status, problemType, body)
}
