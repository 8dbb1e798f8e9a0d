package web

import (
	"net/http"
	"slices"
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

// noMethod answers a path that is there with a method that is not; OPTIONS asks
// which there are.
func (r *Router) noMethod(c *gin.Context) {
	c.Header("Allow", allowed(c.Writer.Header().Get("Allow")))
	if c.Request.Method == http.MethodOptions {
		c.AbortWithStatus(http.StatusNoContent)
		return
	}
	problem := r.problems.render(c.Request.Context(), fault.New(fault.Invalid, "web.no_method", nil))
	problem.Status = http.StatusMethodNotAllowed
	r.problems.send(c, problem)
}

// allowed adds to the methods of a path's routes those that are answered
// everywhere; pages, which have no route, are read.
func allowed(routes string) string {
	if routes == "" {
		routes = http.MethodGet
	}
	var all []string
	for method := range strings.SplitSeq(routes, ",") {
		method = strings.TrimSpace(method)
		all = append(all, method)
		if method == http.MethodGet {
			all = append(all, http.MethodHead)
		}
	}
	slices.Sort(all)
	return strings.Join(append(slices.Compact(all), http.MethodOptions), ", ")
}
