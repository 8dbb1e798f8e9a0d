package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"path"
	"reflect"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// apiVersion is the API's, not the program's: it changes when a client must.
const apiVersion = "1"

// apiConfig sets huma up: no pages of its own, our names for types, our words
// for errors.
func apiConfig(p *problems) huma.Config {
	c := huma.DefaultConfig("Opfyldt", apiVersion)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", "", nil
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaNamer())
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "apiKey", In: "cookie", Name: "__Host-opfyldt", Description: "The session that a login at the OpenID provider begins: /auth/login."},
		"token":   {Type: "http", Scheme: "bearer", Description: "An API token, made under /api/v1/tokens."},
	}
	c.Info.Description = "Tracks performance contracts: what was agreed, what happened, and the score that follows. Errors are problem documents (RFC 9457) in the language of Accept-Language."
	c.Transformers = []huma.Transformer{p.translate}
	return c
}

// schemaNamer names a type by its own name, and by its package's too where
// another package has the name already. Routes are registered in a fixed order,
// so the names are the same each time.
func schemaNamer() func(reflect.Type, string) string {
	taken := map[string]reflect.Type{}
	return func(t reflect.Type, hint string) string {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		name := huma.DefaultSchemaNamer(t, hint)
		if other, ok := taken[name]; ok && other != t {
			name = packageName(t) + name
		}
		taken[name] = t
		return name
	}
}

// packageName is the last part of a type's package, as the start of a name.
func packageName(t reflect.Type) string {
	name := path.Base(t.PkgPath())
	return strings.ToUpper(name[:1]) + name[1:]
}

// Description returns the OpenAPI document of what is registered.
func (r *Router) Description() ([]byte, error) {
	return json.MarshalIndent(r.api.OpenAPI(), "", " ")
}

// serveDescription answers /api/openapi.json.
func (r *Router) serveDescription() {
	made := sync.OnceValues(r.Description)
	r.public(http.MethodGet, "/api/openapi.json", func(c *gin.Context) {
		doc, err := made()
		if err != nil {
			r.problems.write(c, err)
			return
		}
		sum := sha256.Sum256(doc)
		tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`
		c.Header("ETag", tag)
		c.Header("Cache-Control", "no-cache")
		if matches(c.GetHeader("If-None-Match"), tag) {
			c.Status(http.StatusNotModified)
			return
		}
		c.Data(http.StatusOK, "application/openapi+json", doc)
	})
}

// public adds a plain route that needs no login.
func (r *Router) public(method, path string, h gin.HandlerFunc) {
	r.engine.Handle(method, path, h)
	r.routes = append(r.routes, Registered{Method: method, Path: path, Public: true})
}
