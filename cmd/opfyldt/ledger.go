package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"opfyldt/internal/database"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/ledger/audit"
)

const ledgerUsage = `usage:
  opfyldt ledger export --contract ID --out FILE   sign the log and write it out; FILE "-" is standard output
  opfyldt ledger verify FILE --key KEY             check an export offline; KEY is the public key or a file with it
  opfyldt ledger row PROOF [--export FILE --key KEY]
                                                   check offline that a row belongs to its import; PROOF is what the API answers
  opfyldt ledger key [--contract ID]               print the public key, for all logs or under the name of one

export and key take --data DIR and --database-url URL.`

// ledgerCommand is `opfyldt ledger`: a log taken home and checked.
func ledgerCommand(ctx context.Context, args []string, s stdio) error {
	if len(args) == 0 {
		return fmt.Errorf("%w: a subcommand is missing\n%s", errUsage, ledgerUsage)
	}
	switch args[0] {
	case "export":
		return exportLedger(ctx, args[1:], s)
	case "verify":
		return verifyLedger(args[1:], s)
	case "row":
		return verifyRow(args[1:], s)
	case "key":
		return printLedgerKey(ctx, args[1:], s)
	case "help", "--help", "-h":
		_, err := fmt.Fprintln(s.out, ledgerUsage)
		return err
	}
	return fmt.Errorf("%w: ledger %s is not understood\n%s", errUsage, args[0], ledgerUsage)
}

// ledgerFlags makes a subcommand's flags, with the data folder among them.
func ledgerFlags(name string, s stdio) (*flag.FlagSet, *string) {
	flags := flag.NewFlagSet("opfyldt ledger "+name, flag.ContinueOnError)
	flags.SetOutput(s.err)
	data := os.Getenv("OPFYLDT_DATA")
	if data == "" {
		data = "data"
	}
	return flags, flags.String("data", data, "the program's data folder")
}

func exportLedger(ctx context.Context, args []string, s stdio) error {
	flags, data := ledgerFlags("export", s)
	url := flags.String("database-url", os.Getenv("OPFYLDT_DATABASE_URL"), "the database, as the service's role; without it the one under --data")
	contractID := flags.String("contract", "", "the contract's id")
	out := flags.String("out", "", "the file to write; - is standard output")
	if err := flags.Parse(args); err != nil {
		return usageError(err)
	}
	if flags.NArg() > 0 || *contractID == "" || *out == "" {
		return fmt.Errorf("%w: --contract and --out are needed\n%s", errUsage, ledgerUsage)
	}
	from := database.Options{URL: *url, Data: *data}
	if err := from.Existing(); err != nil {
		return err
	}
	key, err := ledger.ReadKey(os.Getenv("OPFYLDT_LEDGER_KEY"), *data)
	if err != nil {
		return err
	}
	db, stop, err := database.Attach(ctx, from)
	if err != nil {
		return err
	}
	signer, err := ledger.NewSigner(db.Pool, key, time.Now)
	var unsigned error
	if err == nil {
		_, unsigned = signer.SignHeads(ctx)
		err = writeTo(*out, s.out, func(w io.Writer) error { return signer.Export(ctx, *contractID, w) })
	}
	if fault.KindOf(err) == fault.NotFound {
		err = unknownLog(*contractID)
	}
	if err == nil && unsigned != nil {
		err = fmt.Errorf("written up to the last checkpoint; not every log could be signed to its end: %w", unsigned)
	}
	return errors.Join(err, stop())
}

func verifyLedger(args []string, s stdio) error {
	flags := flag.NewFlagSet("opfyldt ledger verify", flag.ContinueOnError)
	flags.SetOutput(s.err)
	key := flags.String("key", "", "the public key or a file with it")
	files, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 1 || *key == "" {
		return fmt.Errorf("%w: one file and --key are needed\n%s", errUsage, ledgerUsage)
	}
	text, err := audit.ReadKey(*key)
	if err != nil {
		return err
	}
	f, err := os.Open(files[0])
	if err != nil {
		return err
	}
	defer f.Close()
	v, err := audit.Verify(f, files[0], text)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s: good: %d facts of %s under %d checkpoints, root %s\n", files[0], v.Leaves, v.Contract, v.Checkpoints, v.Root)
	return err
}

// parseAround takes flags before and after the arguments, as people type them.
func parseAround(flags *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, usageError(err)
		}
		if flags.NArg() == 0 {
			return rest, nil
		}
		rest, args = append(rest, flags.Arg(0)), flags.Args()[1:]
	}
}

func printLedgerKey(ctx context.Context, args []string, s stdio) error {
	flags, data := ledgerFlags("key", s)
	url := flags.String("database-url", os.Getenv("OPFYLDT_DATABASE_URL"), "the database, where --contract is looked up; without it the one under --data")
	contractID := flags.String("contract", "", "print it under the name of this contract's log")
	if err := flags.Parse(args); err != nil {
		return usageError(err)
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%w: ledger key takes no arguments\n%s", errUsage, ledgerUsage)
	}
	key, err := ledger.ReadKey(os.Getenv("OPFYLDT_LEDGER_KEY"), *data)
	if err != nil {
		return err
	}
	public, err := key.Verifier()
	if *contractID != "" {
		if err := hasLog(ctx, database.Options{URL: *url, Data: *data}, *contractID); err != nil {
			return err
		}
		public, err = key.VerifierFor(*contractID)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, public)
	return err
}

// hasLog refuses a contract that the database does not have. Where there is no
// database to ask, a key alone under --data, the name is taken as it is.
func hasLog(ctx context.Context, from database.Options, contractID string) error {
	if from.Existing() != nil {
		return nil
	}
	db, stop, err := database.Attach(ctx, from)
	if err != nil {
		return err
	}
	book := ledger.NewBook(db.Pool, nil, time.Now)
	_, err = book.Head(ctx, contractID, time.Time{})
	if fault.KindOf(err) == fault.NotFound {
		err = unknownLog(contractID)
	}
	return errors.Join(err, stop())
}

func unknownLog(contractID string) error {
	return fmt.Errorf("there is no fact of a contract %q", contractID)
}
