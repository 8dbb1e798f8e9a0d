package record

import (
	"encoding/json"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// Fact is a fact as it goes over the wire, with its sentence in the reader's
// language.
type Fact struct {
	ID         string          `json:"id"`
	Kind       string          `json:"kind"`
	Subject    string          `json:"subject"`
	Goal       string          `json:"goal"`
	Day        calendar.Date   `json:"day"`
	Recorded   time.Time       `json:"recorded"`
	Actor      ledger.Actor    `json:"actor"`
	Supersedes string          `json:"supersedes"`
	Leaf       int64           `json:"leaf"`
	Signed     bool            `json:"signed" doc:"A signed checkpoint covers it."`
	Body       json.RawMessage `json:"body"`
	Sentence   string          `json:"sentence"`
}

// ToWire writes a fact for the wire. Facts below signedSize are covered by a
// signed checkpoint.
func ToWire(f ledger.Fact, signedSize int64, sentence string) Fact {
	return Fact{
		ID: f.ID, Kind: f.Kind, Subject: f.Subject, Goal: f.Goal, Day: f.Day, Recorded: f.Recorded.UTC(),
		Actor: f.Actor, Supersedes: f.Supersedes, Leaf: f.Leaf, Signed: f.Leaf < signedSize,
		Body: f.Body, Sentence: sentence,
	}
}

// Seen is a verification as a reader sees it, beside the fact it is about.
type Seen struct {
	Verdict Verdict `json:"verdict" enum:"accepted,returned"`
	Note    string  `json:"note"`
	Rests   string  `json:"rests" doc:"What was looked at, what differed and how many may, in words; empty where no cases were."`
	Fact    Fact    `json:"fact"`
}
