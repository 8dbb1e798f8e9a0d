package config

import (
	"log/slog"
	"net/url"
	"time"
)

// Config is what the environment says, checked.
type Config struct {
	Listen          string   // host:port
	PublicURL       *url.URL // how browsers reach us; no path, no query
	Data            string   // folder of the embedded database and the keys
	Database        Database
	OIDC            OIDC
	Session         Session
	Evidence        Evidence
	SMTP            SMTP
	Contact         string // whom people write to who cannot use a page; empty: nobody named
	LedgerKey       string // the signing key, or the file it is in; empty: one made in Data
	CheckpointEvery time.Duration
	LogLevel        slog.Level
	MetricsListen   string // host:port of /metrics alone; empty: on Listen

	values map[string]string // as given, for Print
}

// Database says which Postgres holds the facts.
type Database struct {
	URL            string // empty: the embedded one
	MaxConnections int
	PostgresBin    string // folder of initdb and postgres for the embedded one; empty: found
}

// OIDC says who logs people in, and which claims say what.
type OIDC struct {
	Issuer         string // empty: the development provider, on loopback alone
	ClientID       string
	ClientSecret   string
	Scopes         []string
	RolesClaim     string // "groups" or a path: "realm_access.roles"
	GoalsClaim     string
	ContractsClaim string
	NameClaim      string
	RoleMap        map[string]string // the provider's value -> our role
	Admins         []string          // subjects that are admin whatever the claims say
}

// Session says how long a login lasts.
type Session struct {
	Idle     time.Duration // without a request
	Absolute time.Duration // at all
}

// Evidence says where the files behind facts are kept.
type Evidence struct {
	Store   string // address of a bucket; empty: a folder in Data
	Largest int    // megabytes of the largest file taken
}

// SMTP says which server takes mails.
type SMTP struct {
	Address  string // host:port; empty: mails stay in the outbox
	From     string
	User     string
	Password string
	TLS      string // starttls, tls or none
}

// Development reports whether the built-in development provider logs people in.
func (c *Config) Development() bool { return c.OIDC.Issuer == "" }
