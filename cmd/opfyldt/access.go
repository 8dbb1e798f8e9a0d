package main

import (
	"context"
	"flag"
	"fmt"

	"opfyldt/internal/access"
)

const accessUsage = `usage:
  opfyldt access table [--markdown]   print who may do what; --markdown as in docs/access.md`

// accessCommand prints the permission table.
func accessCommand(_ context.Context, args []string, s stdio) error {
	if asksHelp(args) {
		_, err := fmt.Fprintln(s.out, accessUsage)
		return err
	}
	if len(args) == 0 || args[0] != "table" {
		return fmt.Errorf("%w: opfyldt access table [--markdown]", errUsage)
	}
	flags := flag.NewFlagSet("opfyldt access table", flag.ContinueOnError)
	flags.SetOutput(s.err)
	markdown := flags.Bool("markdown", false, "print a Markdown table, as in docs/access.md")
	if err := flags.Parse(args[1:]); err != nil {
		return usageError(err)
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%w: opfyldt access table takes no argument %q", errUsage, flags.Arg(0))
	}
	if *markdown {
		fmt.Fprint(s.out, access.Markdown())
		return nil
	}
	fmt.Fprint(s.out, access.Text())
	return nil
}
