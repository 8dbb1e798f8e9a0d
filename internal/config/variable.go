package config

import "time"

// Prefix begins the name of every variable.
const Prefix = "OPFYLDT_"

// variable is one environment variable: set puts its checked value into the
// config, or says what is wrong and what would be right.
type variable struct {
	name    string // without the prefix
	initial string // what holds where it is not set
	secret  bool
	meaning string
	set     func(c *Config, value string) error
}

// variables is the whole list, in the order in which help shows it.
func variables() []variable {
	return []variable{
		{"LISTEN", "127.0.0.1:8080", false, "address and port that the service listens on; port 0 lets the kernel choose",
			func(c *Config, v string) error { return hostPort(&c.Listen, v) }},
		{"PUBLIC_URL", "", false, "how browsers reach the service, as https://opfyldt.example; without it http:// and the address it listens on",
			func(c *Config, v string) error { return origin(&c.PublicURL, v) }},
		{"DATA", "data", false, "folder of the embedded database and of the keys the program makes",
			func(c *Config, v string) error { return text(&c.Data, v) }},
		{"DATABASE_URL", "", true, "Postgres 14 to 18, as postgres://user@host/name; without it the program starts its own under the data folder",
			func(c *Config, v string) error { return postgresURL(&c.Database.URL, v) }},
		{"DATABASE_MAX_CONNECTIONS", "16", false, "connections to the database at most, 2 to 1000",
			func(c *Config, v string) error { return number(&c.Database.MaxConnections, v, 2, 1000) }},
		{"POSTGRES_BIN", "", false, "folder with initdb and postgres for the embedded database; without it they are looked for",
			func(c *Config, v string) error { return text(&c.Database.PostgresBin, v) }},
		{"OIDC_ISSUER", "", false, "issuer of the OpenID provider, as https://login.example/realms/r; without it the development provider, on loopback only",
			func(c *Config, v string) error { return issuer(&c.OIDC.Issuer, v) }},
		{"OIDC_CLIENT_ID", "", false, "our client id at the provider",
			func(c *Config, v string) error { return text(&c.OIDC.ClientID, v) }},
		{"OIDC_CLIENT_SECRET", "", true, "our client secret at the provider; without it we are a public client with PKCE alone",
			func(c *Config, v string) error { return text(&c.OIDC.ClientSecret, v) }},
		{"OIDC_SCOPES", "openid profile", false, "scopes to ask for, with spaces between; openid is among them",
			func(c *Config, v string) error { return scopes(&c.OIDC.Scopes, v) }},
		{"OIDC_ROLES_CLAIM", "roles", false, "claim with the person's roles; dots lead into objects, as realm_access.roles",
			func(c *Config, v string) error { return claim(&c.OIDC.RolesClaim, v) }},
		{"OIDC_GOALS_CLAIM", "opfyldt_goals", false, "claim with the goals a lead owns: ids, cpr-2014:1 for one contract's, * for all",
			func(c *Config, v string) error { return claim(&c.OIDC.GoalsClaim, v) }},
		{"OIDC_CONTRACTS_CLAIM", "opfyldt_contracts", false, "claim with the contracts a person sees: ids, * for all",
			func(c *Config, v string) error { return claim(&c.OIDC.ContractsClaim, v) }},
		{"OIDC_NAME_CLAIM", "name", false, "claim with the name shown",
			func(c *Config, v string) error { return claim(&c.OIDC.NameClaim, v) }},
		{"OIDC_ROLE_MAP", "", false, "the provider's values for our roles, as CPR-Leads=lead,CPR-Audit=auditor; our own names always count",
			func(c *Config, v string) error { return roleMap(&c.OIDC.RoleMap, v) }},
		{"OIDC_ADMINS", "", false, "subjects (sub) that are admin whatever the provider says, with commas between: who keeps access at first",
			func(c *Config, v string) error { return list(&c.OIDC.Admins, v) }},
		{"SESSION_IDLE", "30m", false, "a login ends after this long without a request, 1m to 24h",
			func(c *Config, v string) error { return duration(&c.Session.Idle, v, time.Minute, 24*time.Hour) }},
		{"SESSION_ABSOLUTE", "10h", false, "a login ends after this long at all, 5m to 168h",
			func(c *Config, v string) error { return duration(&c.Session.Absolute, v, 5*time.Minute, 168*time.Hour) }},
		{"ACCESSIBILITY_CONTACT", "", false, "e-mail address in the accessibility statement, for those who cannot use a page; a public body must name one",
			func(c *Config, v string) error { return text(&c.Contact, v) }},
		{"EVIDENCE_STORE", "", false, "bucket for the files behind facts, as s3://name?region=eu-north-1 with the usual AWS_ variables; without it a folder under the data folder",
			func(c *Config, v string) error { return bucket(&c.Evidence.Store, v) }},
		{"EVIDENCE_LARGEST", "25", false, "megabytes of the largest file taken, 1 to 500",
			func(c *Config, v string) error { return number(&c.Evidence.Largest, v, 1, 500) }},
		{"SMTP_ADDRESS", "", false, "mail server, as smtp.example:587; without it mails stay in the outbox that administrators see",
			func(c *Config, v string) error { return server(&c.SMTP.Address, v) }},
		{"SMTP_FROM", "opfyldt@localhost", false, "address that mails come from",
			func(c *Config, v string) error { return text(&c.SMTP.From, v) }},
		{"SMTP_USER", "", false, "user at the mail server; without it nobody logs in there",
			func(c *Config, v string) error { return text(&c.SMTP.User, v) }},
		{"SMTP_PASSWORD", "", true, "the user's password",
			func(c *Config, v string) error { return text(&c.SMTP.Password, v) }},
		{"SMTP_TLS", "starttls", false, "starttls, tls from the first byte, or none for a server on this machine",
			func(c *Config, v string) error { return choice(&c.SMTP.TLS, v, "starttls", "tls", "none") }},
		{"LEDGER_KEY", "", true, "key that signs checkpoints, or the file it is in; without it one is made under the data folder",
			func(c *Config, v string) error { return text(&c.LedgerKey, v) }},
		{"CHECKPOINT_EVERY", "1m", false, "a log that has grown is signed this often, 1s to 24h",
			func(c *Config, v string) error { return duration(&c.CheckpointEvery, v, time.Second, 24*time.Hour) }},
		{"LOG_LEVEL", "info", false, "debug, info, warn or error",
			func(c *Config, v string) error { return level(&c.LogLevel, v) }},
		{"METRICS_LISTEN", "", false, "address and port for /metrics alone; without it /metrics is on the service's own",
			func(c *Config, v string) error { return hostPort(&c.MetricsListen, v) }},
	}
}
