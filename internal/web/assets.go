package web

import (
	"crypto/sha256"
	"encoding/base64"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"opfyldt/internal/catalogue"
)

// assets serves the files of the built page app. Each file is read and coded
// once, when it is first asked for.
type assets struct {
	files    fs.FS
	encoders *encoders
	mu       sync.Mutex
	read     map[string]*page
}

func newAssets(files fs.FS, e *encoders) *assets {
	return &assets{files: files, encoders: e, read: map[string]*page{}}
}

// page answers an address of the page app: one of its files, or its first page,
// which finds its own way from the address.
func (r *Router) page(c *gin.Context) {
	name := strings.TrimPrefix(path.Clean(c.Request.URL.Path), "/")
	if file, ok := r.assets.open(name); ok && name != "index.html" {
		r.assets.send(c, file, hashed(name))
		return
	}
	if strings.HasPrefix(name, "assets/") {
		c.String(http.StatusNotFound, "%s\n", catalogue.Text(Language(c.Request.Context()), "web.no_asset", nil))
		return
	}
	if index, ok := r.assets.open("index.html"); ok {
		r.assets.send(c, index, false)
		return
	}
	r.notBuilt(c)
}

// hashed reports whether the file's name changes with its content, as the
// build's does for everything under assets/.
func hashed(name string) bool { return strings.HasPrefix(name, "assets/") }

// open returns a file of the page app.
func (a *assets) open(name string) (*page, bool) {
	if a.files == nil || !fs.ValidPath(name) || strings.HasPrefix(path.Base(name), ".") {
		return nil, false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if p, ok := a.read[name]; ok {
		return p, true
	}
	body, err := fs.ReadFile(a.files, name)
	if err != nil {
		return nil, false
	}
	sum := sha256.Sum256(body)
	p := &page{
		tag:         `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`,
		contentType: mediaType(name),
		body:        body,
	}
	a.read[name] = p
	return p, true
}

// mediaType is told by the name; a machine's own table is not asked.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".json", ".map":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	case ".ico":
		return "image/x-icon"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// send writes a file: for good where its name changes with its content, asked
// about each time otherwise.
func (a *assets) send(c *gin.Context, p *page, forGood bool) {
	h := c.Writer.Header()
	h.Set("Cache-Control", "no-cache")
	if forGood {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("ETag", p.tag)
	h.Set("Vary", "Accept-Encoding")
	if matches(c.GetHeader("If-None-Match"), p.tag) {
		c.Status(http.StatusNotModified)
		c.Writer.WriteHeaderNow()
		return
	}
	body, coding := p.in(negotiate(c.GetHeader("Accept-Encoding")), a.encoders)
	if coding != "" {
		h.Set("Content-Encoding", coding)
	}
	h.Set("Content-Type", p.contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w := c.Writer
	if cw, ok := w.(*codingWriter); ok {
		w = cw.ResponseWriter
	}
	w.WriteHeader(http.StatusOK)
	if c.Request.Method != http.MethodHead {
		w.Write(body) //nolint:errcheck // the client is gone
	}
}

// notBuilt is the plain page of a program that was built without its page app.
func (r *Router) notBuilt(c *gin.Context) {
	lang := Language(c.Request.Context())
	c.Header("Cache-Control", "no-store")
	page := `<!doctype html><html lang="` + lang + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Opfyldt</title><h1>Opfyldt</h1><p>` +
		catalogue.Text(lang, "web.not_built", nil) + `</p><p><a href="/api/openapi.json">/api/openapi.json</a></p></html>`
	c.Data(http.StatusOK, "text/html; charset=utf-8", []byte(page))
}
