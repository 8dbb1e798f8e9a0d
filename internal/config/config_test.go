package config_test

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/config"
)

func read(t *testing.T, environ ...string) *config.Config {
	t.Helper()
	c, err := config.Read(environ)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEmptyEnvironmentIsTheLocalDefault(t *testing.T) {
	c := read(t, "PATH=/usr/bin", "HOME=/root")
	if c.Listen != "127.0.0.1:8080" || c.PublicURL.String() != "http://127.0.0.1:8080" {
		t.Errorf("listens on %s as %s", c.Listen, c.PublicURL)
	}
	if !c.Development() || c.Database.URL != "" || c.Data != "data" || c.Database.MaxConnections != 16 {
		t.Errorf("not the embedded defaults: %+v", c)
	}
	if c.Session.Idle != 30*time.Minute || c.Session.Absolute != 10*time.Hour || c.CheckpointEvery != time.Minute {
		t.Errorf("times: %+v, %s", c.Session, c.CheckpointEvery)
	}
	if c.OIDC.RolesClaim != "roles" || !slices.Equal(c.OIDC.Scopes, []string{"openid", "profile"}) || c.LogLevel != slog.LevelInfo {
		t.Errorf("login: %+v, level %s", c.OIDC, c.LogLevel)
	}
}

func TestEverythingSet(t *testing.T) {
	c := read(t,
		"OPFYLDT_LISTEN=0.0.0.0:80", "OPFYLDT_PUBLIC_URL=https://opfyldt.example/",
		"OPFYLDT_OIDC_ISSUER=https://login.example/realms/r", "OPFYLDT_OIDC_CLIENT_ID=opfyldt",
		"OPFYLDT_OIDC_ROLES_CLAIM=realm_access.roles", "OPFYLDT_OIDC_ROLE_MAP=CN=Leads=lead, Audit=auditor",
		"OPFYLDT_OIDC_ADMINS=s1, s2", "OPFYLDT_LOG_LEVEL=WARN")
	if c.PublicURL.String() != "https://opfyldt.example" || c.Development() {
		t.Errorf("public %s, development %v", c.PublicURL, c.Development())
	}
	if c.OIDC.RoleMap["CN=Leads"] != "lead" || c.OIDC.RoleMap["Audit"] != "auditor" || len(c.OIDC.RoleMap) != 2 {
		t.Errorf("role map %v", c.OIDC.RoleMap)
	}
	if !slices.Equal(c.OIDC.Admins, []string{"s1", "s2"}) || c.LogLevel != slog.LevelWarn {
		t.Errorf("admins %v, level %s", c.OIDC.Admins, c.LogLevel)
	}
}

func TestMistakes(t *testing.T) {
	tests := []struct{ entry, variable, reason string }{
		{"LISTEN=8080", "LISTEN", `"8080" is no address and port; 127.0.0.1:8080 would be right`},
		{"LISTEN=127.0.0.1:99999", "LISTEN", `port "99999" is no number from 0 to 65535`},
		{"LISTEN=example.org:80", "LISTEN", `"example.org" is no IP address; 127.0.0.1, ::1 or 0.0.0.0 would be right`},
		{"PUBLIC_URL=opfyldt.example", "PUBLIC_URL", "is no web address; https://opfyldt.example would be right"},
		{"PUBLIC_URL=https://a.example/path", "PUBLIC_URL", "has more than scheme and host; https://a.example would be right"},
		{"PUBLIC_URL=http://a.example", "PUBLIC_URL", "is plain http to another machine; https://a.example would be right"},
		{"PUBLIC_URL=https://a.example", "OIDC_ISSUER", "is not set, and the development provider, which asks for no password, runs on loopback only; name an issuer, or listen on 127.0.0.1"},
		{"DATABASE_URL=mysql://x", "DATABASE_URL", "is no Postgres address; postgres://user@host:5432/opfyldt would be right"},
		{"DATABASE_MAX_CONNECTIONS=1", "DATABASE_MAX_CONNECTIONS", `"1" is no number from 2 to 1000`},
		{"OIDC_ISSUER=http://login.example", "OIDC_ISSUER", "is plain http to another machine; only https is safe there"},
		{"OIDC_ISSUER=https://login.example", "OIDC_CLIENT_ID", "is not set, and the issuer must know us by one"},
		{"OIDC_SCOPES=profile", "OIDC_SCOPES", "openid is not among them; openid profile would be right"},
		{"OIDC_ROLES_CLAIM=realm..roles", "OIDC_ROLES_CLAIM", `"realm..roles" has an empty part; realm_access.roles would be right`},
		{"OIDC_ROLE_MAP=a=boss", "OIDC_ROLE_MAP", `"a=boss" is no VALUE=ROLE; the roles are lead, auditor, management, department, admin`},
		{"SESSION_IDLE=ten", "SESSION_IDLE", `"ten" is no time from 1m to 24h; write it as 30m or 10h`},
		{"SESSION_IDLE=11h", "SESSION_IDLE", "11h is longer than OPFYLDT_SESSION_ABSOLUTE, 10h"},
		{"LOG_LEVEL=loud", "LOG_LEVEL", `"loud" is none of debug, info, warn, error`},
		{"SESION_IDLE=5m", "SESION_IDLE", "is no variable of ours; did you mean OPFYLDT_SESSION_IDLE?"},
		{"DATA_BASE_URL=x", "DATA_BASE_URL", "is no variable of ours; did you mean OPFYLDT_DATABASE_URL?"},
		{"DATA=a\nb", "DATA", "holds a line break or another control character; write it on one line"},
	}
	for _, tt := range tests {
		t.Run(tt.entry, func(t *testing.T) {
			_, err := config.Read([]string{"OPFYLDT_" + tt.entry})
			mistakes, ok := errors.AsType[config.Mistakes](err)
			want := config.Mistake{Variable: "OPFYLDT_" + tt.variable, Reason: tt.reason}
			if !ok || len(mistakes) != 1 || mistakes[0] != want {
				t.Errorf("got %v\nwant only %v", err, want)
			}
		})
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := config.Read([]string{"OPFYLDT_LISTEN=0.0.0.0:80", "OPFYLDT_LOG_LEVEL=loud", "OPFYLDT_SESSION_IDEL=5m"})
	want := []string{"OPFYLDT_SESSION_IDEL", "OPFYLDT_LOG_LEVEL", "OPFYLDT_PUBLIC_URL", "OPFYLDT_OIDC_ISSUER"}
	mistakes, _ := errors.AsType[config.Mistakes](err)
	var got []string
	for _, m := range mistakes {
		got = append(got, m.Variable)
	}
	if !slices.Equal(got, want) {
		t.Errorf("mistakes at %v, want %v", got, want)
	}
	if err == nil || !strings.HasPrefix(err.Error(), "the configuration has 4 mistakes:\n  OPFYLDT_SESSION_IDEL: ") {
		t.Errorf("written as %v", err)
	}
}

func TestSecretsAreNotPrinted(t *testing.T) {
	c := read(t, "OPFYLDT_DATABASE_URL=postgres://u:hush1@h/d", "OPFYLDT_OIDC_ISSUER=https://login.example",
		"OPFYLDT_OIDC_CLIENT_ID=us", "OPFYLDT_OIDC_CLIENT_SECRET=hush2", "OPFYLDT_LEDGER_KEY=hush3")
	for _, form := range []string{c.String(), fmt.Sprint(c), fmt.Sprintf("%v %+v", c, c)} {
		if strings.Contains(form, "hush") {
			t.Errorf("a secret shows in\n%s", form)
		}
	}
	for _, line := range []string{"OPFYLDT_DATABASE_URL=(set, not shown)\n", "OPFYLDT_OIDC_CLIENT_ID=us\n", "OPFYLDT_LOG_LEVEL=info (default)\n", "OPFYLDT_POSTGRES_BIN=(not set)\n"} {
		if !strings.Contains(c.String(), line) {
			t.Errorf("no line %q in\n%s", line, c)
		}
	}
	_, err := config.Read([]string{"OPFYLDT_DATABASE_URL=mysql://u:hush1@h/d"})
	if err == nil || strings.Contains(err.Error(), "hush1") {
		t.Errorf("a mistake shows the secret: %v", err)
	}
}

func TestHelpNamesEveryVariable(t *testing.T) {
	help := config.Help()
	for _, name := range []string{"LISTEN", "PUBLIC_URL", "DATA", "DATABASE_URL", "DATABASE_MAX_CONNECTIONS", "POSTGRES_BIN",
		"OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_SCOPES", "OIDC_ROLES_CLAIM", "OIDC_GOALS_CLAIM",
		"OIDC_CONTRACTS_CLAIM", "OIDC_NAME_CLAIM", "OIDC_ROLE_MAP", "OIDC_ADMINS", "SESSION_IDLE", "SESSION_ABSOLUTE",
		"LEDGER_KEY", "CHECKPOINT_EVERY", "LOG_LEVEL", "METRICS_LISTEN"} {
		if !strings.Contains(help, "\n  OPFYLDT_"+name+"\n      ") {
			t.Errorf("help does not name %s", name)
		}
	}
}

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{"127.0.0.1:80": true, "[::1]:80": true, "localhost": true, "127.9.9.9": true,
		"0.0.0.0:80": false, ":80": false, "10.0.0.1": false, "localhost.example": false, "": false} {
		if got := config.Loopback(host); got != want {
			t.Errorf("Loopback(%q) is %v", host, got)
		}
	}
}

// A folder without Postgres is among the mistakes told at once, unless another
// database is named.
func TestAFolderWithoutPostgresIsTold(t *testing.T) {
	_, err := config.Read([]string{"OPFYLDT_POSTGRES_BIN=/nope", "OPFYLDT_LISTEN=0.0.0.0:1"})
	if err == nil || !strings.Contains(err.Error(), "OPFYLDT_POSTGRES_BIN: names /nope, where there is no initdb") || !strings.Contains(err.Error(), "OPFYLDT_PUBLIC_URL") {
		t.Errorf("got %v", err)
	}
	if _, err := config.Read([]string{"OPFYLDT_POSTGRES_BIN=/nope", "OPFYLDT_DATABASE_URL=postgres://h/d"}); err != nil {
		t.Errorf("beside a database's address: %v", err)
	}
}
