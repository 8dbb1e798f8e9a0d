package cases

import (
	"context"
	"os"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/web"
)

// pushedName is what cases are called whose sender does not name them.
const pushedName = "cases.json"

type pushInput struct {
	Place
	Key      string        `header:"Idempotency-Key" doc:"A UUIDv7 made by the client, which becomes the fact's id: the same key again writes nothing. Without one, the same cases again write nothing."`
	Preview  bool          `query:"preview" doc:"Only ask what the cases would change."`
	Expects  string        `query:"expects" doc:"The import that a preview was compared with: refused where another has come since."`
	Compared bool          `query:"compared" doc:"Expects counts, even where it is empty: there was no import before."`
	Day      calendar.Date `query:"day" required:"true" doc:"The day as of which the case system was asked."`
	Name     string        `query:"name" doc:"What the cases came from."`
	Note     string        `query:"note"`
	Part     bool          `query:"part" doc:"These are some of the cases: those not named stay as they are."`
	Vanished Vanished      `query:"vanished" enum:"keep,remove" doc:"What becomes of cases that stand and that are not sent."`
	web.Upload
}

// push takes in the cases that another system sends, all or none.
func (h Handlers) push(ctx context.Context, in *pushInput) (*casesImported, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	q := Request{Contract: in.Contract, Requirement: in.Requirement, ID: in.Key, Day: in.Day, Name: in.Name, Note: in.Note,
		Part: in.Part, Vanished: in.Vanished, Preview: in.Preview, Now: web.Now(ctx),
		Tell: func(stage string, done, of int) { web.Tell(ctx, stage, done, of) }}
	if q.Name == "" {
		q.Name = pushedName
	}
	if in.Compared {
		q.Expects = &in.Expects
	}
	if q.ID, err = keyOf(in.Key); err != nil {
		return nil, err
	}
	// A case that comes in slowly must not hold a transaction open.
	spool, _, sum, err := spooled(in.Content)
	if err != nil {
		return nil, err
	}
	q.SHA256 = sum
	defer func() {
		spool.Close()           //nolint:errcheck // nothing in it is needed any more
		os.Remove(spool.Name()) //nolint:errcheck // the system tidies what is left
	}()
	if _, err := spool.Seek(0, 0); err != nil {
		return nil, err
	}
	out, err := h.Take(ctx, by, q, func(rule Rule) (Reading, error) { return OpenPushed(spool, rule, in.Day) })
	if err != nil {
		return nil, err
	}
	if out.Faulty != nil {
		return nil, refusal(out.Faulty)
	}
	return h.answer(ctx, in.Contract, out)
}

// keyOf is the id of the fact that a request writes: its own key, or a new one.
func keyOf(key string) (string, error) {
	if key == "" {
		id, err := uuid.NewV7()
		return id.String(), err
	}
	if id, err := uuid.Parse(key); err != nil || id.Version() != 7 || id.String() != key {
		return "", fault.Fields(fault.Field{Path: "header.Idempotency-Key", Code: "fact.id-not-uuidv7"})
	}
	return key, nil
}
