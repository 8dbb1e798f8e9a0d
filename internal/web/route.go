package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// apiPrefix is where the typed routes live.
const apiPrefix = "/api/v1"

// dryRunHeader asks what would come of a request.
const dryRunHeader = "Dry-Run"

// contractParam is the path parameter that names a contract. The engine checks
// that the person has it before anything else is read.
const contractParam = "{contract}"

// Route says where a handler answers and who may ask.
type Route struct {
	Method    string
	Path      string // under /api/v1: "/contracts/{contract}/overview"
	Operation string // the row of the permission table; empty on a Public route only
	Public    bool   // answers without a login
	ID        string // the generated client's name for it: "getOverview"
	Summary   string
	Tag       string
	Status    int // of success; 200 where zero, 201 for a POST that records
	// Shared says that the answer is the same for everyone who may read it, so
	// that one copy serves all. Without it a copy serves its person alone.
	Shared bool
	// Over names the contracts that the answer of a route under no contract rests
	// on; then it is tagged by all their heads. Nil: it is not tagged.
	Over func(ctx context.Context, p Person) ([]string, error)
	// Unkept says that the answer rests on more than logs: it is neither kept nor
	// tagged.
	Unkept bool
	// Media is the media type of the answer where it is not JSON.
	Media string
	// Table says that the answer is a TableFormat's file, which is streamed.
	Table bool
	// Staged says that the handler calls Tell, for who accepts lines of JSON.
	Staged bool
	// Stream says that the handler writes its answer piece by piece: it is
	// neither kept nor tagged.
	Stream bool
	// OwnBody says that the handler's own rules check the body, so that all its
	// mistakes are told at once; the description shows its shape all the same.
	OwnBody bool
	// Upload says that the body is a file, which the handler reads by an embedded
	// web.Upload.
	Upload bool
	// DryRun says that the handler writes nothing where DryRun(ctx) holds. A dry
	// run of any other route is refused.
	DryRun bool
	// MaxBody is the largest body taken, 1 MiB where zero.
	MaxBody int64
}

// Registered is a route as tests walk it and the documents list it.
type Registered struct {
	Method    string
	Path      string // whole: "/api/v1/contracts/{contract}/overview"
	Operation string
	Public    bool
	Upload    bool // the body is a file, of which nothing is refused unread
}

// writes reports whether the route changes something.
func (r Route) writes() bool { return r.Method != http.MethodGet && r.Method != http.MethodHead }

// ofContract reports whether the route is under one contract.
func (r Route) ofContract() bool { return strings.Contains(r.Path, contractParam) }

// tagged reports whether the answer carries an ETag and may be kept.
func (r Route) tagged() bool {
	return r.Method == http.MethodGet && (r.ofContract() || r.Over != nil) && !r.Stream && !r.Table && !r.Unkept
}

// Register adds a typed handler. A route that cannot stand (no operation, an
// unknown one, an id used twice) is an error that Handler returns, so that the
// program does not start with it.
func Register[I, O any](r *Router, route Route, handler func(context.Context, *I) (*O, error)) {
	if err := r.admit(route); err != nil {
		r.refuse(err)
		return
	}
	// huma and gin tell a programming mistake by panicking; the caller gets it
	// as an error beside the others.
	defer func() {
		if p := recover(); p != nil {
			r.refuse(fmt.Errorf("register %s %s: %v", route.Method, route.Path, p))
		}
	}()
	huma.Register(r.api, r.operation(route), func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, r.problems.from(ctx, err)
		}
		return out, nil
	})
	r.routes = append(r.routes, Registered{route.Method, apiPrefix + route.Path, route.Operation, route.Public, route.Upload})
}

// admit checks what no library would: that somebody thought of who may ask.
func (r *Router) admit(route Route) error {
	name := route.Method + " " + route.Path
	switch {
	case route.ID == "":
		return fmt.Errorf("route %s: no id for the generated client", name)
	case slices.Contains(r.ids, route.ID):
		return fmt.Errorf("route %s: id %q is used twice", name, route.ID)
	case route.Public && route.Operation != "":
		return fmt.Errorf("route %s: a public route has no operation, this has %q", name, route.Operation)
	case !route.Public && route.Operation == "":
		return fmt.Errorf("route %s: no operation, so nobody could be asked for permission", name)
	case !route.Public && !r.opts.Known(route.Operation):
		return fmt.Errorf("route %s: operation %q is not in the permission table", name, route.Operation)
	}
	r.ids = append(r.ids, route.ID)
	return nil
}

// operation writes the route for huma.
func (r *Router) operation(route Route) huma.Operation {
	op := huma.Operation{
		OperationID:                  route.ID,
		Method:                       route.Method,
		Path:                         apiPrefix + route.Path,
		Summary:                      route.Summary,
		Tags:                         []string{route.Tag},
		DefaultStatus:                route.Status,
		MaxBodyBytes:                 route.MaxBody,
		SkipValidateBody:             route.OwnBody,
		RejectUnknownQueryParameters: true,
		Middlewares:                  r.chain(route),
		Responses:                    r.problems.responses(r.api.OpenAPI().Components.Schemas),
		Metadata:                     map[string]any{"operation": route.Operation},
	}
	if route.Media != "" {
		op.Responses["200"] = &huma.Response{
			Description: http.StatusText(http.StatusOK),
			Content:     map[string]*huma.MediaType{route.Media: {Schema: &huma.Schema{Type: huma.TypeString}}},
		}
	}
	if route.Table {
		op.Responses["200"] = tableResponse()
	}
	if route.Upload {
		op.RequestBody = uploadBody()
	}
	if route.DryRun {
		op.Parameters = append(op.Parameters, &huma.Param{
			Name: dryRunHeader, In: "header", Schema: &huma.Schema{Type: huma.TypeBoolean},
			Description: "Only ask what would be recorded: the answer is the fact with leaf -1, or the refusal.",
		})
	}
	if !route.Public {
		op.Security = []map[string][]string{{"session": {}}, {"token": {}}}
		op.Extensions = map[string]any{"x-operation": route.Operation}
	}
	return op
}
