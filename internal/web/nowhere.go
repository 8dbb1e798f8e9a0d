package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"opfyldt/internal/fault"
)

// noRoute answers what no route has: a problem under /api, the page app
// elsewhere.
func (r *Router) noRoute(c *gin.Context) {
	path, method := c.Request.URL.Path, c.Request.Method
	if strings.HasPrefix(path, "/api/") || path == "/api" {
		r.problems.write(c, fault.New(fault.NotFound, "web.no_route", nil))
		return
	}
	if method != http.MethodGet && method != http.MethodHead {
		r.noMethod(c)
		return
	}
	r.page(c)
}

// noMethod answers a path that is there with a method that is not.
func (r *Router) noMethod(c *gin.Context) {
	problem := r.problems.render(c.Request.Context(), fault.New(fault.Invalid, "web.no_method", nil))
	problem.Status = http.StatusMethodNotAllowed
	r.problems.send(c, problem)
}
