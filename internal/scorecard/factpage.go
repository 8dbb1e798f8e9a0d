package scorecard

import (
	"opfyldt/internal/ledger"
	"opfyldt/internal/milestone"
	"opfyldt/internal/record"
)

// StepList is the list of all steps.
type StepList struct {
	Steps []milestone.StepLine `json:"steps" nullable:"false"`
}

// FactList is a stretch of the contract's log.
type FactList struct {
	Facts  []LogLine      `json:"facts" nullable:"false"`
	Next   *int64         `json:"next" doc:"The leaf to go on after; null at the end."`
	Count  int64          `json:"count" doc:"How many facts the filter leaves, on all pages."`
	Actors []ledger.Actor `json:"actors" nullable:"false" doc:"Who has recorded anything, each as the newest fact names them."`
}

// LogLine is a fact in the log, with the facts of its subject beside it.
type LogLine struct {
	record.Fact
	Before *ledger.Neighbour `json:"before" doc:"The fact that this one superseded."`
	After  *ledger.Neighbour `json:"after" doc:"The fact that superseded this one."`
}

// FactPage is one fact with the history of its subject.
type FactPage struct {
	Fact    record.Fact   `json:"fact"`
	History []record.Fact `json:"history" nullable:"false" doc:"Same subject and kind, the oldest first."`
}

// ContractPage is the contract's file as it stands.
type ContractPage struct {
	Source      string       `json:"source" doc:"The file, YAML."`
	SHA256      string       `json:"sha256"`
	Version     int          `json:"version"`
	Readings    []Reading    `json:"readings" nullable:"false"`
	Obligations []Obligation `json:"obligations" nullable:"false"`
	Amendments  []Amendment  `json:"amendments" nullable:"false"`
}

// Obligation is a promise beside the goals.
type Obligation struct {
	ID   string `json:"id"`
	Who  string `json:"who"`
	Text string `json:"text"`
}

// Amendment is an agreed change.
type Amendment struct {
	Version    int      `json:"version"`
	Date       string   `json:"date" doc:"The first day on which it is in force."`
	Reason     string   `json:"reason"`
	Agency     Approval `json:"agency"`
	Department Approval `json:"department"`
	Changes    []string `json:"changes" nullable:"false"`
}

// Approval is one party's yes.
type Approval struct {
	By string `json:"by"`
	On string `json:"on"`
}

func (p *page) contractPage(source []byte, sha256 string) ContractPage {
	c := p.contract
	page := ContractPage{
		Source: string(source), SHA256: sha256, Version: c.Version, Readings: allReadings(c),
		Obligations: []Obligation{}, Amendments: []Amendment{},
	}
	for _, o := range c.Obligations {
		page.Obligations = append(page.Obligations, Obligation{o.ID, o.Who, o.Text})
	}
	for _, a := range c.Amendments {
		page.Amendments = append(page.Amendments, Amendment{
			a.Version, a.From.String(), a.Reason, Approval{a.Agency.By, a.Agency.On.String()},
			Approval{a.Department.By, a.Department.On.String()}, append([]string{}, a.Changes...),
		})
	}
	return page
}
