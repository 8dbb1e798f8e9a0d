package demo

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

// ContractID is the contract that the story is about.
const ContractID = "cpr-2014"

//go:embed story.yaml
var source []byte

// Event is one thing that somebody recorded in the story's year.
type Event struct {
	At         time.Time
	By         string // the development user who recorded it
	Submission ledger.Submission
	// File holds the rows that come with the fact, and Name is the file's; empty for
	// most.
	File []byte
	Name string
	// Verifies is the subject whose newest fact a verification is about; its id
	// goes into the body when the event is told.
	Verifies string
}

// line is an event as the story's file writes it. Exactly one of Step, Verify,
// Result, VerifyResult, Survey, Cases, Budget, Postings and Assess says what it is
// about.
type line struct {
	At           string         `yaml:"at"`
	By           string         `yaml:"by"`
	Day          string         `yaml:"day"` // the day it speaks of; that of At where missing
	Step         string         `yaml:"step"`
	Verify       string         `yaml:"verify"`
	Result       string         `yaml:"result"`
	VerifyResult string         `yaml:"verify-result"`
	Survey       string         `yaml:"survey"`   // answers that come in from an invented file
	Cases        string         `yaml:"cases"`    // cases that come in from an invented file
	Budget       string         `yaml:"budget"`   // a base budget from an invented file
	Postings     string         `yaml:"postings"` // postings from an invented file
	Assess       string         `yaml:"assess"`
	Body         map[string]any `yaml:"is"`
}

// Story returns the year's events, in order, up to the end of the day.
func Story(until calendar.Date) ([]Event, error) {
	var file struct {
		Events []line `yaml:"events"`
	}
	if err := yaml.NewDecoder(bytes.NewReader(source), yaml.Strict()).Decode(&file); err != nil {
		return nil, fmt.Errorf("read the demo's story: %w", err)
	}
	return eventsOf(ContractID, file.Events, until)
}

// eventsOf reads a contract's events, in order, up to the end of the day.
func eventsOf(contractID string, lines []line, until calendar.Date) ([]Event, error) {
	var events []Event
	for i, l := range lines {
		e, err := l.event(contractID, i)
		if err != nil {
			return nil, fmt.Errorf("read event %d (%s) of the story of %s: %w", i+1, l.At, contractID, err)
		}
		if e.At.After(until.End()) {
			return events, nil
		}
		events = append(events, e)
	}
	return events, nil
}

// timeOf reads a time on Copenhagen's clocks.
func timeOf(text string) (time.Time, error) {
	at, err := time.ParseInLocation("2006-01-02 15:04", text, calendar.Copenhagen())
	if err != nil {
		return time.Time{}, fmt.Errorf("read time: %w", err)
	}
	return at, nil
}

func (l line) event(contractID string, n int) (Event, error) {
	at, err := timeOf(l.At)
	if err != nil {
		return Event{}, err
	}
	day := calendar.DateOf(at)
	if l.Day != "" {
		if day, err = calendar.ParseDate(l.Day); err != nil {
			return Event{}, err
		}
	}
	kind, subject, verifies := l.about()
	body, err := json.Marshal(l.Body)
	if err != nil {
		return Event{}, fmt.Errorf("write body: %w", err)
	}
	e := Event{At: at.UTC(), By: l.By, Verifies: verifies, Submission: ledger.Submission{
		Contract: contractID, ID: eventID(at, n), Kind: kind, Subject: subject, Day: day, Body: body,
	}}
	if load, ok := caseloads()[l.Cases]; ok {
		e.Name, e.File = load.file, load.casesFile(day)
	}
	if l.Survey != "" {
		e.Name, e.File = "kundetilfredshed-2014.csv", answersFile()
	}
	switch {
	case l.Budget != "":
		e.Name, e.File = baseName, baseFile()
	case l.Postings != "":
		e.Name, e.File = postingsName, postingsFile(day)
	}
	return e, nil
}

// about names the kind and subject of the fact and, for a verification, the
// kind of the fact that is verified.
func (l line) about() (kind, subject, verifies string) {
	switch {
	case l.Step != "":
		return "milestone.update", l.Step, ""
	case l.Verify != "":
		return "milestone.verification", l.Verify, "milestone.update"
	case l.Result != "":
		return "result.report", l.Result, ""
	case l.VerifyResult != "":
		return "result.verification", l.VerifyResult, "result.report"
	case l.Survey != "":
		return "survey.result", l.Survey, ""
	case l.Budget != "":
		return "budget.base", l.Budget, ""
	case l.Postings != "":
		return "budget.postings", l.Postings, ""
	case l.Cases != "":
		return "case.import", l.Cases, ""
	}
	return "goal.assessment", l.Assess, ""
}

// eventID makes the same UUIDv7 for the same event every time, so that a story
// told twice writes once.
func eventID(at time.Time, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "opfyldt demo %d", n))
	var id uuid.UUID
	copy(id[:], sum[:])
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(at.UnixMilli()))
	copy(id[:6], ms[2:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
