package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
)

const liftUsage = `usage:
  opfyldt contract lift [--out FILE] FILE

Makes a file of the newest format of an older one: the stamp is written anew, and
every comment stays where it is. What means something else from now on is told on
standard error, with what the check says of the file. A file of the newest format is
left as it is. FILE is a file, "-" for standard input, or the id of a contract of the
library.

  --out FILE  where to write it (else standard output)`

// liftContract makes a file of the newest format.
func liftContract(args []string, s stdio) error {
	flags := flag.NewFlagSet("contract lift", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	out := flags.String("out", "-", "")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintln(s.out, liftUsage)
		return err
	} else if err != nil || flags.NArg() != 1 {
		return fmt.Errorf("%w: contract lift is not understood\n%s", errUsage, liftUsage)
	}
	name := flags.Arg(0)
	c, source, err := soundContract(name, s.in)
	if err != nil {
		return err
	}
	lifted, err := revision.Lift(c, source)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if lifted.Newest {
		_, err := fmt.Fprintf(s.err, "%s: is of the newest format already: %s\n", name, contract.Format)
		return err
	}
	err = writeTo(*out, s.out, func(w io.Writer) error {
		_, err := io.WriteString(w, lifted.Source)
		return err
	})
	if err != nil {
		return err
	}
	for _, change := range lifted.Otherwise {
		fmt.Fprintln(s.err, catalogue.Text(c.Language, change.Key, change.Params))
	}
	_, problems := contract.Parse(*out, []byte(lifted.Source))
	for _, p := range problems {
		fmt.Fprintln(s.err, p)
	}
	return nil
}
