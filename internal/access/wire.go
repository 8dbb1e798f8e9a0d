package access

import (
	"time"

	"opfyldt/internal/calendar"
)

// What the API says about people and their rights, as JSON.

type bodyOf[T any] struct{ Body T }

// Session is who is logged in, and what they may do.
type Session struct {
	Subject             string            `json:"subject"`
	Name                string            `json:"name"`
	Roles               []string          `json:"roles"`
	Goals               []string          `json:"goals" doc:"The goals of their own; * for all."`
	Operations          []string          `json:"operations" doc:"What they may do in some contract, on some goal."`
	Contracts           []SessionContract `json:"contracts" doc:"The contracts that they see."`
	Today               calendar.Date     `json:"today"`
	Demo                bool              `json:"demo"`
	DevelopmentProvider bool              `json:"developmentProvider"`
}

// SessionContract names a contract in a list to choose from.
type SessionContract struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Agency     string        `json:"agency"`
	Department string        `json:"department"`
	From       calendar.Date `json:"from"`
	To         calendar.Date `json:"to"`
	Version    int           `json:"version"`
}

// TokenLine is an API token without its secret.
type TokenLine struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Owner      string     `json:"owner" doc:"The subject of whoever made it."`
	OwnerName  string     `json:"ownerName"`
	Operations []string   `json:"operations"`
	Contracts  []string   `json:"contracts"`
	Goals      []string   `json:"goals"`
	Created    time.Time  `json:"created"`
	Expires    time.Time  `json:"expires"`
	Revoked    *time.Time `json:"revoked" nullable:"true"`
	Used       *time.Time `json:"used" nullable:"true" doc:"The minute of the last use."`
	State      string     `json:"state" enum:"good,expired,revoked"`
}

// TokenList is a list of API tokens, newest first.
type TokenList struct {
	Tokens []TokenLine `json:"tokens"`
}

// NewToken asks for an API token.
type NewToken struct {
	Name       string    `json:"name"`
	Operations []string  `json:"operations"`
	Contracts  []string  `json:"contracts" doc:"Ids of contracts, or * for all of one's own."`
	Goals      []string  `json:"goals" doc:"Ids of goals, or * for all of one's own."`
	Expires    time.Time `json:"expires" doc:"At most a year ahead."`
}

// MadeToken is a new API token with its secret, which is never shown again.
type MadeToken struct {
	Token  TokenLine `json:"token"`
	Secret string    `json:"secret"`
}

// TokenUses are the minutes in which an API token was used, newest first.
type TokenUses struct {
	Minutes []time.Time `json:"minutes"`
}

// Rights are roles, goals and contracts.
type Rights struct {
	Roles     []string `json:"roles"`
	Goals     []string `json:"goals"`
	Contracts []string `json:"contracts"`
}

// PersonLine is somebody who has logged in or tried to.
type PersonLine struct {
	Subject   string    `json:"subject"`
	Name      string    `json:"name"`
	Rights    Rights    `json:"rights" doc:"What they have now."`
	Claimed   Rights    `json:"claimed" doc:"What the login provider last said."`
	Appointed bool      `json:"appointed" doc:"The service's own settings name them as administrator, whatever the provider says."`
	FirstSeen time.Time `json:"firstSeen"`
	LastSeen  time.Time `json:"lastSeen"`
}

// ClaimNames says which of the provider's claims give what.
type ClaimNames struct {
	Roles     string `json:"roles"`
	Goals     string `json:"goals"`
	Contracts string `json:"contracts"`
}

// PeopleList is a list of people, by name.
type PeopleList struct {
	People []PersonLine `json:"people"`
	Claims ClaimNames   `json:"claims" doc:"The names of the provider's claims, as the service is set up."`
}

// GrantLine is one row of the fallback table.
type GrantLine struct {
	ID      string    `json:"id"`
	At      time.Time `json:"at"`
	By      string    `json:"by"`
	ByName  string    `json:"byName"`
	Subject string    `json:"subject"`
	Kind    string    `json:"kind" enum:"role,goal,contract"`
	Value   string    `json:"value"`
	Granted bool      `json:"granted"`
}

// GrantList is the fallback table, oldest row first.
type GrantList struct {
	Grants []GrantLine `json:"grants"`
}

// NewGrant asks for a row of the fallback table.
type NewGrant struct {
	ID      string `json:"id" doc:"A UUIDv7 that the client makes."`
	Subject string `json:"subject"`
	Kind    string `json:"kind" doc:"role, goal or contract."`
	Value   string `json:"value"`
	Granted bool   `json:"granted" doc:"False takes it back."`
}

// AccessTable is the permission table.
type AccessTable struct {
	Roles []string    `json:"roles"`
	Rows  []AccessRow `json:"rows"`
}

// AccessRow is one operation of the permission table.
type AccessRow struct {
	Operation string            `json:"operation"`
	Public    bool              `json:"public"`
	Reach     map[string]string `json:"reach" doc:"By role: -, own or all."`
}

func lineOf(t Token, now time.Time) TokenLine {
	line := TokenLine{ID: t.ID, Name: t.Name, Owner: t.Owner.ID, OwnerName: t.Owner.FullName, Operations: list(t.Operations),
		Contracts: list(t.Contracts), Goals: list(t.Goals), Created: t.Created, Expires: t.Expires, State: "good"}
	if !t.Used.IsZero() {
		line.Used = &t.Used
	}
	if !now.Before(t.Expires) {
		line.State = "expired"
	}
	if !t.Revoked.IsZero() {
		line.Revoked, line.State = &t.Revoked, "revoked"
	}
	return line
}

func rightsOf(roles []Role, goals, contracts []string) Rights {
	return Rights{roleNames(roles), list(goals), list(contracts)}
}

func roleNames(roles []Role) []string {
	names := []string{}
	for _, role := range roles {
		names = append(names, string(role))
	}
	return names
}
