package config

import (
	"fmt"
	"strings"
)

// Help lists all variables with their meaning and default.
func Help() string {
	var b strings.Builder
	b.WriteString("Environment variables:\n")
	for _, v := range variables() {
		fmt.Fprintf(&b, "\n  %s%s\n      %s", Prefix, v.name, v.meaning)
		if v.initial != "" {
			fmt.Fprintf(&b, " (default: %s)", v.initial)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// String writes the configuration as it is in force, a line for each variable.
// Of a secret it says only whether it is set.
func (c *Config) String() string {
	var b strings.Builder
	for _, v := range variables() {
		value, given := c.values[v.name], c.values[v.name] != ""
		switch {
		case v.secret && given:
			value = "(set, not shown)"
		case !given && v.initial != "":
			value = v.initial + " (default)"
		case !given:
			value = "(not set)"
		}
		fmt.Fprintf(&b, "%s%s=%s\n", Prefix, v.name, value)
	}
	return b.String()
}
