package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
)

const contractUsage = `usage:
  opfyldt contract check FILE...  tell all mistakes; FILE "-" is standard input
  opfyldt contract schema         print the JSON Schema of contract files
  opfyldt contract list           list the contracts that ship with the program
  opfyldt contract show ID        print one of them
  opfyldt contract new            ask for a contract and write its file
  opfyldt contract compare BEFORE AFTER
                                  tell in words what a file changes in another
  opfyldt contract next FILE      make next year's file of this year's
  opfyldt contract lift FILE      make a file of the newest format of an older one
  opfyldt contract load [--data FOLDER | --database-url URL] FILE...
                                  take files (or IDs) into the database as the contracts' next versions`

// runContract is `opfyldt contract`: everything about contract files. Only load
// needs a database.
func runContract(ctx context.Context, args []string, s stdio) error {
	if len(args) == 0 {
		return fmt.Errorf("%w: a subcommand is missing\n%s", errUsage, contractUsage)
	}
	name, rest := args[0], args[1:]
	switch {
	case name == "help" || name == "--help" || name == "-h":
		_, err := fmt.Fprintln(s.out, contractUsage)
		return err
	case name == "check" && len(rest) > 0:
		return checkContracts(rest, s)
	case name == "schema" && len(rest) == 0:
		_, err := s.out.Write(contract.Schema())
		return err
	case name == "list" && len(rest) == 0:
		return listContracts(s.out)
	case name == "show" && len(rest) == 1:
		return showContract(rest[0], s.out)
	case name == "new":
		return newContract(rest, s)
	case name == "compare":
		return compareContracts(rest, s)
	case name == "next":
		return nextContract(rest, s)
	case name == "lift":
		return liftContract(rest, s)
	case name == "load":
		return loadContracts(ctx, rest, s)
	}
	return fmt.Errorf("%w: contract %s is not understood\n%s", errUsage, name, contractUsage)
}

// checkContracts says how each file fares: the sound ones on standard output,
// every problem of all of them on standard error.
func checkContracts(files []string, s stdio) error {
	var all contract.Problems
	var unread error
	for _, file := range files {
		loaded, err := loadContract(file, s.in)
		if err != nil {
			unread = errors.Join(unread, err)
			continue
		}
		all = append(all, loaded.Problems...)
		if loaded.Contract != nil {
			fmt.Fprintf(s.out, "%s: ok: %s\n", file, contractSize(loaded.Contract))
		}
	}
	if err := all.Err(); err != nil || unread != nil {
		return errors.Join(err, unread)
	}
	for _, warning := range all {
		fmt.Fprintln(s.err, warning)
	}
	return nil
}

// contractSize says how much a contract holds.
func contractSize(c *contract.Contract) string {
	requirements, steps := 0, 0
	for _, g := range c.Goals() {
		requirements += len(g.Requirements)
		for _, r := range g.Requirements {
			for _, item := range r.Items {
				steps += len(item.Steps)
			}
		}
	}
	return fmt.Sprintf("%d goals, %d requirements, %d steps, %d deadlines, %d readings",
		len(c.Goals()), requirements, steps, len(c.Reporting.Deadlines), len(c.Readings))
}

// loadContract reads a file, or standard input where the name is "-".
func loadContract(file string, in io.Reader) (contract.Loaded, error) {
	if file == "-" {
		return contract.ParseReader("-", in)
	}
	return contract.LoadFile(file)
}

func listContracts(w io.Writer) error {
	files, err := library.List()
	if err != nil {
		return err
	}
	for _, f := range files {
		c, _, err := library.Load(f.ID)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%-26s %s to %s  %s\n", f.ID, c.Period.From, c.Period.To, c.Title); err != nil {
			return err
		}
	}
	return nil
}

func showContract(id string, w io.Writer) error {
	f, err := library.Open(id)
	if err != nil {
		return err
	}
	_, err = w.Write(f.Source)
	return err
}
