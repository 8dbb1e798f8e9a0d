package web

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// readyTimeout bounds the question whether the service can answer.
const readyTimeout = 2 * time.Second

// serveHealth adds what machines ask: is the process alive, can it answer, what
// has it counted.
func (r *Router) serveHealth() {
	r.public(http.MethodGet, "/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
	r.public(http.MethodGet, "/readyz", func(c *gin.Context) {
		ctx, cancel := context.WithTimeout(c.Request.Context(), readyTimeout)
		defer cancel()
		if err := r.opts.Ready(ctx); err != nil {
			requestFrom(c.Request.Context()).cause = err
			c.String(http.StatusServiceUnavailable, "not ready\n")
			return
		}
		c.String(http.StatusOK, "ready\n")
	})
	if !r.opts.MetricsApart {
		r.public(http.MethodGet, "/metrics", gin.WrapH(r.MetricsHandler()))
	}
}
