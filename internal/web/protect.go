package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"opfyldt/internal/fault"
)

// csp is what a page of ours may do: run and show what we serve, talk to us,
// and nothing else.
func csp(formTargets []string) string {
	forms := strings.Join(append([]string{"'self'"}, formTargets...), " ")
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"form-action " + forms,
		"frame-ancestors 'none'",
		"base-uri 'none'",
	}, "; ")
}

// protectiveHeaders are sent with every answer. The values are made once and
// shared: nothing below writes to them.
func protectiveHeaders(o Options) http.Header {
	h := http.Header{
		"Content-Security-Policy":      {csp(o.FormTargets)},
		"X-Content-Type-Options":       {"nosniff"},
		"X-Frame-Options":              {"DENY"},
		"Referrer-Policy":              {"same-origin"},
		"Permissions-Policy":           {"camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
		"Cross-Origin-Opener-Policy":   {"same-origin"},
		"Cross-Origin-Resource-Policy": {"same-origin"},
	}
	if o.HTTPS {
		h["Strict-Transport-Security"] = []string{"max-age=31536000; includeSubDomains"}
	}
	return h
}

func (r *Router) protect(c *gin.Context) {
	h := c.Writer.Header()
	for name, values := range r.protective {
		h[name] = values
	}
	c.Next()
}

// probes are asked by machines, which know the service by its number alone.
var probes = map[string]bool{"/healthz": true, "/readyz": true, "/metrics": true}

// host refuses a request under a name that is not ours: a page whose name was
// made to lead here would otherwise pass for one of our own.
func (r *Router) host(c *gin.Context) {
	scheme := "http://"
	if r.opts.HTTPS {
		scheme = "https://"
	}
	if !probes[c.Request.URL.Path] && !r.opts.Ours(scheme+c.Request.Host) {
		problem := r.problems.render(c.Request.Context(), fault.New(fault.Invalid, "web.host", nil))
		problem.Status = http.StatusMisdirectedRequest
		r.problems.send(c, problem)
		return
	}
	c.Next()
}

// crossOrigin refuses what another site's page makes a browser send. A request
// with an Authorization header cannot come from one: browsers ask before they
// send that, and we do not answer.
func (r *Router) crossOrigin(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		if err := r.foreign(c.Request); err != nil {
			r.problems.write(c, fault.New(fault.Forbidden, "web.cross_origin", nil).Because(err))
			return
		}
	}
	c.Next()
}

// foreign fails for a request that another site's page sent, or one of our name
// over another scheme.
func (r *Router) foreign(req *http.Request) error {
	if err := r.origins.Check(req); err != nil {
		return err
	}
	safe := req.Method == http.MethodGet || req.Method == http.MethodHead || req.Method == http.MethodOptions
	if origin := req.Header.Get("Origin"); !safe && origin != "" && !r.opts.Ours(origin) {
		return errors.New("the origin is not ours")
	}
	return nil
}
