package config

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"opfyldt/internal/spelling"
)

// mostWrong is how many keystrokes a variable's name may be off.
const mostWrong = 5

// Mistake is one variable that is wrong.
type Mistake struct {
	Variable string
	Reason   string // what is wrong, what would be right
}

// Mistakes is every variable that is wrong, in the order of help.
type Mistakes []Mistake

// Error writes one mistake on each line.
func (m Mistakes) Error() string {
	lines := []string{fmt.Sprintf("the configuration has %d mistakes:", len(m))}
	if len(m) == 1 {
		lines[0] = "the configuration has a mistake:"
	}
	for _, mistake := range m {
		lines = append(lines, "  "+mistake.Variable+": "+mistake.Reason)
	}
	return strings.Join(lines, "\n")
}

// Read checks the variables in an environment, written as os.Environ does, and
// names all mistakes at once, as Mistakes.
func Read(environ []string) (*Config, error) {
	c := &Config{values: ours(environ)}
	mistakes := c.unknown()
	for _, v := range variables() {
		value := c.values[v.name]
		if value == "" {
			value = v.initial
		}
		if err := v.set(c, value); err != nil {
			mistakes = append(mistakes, Mistake{Prefix + v.name, err.Error()})
		}
	}
	if mistakes = append(mistakes, c.together()...); len(mistakes) > 0 {
		return nil, mistakes
	}
	return c, nil
}

// ours returns the values of the variables with our prefix, by name without it.
func ours(environ []string) map[string]string {
	values := map[string]string{}
	for _, entry := range environ {
		if name, value, ok := strings.Cut(entry, "="); ok && strings.HasPrefix(name, Prefix) {
			values[strings.TrimPrefix(name, Prefix)] = strings.TrimSpace(value)
		}
	}
	return values
}

// unknown names the variables that nobody reads, with the nearest right one.
func (c *Config) unknown() Mistakes {
	var names, mistaken []string
	for _, v := range variables() {
		names = append(names, v.name)
	}
	for name := range c.values {
		if !slices.Contains(names, name) {
			mistaken = append(mistaken, name)
		}
	}
	slices.Sort(mistaken)
	var mistakes Mistakes
	for _, name := range mistaken {
		reason := "is no variable of ours; `opfyldt serve --help` lists them"
		if near := spelling.Nearest(name, names, mostWrong); near != "" {
			reason = "is no variable of ours; did you mean " + Prefix + near + "?"
		}
		mistakes = append(mistakes, Mistake{Prefix + name, reason})
	}
	return mistakes
}

// together checks what only shows when variables are looked at side by side,
// and derives the public address.
func (c *Config) together() Mistakes {
	var mistakes Mistakes
	add := func(name, reason string) { mistakes = append(mistakes, Mistake{Prefix + name, reason}) }
	if c.Listen != "" { // an empty one is a mistake that is named already
		c.addresses(add)
	}
	if c.Database.URL == "" && c.Database.PostgresBin != "" {
		if _, err := os.Stat(filepath.Join(c.Database.PostgresBin, "initdb")); err != nil {
			add("POSTGRES_BIN", "names "+c.Database.PostgresBin+", where there is no initdb; name the folder that holds it, or leave it out")
		}
	}
	if !c.Development() && c.OIDC.ClientID == "" {
		add("OIDC_CLIENT_ID", "is not set, and the issuer must know us by one")
	}
	if c.Session.Absolute > 0 && c.Session.Idle > c.Session.Absolute {
		add("SESSION_IDLE", fmt.Sprintf("%s is longer than %sSESSION_ABSOLUTE, %s", short(c.Session.Idle), Prefix, short(c.Session.Absolute)))
	}
	return mistakes
}

// addresses derives the public address and keeps the development provider on
// this machine.
func (c *Config) addresses(add func(name, reason string)) {
	local := Loopback(c.Listen)
	if c.values["PUBLIC_URL"] == "" {
		c.PublicURL = &url.URL{Scheme: "http", Host: c.Listen}
		if !local {
			add("PUBLIC_URL", "is not set, and "+c.Listen+" is not this machine alone; say how browsers reach the service, as https://opfyldt.example")
		}
	}
	if c.values["OIDC_ISSUER"] != "" || c.PublicURL == nil {
		return
	}
	if !local || !Loopback(c.PublicURL.Host) {
		add("OIDC_ISSUER", "is not set, and the development provider, which asks for no password, runs on loopback only; name an issuer, or listen on 127.0.0.1")
	}
}
