package spotcheck

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type importInput struct {
	Contract string        `path:"contract"`
	Goal     string        `path:"goal"`
	Preview  bool          `query:"preview" doc:"Only ask what the file would change."`
	ID       string        `query:"id" format:"uuid" required:"true" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing."`
	Expects  string        `query:"expects" doc:"The list that a preview was compared with; empty where there was none."`
	Day      calendar.Date `query:"day" required:"true" doc:"The day as of which the list was drawn up."`
	Name     string        `query:"name" required:"true" maxLength:"200" doc:"The file's name."`
	web.Upload
}

// TakenPopulation says what a list is, or would be.
type TakenPopulation struct {
	Population Population   `json:"population"`
	Same       bool         `json:"same" doc:"It is the very list that stands; nothing is written."`
	Expects    string       `json:"expects" doc:"The list that it was compared with."`
	Fact       *record.Fact `json:"fact" doc:"Null where nothing was written."`
}

type populationTaken struct {
	Status int
	Body   TakenPopulation
}

// take takes a list in: rows first, then the fact by which they count.
func (h Handlers) take(ctx context.Context, in *importInput) (*populationTaken, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	if _, err := goalOf(c, PopulationOf(in.Goal)); err != nil {
		return nil, err
	}
	if _, err := by.Permit(opPlan, c.ID, in.Goal); err != nil {
		return nil, err
	}
	next, err := h.Store.Alone(ctx, version{c.ID, in.ID})
	if err != nil {
		return nil, err
	}
	defer next()
	if f, err := h.Facts.Fact(ctx, c.ID, in.ID); err == nil {
		return h.known(ctx, f)
	} else if fault.KindOf(err) != fault.NotFound {
		return nil, err
	}
	newest, err := h.newestList(ctx, c, in.Goal, time.Time{})
	if err != nil {
		return nil, err
	}
	out := &populationTaken{Status: http.StatusOK}
	if newest != nil {
		out.Body.Expects = newest.ID
	}
	if out.Body.Population, err = h.read(ctx, c, in, out.Body.Expects); err != nil {
		return nil, err
	}
	out.Body.Same = newest != nil && PopulationIn(newest).SHA256 == out.Body.Population.SHA256
	if in.Preview || out.Body.Same {
		if out.Body.Same && !in.Preview {
			err = h.Store.Discard(ctx, version{c.ID, in.ID})
		}
		return out, err
	}
	return h.record(ctx, c, in, out)
}

// record records the list whose rows have been written.
func (h Handlers) record(ctx context.Context, c *contract.Contract, in *importInput, out *populationTaken) (*populationTaken, error) {
	body, err := json.Marshal(out.Body.Population)
	if err != nil {
		return nil, err
	}
	recorded, err := h.Send(ctx, ledger.Submission{
		Contract: c.ID, ID: in.ID, Kind: KindPopulation, Subject: PopulationOf(in.Goal), Day: in.Day, Expects: in.Expects, Body: body,
	}, h.say)
	if err != nil {
		return nil, errors.Join(err, h.Store.Discard(context.WithoutCancel(ctx), version{c.ID, in.ID}))
	}
	out.Status, out.Body.Fact = recorded.Status, &recorded.Body.Fact
	return out, nil
}

// known answers the same request sent again.
func (h Handlers) known(ctx context.Context, f ledger.Fact) (*populationTaken, error) {
	if f.Kind != KindPopulation {
		return nil, fault.New(fault.Conflict, "fact.id-used", nil)
	}
	sentence, err := h.say(ctx, f)
	if err != nil {
		return nil, err
	}
	wire := record.ToWire(f, 0, sentence)
	return &populationTaken{Status: http.StatusOK, Body: TakenPopulation{Population: PopulationIn(&f), Fact: &wire}}, nil
}

// read reads a list, twice: for its rows, and for the names that stand beside them.
func (h Handlers) read(ctx context.Context, c *contract.Contract, in *importInput, before string) (Population, error) {
	spool, size, err := spooled(in.Content)
	if err != nil {
		return Population{}, err
	}
	defer func() {
		spool.Close()           //nolint:errcheck // nothing in it is needed any more
		os.Remove(spool.Name()) //nolint:errcheck // the system tidies what is left
	}()
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return Population{}, err
	}
	web.Tell(ctx, "read", 0, 0)
	var lists [2]*intake
	for i := range lists {
		if lists[i], err = open(spool, size, key); err != nil {
			return Population{}, faulty(err)
		}
		defer lists[i].Stop()
	}
	lists[0].tell = func(done int) { web.Tell(ctx, "read", done, 0) }
	lists[1].tell = func(done int) { web.Tell(ctx, "write", done, 0) }
	change, err := h.Store.Take(ctx, version{c.ID, in.ID}, before, lists[0], lists[1], in.Preview)
	if err != nil {
		return Population{}, err
	}
	p := lists[0].population(in.Name)
	p.Change = change
	return p, nil
}

// spooled keeps an upload in a file of its own: a list is read twice.
func spooled(content io.Reader) (*os.File, int64, error) {
	spool, err := os.CreateTemp("", "opfyldt-customers-")
	if err != nil {
		return nil, 0, err
	}
	size, err := io.Copy(spool, content)
	if err != nil {
		err = errors.Join(fault.New(fault.Invalid, "web.body_unread", nil).Because(err), spool.Close(), os.Remove(spool.Name()))
		return nil, 0, err
	}
	return spool, size, nil
}

// newestList is the goal's newest list as of an instant; nil where there is none.
func (h Handlers) newestList(ctx context.Context, c *contract.Contract, goal string, at time.Time) (*ledger.Fact, error) {
	facts, err := h.Facts.Newest(ctx, c.ID, at, KindPopulation)
	if err != nil {
		return nil, err
	}
	return record.Newest(facts, KindPopulation)[PopulationOf(goal)], nil
}
