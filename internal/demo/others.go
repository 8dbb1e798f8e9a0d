package demo

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"opfyldt/internal/calendar"
	"opfyldt/internal/ledger"
)

//go:embed others
var others embed.FS

// Tale is what the demo tells of another contract beside the story's: enough
// for a portfolio.
type Tale struct {
	Contract string
	Source   []byte    // the contract's file
	Signed   time.Time // when it is taken in
	Events   []Event
	People   People
}

// Tales returns the other contracts with their events up to the end of the day.
func Tales(until calendar.Date) ([]Tale, error) {
	raw, err := others.ReadFile("others/tales.yaml")
	if err != nil {
		return nil, fmt.Errorf("read the demo's tales: %w", err)
	}
	var file struct {
		Tales []struct {
			Contract string            `yaml:"contract"`
			Signed   string            `yaml:"signed"`
			People   map[string]string `yaml:"people"` // role to name
			Events   []line            `yaml:"events"`
		} `yaml:"tales"`
	}
	if err := yaml.NewDecoder(bytes.NewReader(raw), yaml.Strict()).Decode(&file); err != nil {
		return nil, fmt.Errorf("read the demo's tales: %w", err)
	}
	var tales []Tale
	for _, t := range file.Tales {
		tale := Tale{Contract: t.Contract, People: cast(t.Contract, t.People)}
		if tale.Signed, err = timeOf(t.Signed); err != nil {
			return nil, fmt.Errorf("read when %s was signed: %w", t.Contract, err)
		}
		if tale.Source, err = others.ReadFile("others/" + t.Contract + ".yaml"); err != nil {
			return nil, fmt.Errorf("read the file of %s: %w", t.Contract, err)
		}
		if tale.Events, err = eventsOf(t.Contract, t.Events, until); err != nil {
			return nil, err
		}
		tales = append(tales, tale)
	}
	return tales, nil
}

// player is somebody of a tale, who does what their part asks.
type player struct{ subject, name, role string }

// Subject names a person whom no provider knows.
func (p player) Subject() string { return p.subject }

// Name is how the log shows them.
func (p player) Name() string { return p.name }

// Permit allows what the tale says that they did.
func (p player) Permit(string, string, string) (string, error) { return p.role, nil }

// cast finds the players of a contract's tale by their part.
func cast(contractID string, names map[string]string) People {
	return func(part string) (ledger.Person, error) {
		name, ok := names[part]
		if !ok {
			return nil, fmt.Errorf("find who plays %q in the tale of %s: nobody does", part, contractID)
		}
		return player{"demo-" + strings.ToLower(strings.ReplaceAll(name, " ", "-")), name, part}, nil
	}
}
