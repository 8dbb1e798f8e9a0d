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

// SettingState says where a setting's value comes from.
type SettingState string

// The states.
const (
	Set     SettingState = "set"
	Default SettingState = "default"
	Secret  SettingState = "secret" // set, and not to be shown
	Unset   SettingState = "unset"
)

// Setting is a variable as it is in force.
type Setting struct {
	Name    string // without the prefix
	Value   string // empty where it is secret or not set
	State   SettingState
	Meaning string
}

// Settings lists the variables as they are in force, in the order of the help.
func (c *Config) Settings() []Setting {
	var list []Setting
	for _, v := range variables() {
		s := Setting{Name: v.name, Value: c.values[v.name], State: Set, Meaning: v.meaning}
		switch {
		case v.secret && s.Value != "":
			s.Value, s.State = "", Secret
		case s.Value == "" && v.initial != "":
			s.Value, s.State = v.initial, Default
		case s.Value == "":
			s.State = Unset
		}
		list = append(list, s)
	}
	return list
}

// String writes the configuration as it is in force, a line for each variable.
// Of a secret it says only whether it is set.
func (c *Config) String() string {
	var b strings.Builder
	for _, s := range c.Settings() {
		value := s.Value
		switch s.State {
		case Secret:
			value = "(set, not shown)"
		case Default:
			value += " (default)"
		case Unset:
			value = "(not set)"
		}
		fmt.Fprintf(&b, "%s%s=%s\n", Prefix, s.Name, value)
	}
	return b.String()
}
