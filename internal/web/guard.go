package web

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"opfyldt/internal/fault"
)

// chain is what a typed route goes through before its input is read.
func (r *Router) chain(route Route) huma.Middlewares {
	var steps huma.Middlewares
	steps = append(steps, func(ctx huma.Context, next func(huma.Context)) {
		c := humagin.Unwrap(ctx)
		requestFrom(c.Request.Context()).route = apiPrefix + route.Path
		if err := r.guard(ctx, route); err != nil {
			r.problems.write(c, err)
			return
		}
		if err := r.takeIn(ctx, c, route); err != nil {
			r.problems.write(c, err)
			return
		}
		if route.writes() && route.ofContract() {
			r.markFresh(c)
			defer r.heads.forget(c.Param("contract"))
		}
		next(ctx)
	})
	if route.tagged() {
		return append(steps, r.byHead(route))
	}
	if route.Staged {
		steps = append(steps, r.byStages)
	}
	return append(steps, func(ctx huma.Context, next func(huma.Context)) {
		ctx.SetHeader("Cache-Control", "no-store")
		next(asTold{ctx})
	})
}

// guard lets through who may do the operation on the contract. A contract that
// is not the person's is not there for them. Whether a goal is theirs is asked
// where the goal is known: when the fact is recorded.
func (r *Router) guard(ctx huma.Context, route Route) error {
	if route.writes() && ctx.Query("asOf") != "" {
		return fault.Fields(fault.Field{Path: "query.asOf", Code: "web.asof_write"})
	}
	if dry := ctx.Header(dryRunHeader); dry != "" && route.writes() {
		if dry != "true" || !route.DryRun {
			return fault.Fields(fault.Field{Path: "header." + dryRunHeader, Code: "web.dry_run"})
		}
		requestFrom(humagin.Unwrap(ctx).Request.Context()).dry = true
	}
	if route.Public {
		return nil
	}
	c := humagin.Unwrap(ctx)
	person, err := r.opts.Authenticator.Authenticate(c.Request)
	if err != nil {
		return err
	}
	requestFrom(c.Request.Context()).person = person
	contractID := c.Param("contract")
	if route.ofContract() && !person.Sees(contractID) {
		return fault.New(fault.NotFound, "web.contract_not_found", nil)
	}
	return person.May(route.Operation, contractID)
}

// markFresh tells the browser's next reads, here or at another instance, to
// look at the log first.
func (r *Router) markFresh(c *gin.Context) {
	if c.GetHeader("Authorization") != "" {
		return
	}
	http.SetCookie(c.Writer, &http.Cookie{
		Name: freshCookie, Value: "1", Path: apiPrefix + "/", MaxAge: 2,
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.opts.HTTPS,
	})
}
