package cases

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"os"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type importInput struct {
	Place
	Preview  bool          `query:"preview" doc:"Only ask what the file would change."`
	ID       string        `query:"id" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing. Not needed in a preview."`
	Expects  string        `query:"expects" doc:"The import that a preview was compared with: refused where another has come since."`
	Compared bool          `query:"compared" doc:"Expects counts, even where it is empty: there was no import before."`
	Day      calendar.Date `query:"day" required:"true" doc:"The day as of which the case system was asked."`
	Name     string        `query:"name" required:"true" doc:"The file's name."`
	Note     string        `query:"note"`
	Part     bool          `query:"part" doc:"The file holds some of the cases: those it does not name stay as they are."`
	Vanished Vanished      `query:"vanished" enum:"keep,remove" doc:"What becomes of cases that stand and that the file does not have."`
	web.Upload
}

type casesImported struct {
	Status int
	Body   *CasesPreview
}

// importFile takes a file in.
func (h Handlers) importFile(ctx context.Context, in *importInput) (*casesImported, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	spool, size, sum, err := spooled(in.Content)
	if err != nil {
		return nil, err
	}
	defer func() {
		spool.Close()           //nolint:errcheck // nothing in it is needed any more
		os.Remove(spool.Name()) //nolint:errcheck // the system tidies what is left
	}()
	q := Request{Contract: in.Contract, Requirement: in.Requirement, ID: in.ID, SHA256: sum, Day: in.Day, Name: in.Name, Note: in.Note,
		Part: in.Part, Vanished: in.Vanished, Preview: in.Preview, Now: web.Now(ctx),
		Tell: func(stage string, done, of int) { web.Tell(ctx, stage, done, of) }}
	if in.Compared {
		q.Expects = &in.Expects
	}
	out, err := h.Take(ctx, by, q, func(rule Rule) (Reading, error) {
		return OpenFile(spool, size, web.Language(ctx), rule, in.Day)
	})
	if err != nil {
		return nil, err
	}
	return h.answer(ctx, in.Contract, out)
}

func (h Handlers) answer(ctx context.Context, contractID string, out *Outcome) (*casesImported, error) {
	answer := &casesImported{Status: http.StatusOK, Body: out.preview(web.Language(ctx))}
	if out.Fact == nil {
		var err error
		answer.Body.Degree, err = h.Degrees.Becomes(ctx, contractID, out.Coming)
		return answer, err
	}
	c, err := h.Contracts.Contract(ctx, out.Fact.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	f := record.ToWire(*out.Fact, 0, Sentence(web.Language(ctx), c, *out.Fact))
	answer.Body.Fact = &f
	if !out.Known {
		answer.Status = http.StatusCreated
	}
	return answer, nil
}

// spooled keeps an upload in a file of its own, for workbooks are read from behind, and
// reckons its SHA-256.
func spooled(content io.Reader) (file *os.File, size int64, sum string, err error) {
	spool, err := os.CreateTemp("", "opfyldt-cases-")
	if err != nil {
		return nil, 0, "", err
	}
	hash := sha256.New()
	size, err = io.Copy(io.MultiWriter(spool, hash), content)
	if err != nil {
		err = errors.Join(fault.New(fault.Invalid, "web.body_unread", nil).Because(err), spool.Close(), os.Remove(spool.Name()))
		return nil, 0, "", err
	}
	return spool, size, hex.EncodeToString(hash.Sum(nil)), nil
}
