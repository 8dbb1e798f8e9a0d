package web

import (
	"io"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// uploadPatience is how long a file may take to come in; what is left of the time
// to write is the answer's.
const uploadPatience = writeTimeout - 20*time.Second

// workPatience is how long the work on a file may take that tells how far it is.
const workPatience = 20 * time.Minute

// Upload is embedded in the input of a route whose body is a file, of any media
// type, read as it comes. Its route says Upload.
type Upload struct {
	Content io.Reader `json:"-" hidden:"true"`
}

// Resolve hands the body over unread; huma calls it before the handler.
func (u *Upload) Resolve(ctx huma.Context) []error {
	u.Content = ctx.BodyReader()
	return nil
}

// uploadBody describes a file as a request's body.
func uploadBody() *huma.RequestBody {
	file := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/octet-stream": file}}
}
