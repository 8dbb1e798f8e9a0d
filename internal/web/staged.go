package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

// stagesType is the media type of an answer that tells how far the work is.
const stagesType = "application/x-ndjson"

// Stage is a line that says how far the work is.
type Stage struct {
	Stage string `json:"stage"`
	Done  int    `json:"done"`
	Of    int    `json:"of"`
}

// lastLine is the line that the others lead to: the answer as it would have been
// without them.
type lastLine struct {
	Status int             `json:"status"`
	Answer json.RawMessage `json:"answer"`
}

// tellEvery is how long the reader waits for the next line of the same stage.
const tellEvery = 100 * time.Millisecond

// stages writes the lines as the work goes on.
type stages struct {
	out  gin.ResponseWriter
	last Stage
	at   time.Time
}

// Tell says how far the work on a staged route is. It costs nothing where nobody
// listens.
func Tell(ctx context.Context, stage string, done, of int) {
	if s := requestFrom(ctx).stages; s != nil {
		s.tell(Stage{stage, done, of}, time.Now())
	}
}

func (s *stages) tell(now Stage, at time.Time) {
	if now.Stage == s.last.Stage && now.Done < now.Of && at.Sub(s.at) < tellEvery {
		return
	}
	s.last, s.at = now, at
	s.line(now)
}

func (s *stages) line(v any) {
	text, err := json.Marshal(v)
	if err != nil {
		return // a stage and an answer that is JSON already can be written
	}
	s.out.Write(append(text, '\n')) //nolint:errcheck // the client is gone
	s.out.Flush()
}

// byStages answers a reader who accepts lines with one for each step of the work,
// and the answer with its status in the last; everyone else with the answer alone.
func (r *Router) byStages(ctx huma.Context, next func(huma.Context)) {
	c := humagin.Unwrap(ctx)
	if !strings.Contains(c.GetHeader("Accept"), stagesType) {
		next(ctx)
		return
	}
	req := requestFrom(c.Request.Context())
	out := c.Writer
	c.Header("Content-Type", stagesType)
	c.Header("X-Accel-Buffering", "no") // a proxy passes the lines on as they come
	answer := &recorder{ResponseWriter: detached{out, http.Header{}}, status: http.StatusOK}
	req.stages = &stages{out: out}
	c.Writer = answer
	func() {
		defer func() { c.Writer = out }()
		next(ctx)
	}()
	req.stages.line(lastLine{answer.status, json.RawMessage(answer.body.Bytes())})
}

// detached keeps an answer's headers apart from those that are sent.
type detached struct {
	gin.ResponseWriter
	header http.Header
}

// Header returns the headers that are kept apart.
func (d detached) Header() http.Header { return d.header }
