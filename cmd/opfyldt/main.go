// Command opfyldt tracks a performance contract from signature to annual
// report: a web service, and the same rules on the command line.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// stdio is what a command reads and writes, so that tests can run commands.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// command is one subcommand of the program.
type command struct {
	name    string
	summary string
	run     func(ctx context.Context, args []string, s stdio) error
}

// commands is the whole table, in the order that help shows it.
func commands() []command {
	return []command{
		{"demo", "serve an invented year of the CPR 2014 contract", demoCommand},
		{"contract", "check contract files, print their schema and the library", runContract},
		{"score", "score a contract from a results file", runScore},
		{"access", "print who may do what", accessCommand},
		{"spotcheck", "size, bound and draw of a spot check of customers", spotcheckCommand},
		{"serve", "serve the pages and the API", serveCommand},
		{"migrate", "bring a database's schema up to date", migrateCommand},
		{"ledger", "export a contract's log, verify one offline", ledgerCommand},
		{"version", "print which build this is", versionCommand},
		{"openapi", "print the API's description", openapiCommand},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr}))
}

// run executes one command and returns the exit status: 0, 1 with the reason on
// standard error, 2 for a call that is not understood.
func run(ctx context.Context, args []string, s stdio) int {
	switch {
	case len(args) == 2 && args[0] == "help":
		args = []string{args[1], "--help"}
	case len(args) == 0 || asksHelp(args[:1]):
		usage(s.out)
		return 0
	case args[0] == "--version":
		args = []string{"version"}
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return status(c.run(ctx, args[1:], s), s)
		}
	}
	fmt.Fprintf(s.err, "opfyldt: unknown command %q; `opfyldt help` lists them\n", args[0])
	return 2
}

func status(err error, s stdio) int {
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintln(s.err, err)
		return 2
	}
	fmt.Fprintln(s.err, words(err))
	return 1
}

// asksHelp reports whether the first argument asks for help.
func asksHelp(args []string) bool {
	return len(args) > 0 && (args[0] == "help" || args[0] == "--help" || args[0] == "-help" || args[0] == "-h")
}

// errUsage marks a call that is not understood: a flag that does not exist, an
// argument too many.
var errUsage = errors.New("usage")

func usage(w io.Writer) {
	fmt.Fprintln(w, "Opfyldt tracks performance contracts.\n\nCommands:")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.summary)
	}
}
