package evidence

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Handlers answers this slice's requests.
type Handlers struct {
	record.Book
	Store *Store
	// Largest is the size of the largest file taken, in bytes.
	Largest int64
	// Signed answers how much of a contract's log a checkpoint covers.
	Signed func(ctx context.Context, contractID string) (size int64, at time.Time, err error)
	Log    *slog.Logger
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodPost, Path: "/contracts/{contract}/goals/{goal}/evidence", Operation: opAdd, Upload: true, MaxBody: h.Largest,
		ID: "addEvidence", Tag: "evidence", Summary: "Add a file to a goal; the body is its content", Status: http.StatusCreated,
	}, h.add)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/evidence", Operation: opRead, Shared: true,
		ID: "listEvidence", Tag: "evidence", Summary: "The files behind a contract's facts",
	}, h.list)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/contracts/{contract}/evidence/{fact}", Operation: opRead, Stream: true, Media: octets,
		ID: "getEvidence", Tag: "evidence", Summary: "A file's content, to be saved",
	}, h.content)
}

// opRead is the operation that lets people see what a contract rests on.
const opRead = "contract.read"

const octets = "application/octet-stream"

type addInput struct {
	Contract string        `path:"contract"`
	Goal     string        `path:"goal"`
	ID       string        `query:"id" required:"true" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing."`
	Name     string        `query:"name" required:"true" doc:"The file's name."`
	Day      calendar.Date `query:"day" required:"true" doc:"The day that the file speaks of."`
	web.Upload
}

// add takes the content in and then records the fact, so that no fact names a
// file that is not there. A file whose fact is refused stays unnamed in the store.
func (h Handlers) add(ctx context.Context, in *addInput) (*record.Recorded, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	subject := in.Goal + record.Mark + record.Letters(in.ID)
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	goal, err := goalOf(c, subject)
	if err != nil {
		return nil, err
	}
	if _, err := by.Permit(opAdd, in.Contract, goal); err != nil {
		return nil, err
	}
	file, err := h.Store.Put(ctx, in.Contract, in.Content, h.Largest)
	if err != nil {
		return nil, err
	}
	file.Name = in.Name
	body, err := json.Marshal(file)
	if err != nil {
		return nil, err
	}
	return h.Send(ctx, ledger.Submission{
		Contract: in.Contract, ID: in.ID, Kind: record.KindFile, Subject: subject, Day: in.Day, Body: body,
	}, func(ctx context.Context, f ledger.Fact) (string, error) { return Sentence(web.Language(ctx), f), nil })
}

// Listed is a file as it goes over the wire, with the fact that brought it in.
type Listed struct {
	File
	Fact record.Fact `json:"fact"`
}

type listInput struct {
	Contract string `path:"contract"`
	Goal     string `query:"goal" maxLength:"200" doc:"Only this goal's."`
	web.AsOf
}

type listOutput struct {
	Body struct {
		Files []Listed `json:"files" nullable:"false" doc:"The newest first."`
	}
}

func (h Handlers) list(ctx context.Context, in *listInput) (*listOutput, error) {
	facts, err := h.Facts.Newest(ctx, in.Contract, in.At.Instant, record.KindFile)
	if err != nil {
		return nil, err
	}
	signed, _, err := h.Signed(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	out := &listOutput{}
	out.Body.Files = []Listed{}
	for _, f := range slices.Backward(facts) {
		file, ok := FileOf(f)
		if !ok || in.Goal != "" && f.Goal != in.Goal {
			continue
		}
		out.Body.Files = append(out.Body.Files, Listed{file, record.ToWire(f, signed, Sentence(web.Language(ctx), f))})
	}
	return out, nil
}

type contentInput struct {
	Contract string `path:"contract"`
	Fact     string `path:"fact"`
}

// contentOutput is a file that the browser saves and never runs: it is shown
// nowhere by itself, and were it shown, it could load and run nothing.
type contentOutput struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Policy      string `header:"Content-Security-Policy"`
	Body        func(huma.Context)
}

func (h Handlers) content(ctx context.Context, in *contentInput) (*contentOutput, error) {
	f, err := h.Facts.Fact(ctx, in.Contract, in.Fact)
	if err != nil {
		return nil, err
	}
	file, ok := FileOf(f)
	if !ok {
		return nil, fault.New(fault.NotFound, "evidence.unknown", nil)
	}
	content, err := h.Store.Open(ctx, in.Contract, file)
	if err != nil {
		return nil, err
	}
	return &contentOutput{
		ContentType: harmless(file.Media),
		Disposition: mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}),
		Policy:      "default-src 'none'; sandbox",
		Body: func(out huma.Context) {
			defer content.Close() //nolint:errcheck // it was read only
			if _, err := io.Copy(out.BodyWriter(), content); err != nil {
				h.Log.Info("send a file", "request", web.RequestID(out.Context()), "error", err)
				panic(http.ErrAbortHandler)
			}
		},
	}, nil
}

// shown are the media types that our own pages show; everything else is sent as
// mere bytes.
var shown = []string{"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain; charset=utf-8"}

func harmless(media string) string {
	if slices.Contains(shown, media) {
		return media
	}
	return octets
}
