package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"

	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// People answers who a development user is.
type People func(user string) (ledger.Person, error)

// Take keeps the rows of a file for the fact to be, and answers the submission as it
// is recorded, with the ids of the facts that it brings about, by kind and subject.
type Take func(ctx context.Context, s ledger.Submission, name string, file []byte) (ledger.Submission, map[string]string, error)

// Tell records the events, each at its own instant of the story's clock. Events
// that are there already stay as they are. It answers how many of the story's
// facts the log holds; when somebody has written in between, the rest of the
// story is left out, for facts are never put behind another's back.
func Tell(ctx context.Context, events []Event, clock *Clock, book ledger.Recorder, people People, take Take) (int, error) {
	newest := map[string]string{} // kind and subject → id
	for n, e := range events {
		by, err := people(e.By)
		if err != nil {
			return n, err
		}
		s := e.Submission
		s.Expects = newest[s.Kind+" "+s.Subject]
		if e.Verifies != "" {
			if s.Body, err = naming(s.Body, newest[e.Verifies+" "+s.Subject]); err != nil {
				return n, err
			}
		}
		clock.Set(e.At)
		var brings map[string]string
		if e.File != nil {
			s, brings, err = take(ctx, s, e.Name, e.File)
			if fault.KindOf(err) == fault.Conflict {
				return n, nil
			}
			if err != nil {
				return n, fmt.Errorf("take in %s for the demo: %w", e.Name, err)
			}
		}
		if _, err = book.Record(ctx, by, s); fault.KindOf(err) == fault.Conflict {
			return n, nil
		} else if err != nil {
			return n, fmt.Errorf("record the demo's fact %d, %s of %s at %v: %w", n+1, s.Kind, s.Subject, e.At, err)
		}
		newest[s.Kind+" "+s.Subject] = s.ID
		maps.Copy(newest, brings)
	}
	return len(events), nil
}

// naming puts the id of the fact that is verified into a verification's body.
func naming(body json.RawMessage, fact string) (json.RawMessage, error) {
	fields := map[string]any{}
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, fmt.Errorf("read a verification of the story: %w", err)
	}
	fields["fact"] = fact
	return json.Marshal(fields)
}
