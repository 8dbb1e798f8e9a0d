package web

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

// compress codes an answer that is long enough, as it is written.
func (r *Router) compress(c *gin.Context) {
	coding := negotiate(c.GetHeader("Accept-Encoding"))
	if coding == "" {
		c.Next()
		return
	}
	w := &codingWriter{ResponseWriter: c.Writer, encoders: r.encoders, coding: coding}
	c.Writer = w
	defer func() {
		c.Writer = w.ResponseWriter
		w.finish()
	}()
	c.Next()
}

// codingWriter holds the first bytes back until it knows whether coding is
// worth it.
type codingWriter struct {
	gin.ResponseWriter
	encoders *encoders
	coding   string
	held     []byte
	decided  bool
	enc      encoder
}

// Write takes the next bytes of the answer.
func (w *codingWriter) Write(p []byte) (int, error) {
	if !w.decided {
		if w.plain() {
			w.decided = true
		} else if len(w.held)+len(p) < worthCoding {
			w.held = append(w.held, p...)
			return len(p), nil
		} else {
			w.start()
		}
	}
	if w.enc == nil {
		return w.ResponseWriter.Write(p)
	}
	return w.enc.Write(p)
}

// WriteString is Write for strings.
func (w *codingWriter) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// plain reports that the answer goes out as the handler writes it: it is coded
// already, or not worth it.
func (w *codingWriter) plain() bool {
	h := w.Header()
	return h.Get("Content-Encoding") != "" || h.Get("Content-Range") != "" || !compressible(h.Get("Content-Type"))
}

// start begins coding with what was held back.
func (w *codingWriter) start() {
	w.decided = true
	h := w.Header()
	h.Set("Content-Encoding", w.coding)
	h.Add("Vary", "Accept-Encoding")
	h.Del("Content-Length")
	w.enc = w.encoders.take(w.coding, w.ResponseWriter)
	if len(w.held) > 0 {
		w.enc.Write(w.held) //nolint:errcheck // the next Write tells
		w.held = nil
	}
}

// Unwrap gives whoever bounds the time for an answer the connection's own writer.
func (w *codingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Written reports whether anything has been written, held back or sent.
func (w *codingWriter) Written() bool { return len(w.held) > 0 || w.ResponseWriter.Written() }

// Flush sends what there is; a handler that streams calls it.
func (w *codingWriter) Flush() {
	if !w.decided && len(w.held) > 0 {
		w.start()
	}
	if w.enc != nil {
		w.enc.Flush() //nolint:errcheck // a lost client shows at the next Write
	}
	w.ResponseWriter.Flush()
}

// finish sends what was held back, or the coding's end.
func (w *codingWriter) finish() {
	switch {
	case w.enc != nil:
		w.enc.Close() //nolint:errcheck // the client is gone
		w.encoders.give(w.coding, w.enc)
	case len(w.held) > 0:
		w.Header().Set("Content-Length", strconv.Itoa(len(w.held)))
		w.ResponseWriter.Write(w.held) //nolint:errcheck // the client is gone
	}
}
