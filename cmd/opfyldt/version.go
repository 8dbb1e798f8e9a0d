package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

// versionCommand is `opfyldt version`.
func versionCommand(_ context.Context, args []string, s stdio) error {
	if len(args) > 0 && !asksHelp(args) {
		return fmt.Errorf("%w: opfyldt version takes no argument %q", errUsage, args[0])
	}
	if asksHelp(args) {
		_, err := fmt.Fprintln(s.out, "usage:\n  opfyldt version   print which build this is")
		return err
	}
	_, err := fmt.Fprintln(s.out, "opfyldt", version())
	return err
}

// version names the build: its release, or the revision it was built from;
// "devel" where neither is known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	revision, changed := "", false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	switch {
	case len(revision) < 12 || changed:
		return "devel"
	case info.Main.Version != "" && info.Main.Version != "(devel)":
		return info.Main.Version
	}
	return revision[:12]
}
