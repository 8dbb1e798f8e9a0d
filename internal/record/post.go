package record

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/web"
)

// Head is what every submission over the wire carries beside the body of its
// fact. Slices embed it in their inputs, so that the API's description names
// it.
type Head struct {
	ID      string        `json:"id,omitempty" doc:"The fact's id, a UUIDv7 made by the client; the same id again writes nothing." example:"0198f3a2-5b1c-7d3e-8f4a-1b2c3d4e5f60"`
	Expects string        `json:"expects,omitempty" doc:"Id of the subject's newest fact as the writer saw it; empty where there was none."`
	Day     calendar.Date `json:"day,omitzero" doc:"The day that the fact speaks of."`
}

// Recorded answers a submission: 201 when it was written now, 200 when it was
// there already.
type Recorded struct {
	Status int
	Body   struct {
		Fact Fact `json:"fact"`
	}
}

// Split takes the head out of a request's body. What is left is the body of the
// fact.
func Split(raw []byte) (Head, json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil || members == nil {
		return Head{}, nil, fault.Fields(fault.Field{Path: "body", Code: "field.object"})
	}
	head := map[string]json.RawMessage{}
	for _, name := range []string{"id", "expects", "day"} {
		if value, ok := members[name]; ok {
			head[name] = value
			delete(members, name)
		}
	}
	var h Head
	headRaw, err := json.Marshal(head)
	if err != nil {
		return Head{}, nil, err
	}
	c := Checks{Wrong: Decode(headRaw, &h)}
	if h.ID == "" {
		c.need("id")
	}
	if h.Day.IsZero() {
		c.need("day")
	}
	if err := c.Err(); err != nil {
		return Head{}, nil, err
	}
	rest, err := json.Marshal(members)
	return h, rest, err
}

// post records a submission and answers with the fact and the status. A fact
// recorded before the request came in was there already. A dry run is answered as
// one that would pass, and leaves nothing behind.
func post(ctx context.Context, r ledger.Recorder, by ledger.Person, now time.Time, s ledger.Submission) (ledger.Fact, int, error) {
	if web.DryRun(ctx) {
		f, err := r.Try(ctx, by, s)
		return f, http.StatusOK, err
	}
	f, err := r.Record(ctx, by, s)
	if err != nil {
		return ledger.Fact{}, 0, err
	}
	if f.Recorded.Before(now.Truncate(time.Microsecond)) {
		return f, http.StatusOK, nil
	}
	return f, http.StatusCreated, nil
}

// Take removes a text from a body that is no part of the fact's.
func Take(body json.RawMessage, name string) (string, json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil {
		return "", nil, err
	}
	var text string
	if value, ok := members[name]; ok && json.Unmarshal(value, &text) != nil {
		return "", nil, fault.Fields(fault.Field{Path: "body." + name, Code: "field.text"})
	}
	delete(members, name)
	rest, err := json.Marshal(members)
	return text, rest, err
}

// Put adds a text that the request's address holds to a body.
func Put(body json.RawMessage, name, text string) (json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil {
		return nil, err
	}
	value, err := json.Marshal(text)
	if err != nil {
		return nil, err
	}
	members[name] = value
	return json.Marshal(members)
}
