package admin

import (
	"context"
	"time"

	"opfyldt/internal/calendar"
)

// ContractState is a contract with how far its log has come.
type ContractState struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Agency     string          `json:"agency"`
	Department string          `json:"department"`
	From       calendar.Date   `json:"from"`
	To         calendar.Date   `json:"to"`
	Versions   []LoadedVersion `json:"versions" nullable:"false" doc:"The oldest first."`
	Facts      int64           `json:"facts"`
	LastFact   *time.Time      `json:"lastFact" nullable:"true"`
	Signed     int64           `json:"signed" doc:"How many facts the newest checkpoint covers."`
	SignedAt   *time.Time      `json:"signedAt" nullable:"true"`
}

// LoadedVersion is a version of a contract as it was taken in.
type LoadedVersion struct {
	Version  int           `json:"version"`
	From     calendar.Date `json:"from" doc:"In force from this day on."`
	Recorded time.Time     `json:"recorded"`
	SHA256   string        `json:"sha256" doc:"Of the file, in hexadecimal."`
}

// JobState is work that runs beside the requests, as it last went on this instance.
type JobState struct {
	Name    string     `json:"name"`
	Every   float64    `json:"every" doc:"In seconds."`
	Began   *time.Time `json:"began" nullable:"true" doc:"The last run; null before the first."`
	Took    float64    `json:"took" doc:"In seconds."`
	Did     int        `json:"did" doc:"Things done in the last run."`
	Failed  bool       `json:"failed" doc:"The last run ended with an error, which the service's log tells."`
	Runs    int        `json:"runs" doc:"Since this instance started."`
	Failing int        `json:"failing" doc:"How many of them failed."`
}

// Setting is a setting as it is in force.
type Setting struct {
	Name    string `json:"name"`
	Value   string `json:"value" doc:"Empty where it is secret or not set."`
	State   string `json:"state" enum:"set,default,secret,unset"`
	Meaning string `json:"meaning" doc:"What opfyldt serve --help says of it, in the reader's language."`
}

// Check is one thing that the service rests on.
type Check struct {
	Name   string `json:"name" enum:"database,schema,provider,disk"`
	OK     bool   `json:"ok"`
	Figure string `json:"figure" doc:"What was found: a version, an address, bytes."`
	Wanted string `json:"wanted" doc:"What would be right; empty where nothing can be said."`
}

// Health is whether everything that the service rests on answers.
type Health struct {
	Checks  []Check   `json:"checks" nullable:"false"`
	Version string    `json:"version" doc:"Of this program."`
	Go      string    `json:"go" doc:"That it was built with."`
	Started time.Time `json:"started" doc:"When this instance started."`
}

// Contracts lists the contracts by id.
type Contracts func(ctx context.Context) ([]ContractState, error)

// HealthOf asks everything that the service rests on.
type HealthOf func(ctx context.Context) Health
