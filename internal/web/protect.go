package web

import (
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

// crossOrigin refuses what another site's page makes a browser send. A request
// with an Authorization header cannot come from one: browsers ask before they
// send that, and we do not answer.
func (r *Router) crossOrigin(c *gin.Context) {
	if c.GetHeader("Authorization") == "" {
		if err := r.origins.Check(c.Request); err != nil {
			r.problems.write(c, fault.New(fault.Forbidden, "web.cross_origin", nil).Because(err))
			return
		}
	}
	c.Next()
}
