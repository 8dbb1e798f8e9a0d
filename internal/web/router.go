package web

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"opfyldt/internal/ledger"
)

// Options are what the engine needs from the app.
type Options struct {
	Version       string
	Build         string // differs where answers may; Version where empty
	Clock         func() time.Time
	Log           *slog.Logger
	Authenticator Authenticator
	// Known reports whether the permission table has the operation.
	Known func(operation string) bool
	// Heads answers the version of everything under a contract.
	Heads Heads
	// ShowFact writes a fact as the API shows it, for the problem that a stale
	// form gets; nil shows the fact's body.
	ShowFact func(ctx context.Context, f ledger.Fact) any
	// Unavailable reports whether an error means that the database cannot be
	// reached, which is answered with 503.
	Unavailable func(err error) bool
	// Ready fails while the service cannot answer.
	Ready func(ctx context.Context) error
	// Metrics is where the engine counts and what /metrics shows; nil makes one.
	Metrics *prometheus.Registry
	// MetricsApart keeps /metrics off the router; MetricsHandler serves it
	// somewhere else.
	MetricsApart bool
	// Assets is the built page app; nil or empty shows a plain page.
	Assets fs.FS
	// HTTPS says that people reach the service by https.
	HTTPS bool
	// Ours reports whether an origin ("https://opfyldt.example") is one that people
	// reach the service by; nil takes every one.
	Ours func(origin string) bool
	// FormTargets are origins that a form may lead to beside our own: the login
	// provider's, for logging out there.
	FormTargets []string
	// CacheBytes bounds the kept answers; 32 MiB where zero.
	CacheBytes int64
}

// Router takes routes and becomes the handler that serves them.
type Router struct {
	opts       Options
	engine     *gin.Engine
	api        huma.API
	problems   *problems
	heads      *heads
	cache      *cache
	metrics    *metrics
	encoders   *encoders
	origins    *http.CrossOriginProtection
	protective http.Header
	assets     *assets
	routes     []Registered
	ids        []string
	errs       []error
}

// New makes a router without routes of its own but those of the engine itself:
// the API's description, health and metrics.
func New(opts Options) *Router {
	fillIn(&opts)
	gin.SetMode(gin.ReleaseMode) // gin would print every route
	r := &Router{opts: opts, engine: gin.New()}
	r.problems = &problems{log: opts.Log, unavailable: opts.Unavailable, showFact: opts.ShowFact}
	r.heads = newHeads(opts.Heads)
	r.cache = newCache(opts.CacheBytes)
	r.metrics = newMetrics(opts.Metrics)
	r.encoders = newEncoders()
	r.origins = http.NewCrossOriginProtection()
	r.protective = protectiveHeaders(opts)
	r.assets = newAssets(opts.Assets, r.encoders)
	r.engine.HandleMethodNotAllowed = true
	r.engine.RedirectTrailingSlash = false
	r.engine.UseRawPath = true
	r.engine.Use(r.begin, r.recover, r.protect, r.host, r.address, r.crossOrigin, r.compress)
	r.api = humagin.New(r.engine, apiConfig(r.problems))
	r.engine.NoRoute(r.noRoute)
	r.engine.NoMethod(r.noMethod)
	r.serveDescription()
	r.serveHealth()
	return r
}

func fillIn(o *Options) {
	if o.Build == "" {
		o.Build = o.Version
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Known == nil {
		o.Known = func(string) bool { return false }
	}
	if o.Unavailable == nil {
		o.Unavailable = func(error) bool { return false }
	}
	if o.Ours == nil {
		o.Ours = func(string) bool { return true }
	}
	if o.Ready == nil {
		o.Ready = func(context.Context) error { return nil }
	}
	if o.Metrics == nil {
		o.Metrics = prometheus.NewRegistry()
	}
	if o.CacheBytes == 0 {
		o.CacheBytes = 32 << 20
	}
}

// Mount adds a plain handler for a prefix and everything below it: "/auth/".
// It answers without a login of ours; it is the login.
func (r *Router) Mount(prefix string, h http.Handler) {
	r.engine.Any(prefix+"*rest", gin.WrapH(h))
	r.routes = append(r.routes, Registered{Method: "ANY", Path: prefix, Public: true})
}

// MetricsHandler shows what was counted.
func (r *Router) MetricsHandler() http.Handler {
	return promhttp.HandlerFor(r.opts.Metrics, promhttp.HandlerOpts{DisableCompression: true})
}

// Routes lists what was registered, in order.
func (r *Router) Routes() []Registered { return r.routes }

func (r *Router) refuse(err error) { r.errs = append(r.errs, err) }

// Handler returns the engine, or every reason why it cannot start.
func (r *Router) Handler() (http.Handler, error) {
	if err := errors.Join(r.errs...); err != nil {
		return nil, err
	}
	tidy(r.api.OpenAPI().Components.Schemas)
	return http.HandlerFunc(r.serve), nil
}

// serve answers HEAD wherever GET is answered: as GET, of which the server sends
// the head alone. Pages and the login know HEAD themselves.
func (r *Router) serve(w http.ResponseWriter, q *http.Request) {
	if q.Method == http.MethodHead && (probes[q.URL.Path] || strings.HasPrefix(q.URL.Path, "/api/")) {
		q = q.WithContext(q.Context())
		q.Method = http.MethodGet
	}
	r.engine.ServeHTTP(w, q)
}
