package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/contract/revision"
)

const nextUsage = `usage:
  opfyldt contract next [--id ID] [--out FILE] FILE

Makes next year's contract file of this year's: every day a year later, version 1
without amendments, and the targets that the outlook gave. FILE is a file, "-" for
standard input, or the id of a contract of the library. What a person must decide
is told on standard error, line by line: the day of signature, targets that the
outlook does not give, and texts that still speak of the year that was.

  --id ID     the new contract's id (else this year's id with the year after)
  --out FILE  where to write it (else standard output)`

const compareUsage = `usage:
  opfyldt contract compare [--language da|en] BEFORE AFTER

Tells in words what the second contract file changes in the first. Contracts of
two years are compared as if they were of the later one's: what is told was agreed
anew. Each is a file, "-" for standard input, or the id of a contract of the
library. Exit status 0 also where they differ.`

// nextContract writes next year's file.
func nextContract(args []string, s stdio) error {
	flags := flag.NewFlagSet("contract next", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	id := flags.String("id", "", "")
	out := flags.String("out", "-", "")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintln(s.out, nextUsage)
		return err
	} else if err != nil || flags.NArg() != 1 {
		return fmt.Errorf("%w: contract next is not understood\n%s", errUsage, nextUsage)
	}
	name := flags.Arg(0)
	c, source, err := soundContract(name, s.in)
	if err != nil {
		return err
	}
	if *id == "" {
		if *id = nextID(c); *id == c.ID {
			return fmt.Errorf("the id %s does not name the year %d: say the new contract's with --id", c.ID, c.Year())
		}
	}
	next, err := revision.Next(source, *id)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	err = writeTo(*out, s.out, func(w io.Writer) error {
		_, err := io.WriteString(w, next.Source)
		return err
	})
	if err != nil {
		return err
	}
	tellNext(s.err, *out, c.Year(), next)
	return nil
}

// nextID is this year's id with the year after in the year's place.
func nextID(c *contract.Contract) string {
	return strings.Replace(c.ID, strconv.Itoa(c.Year()), strconv.Itoa(c.Year()+1), 1)
}

// tellNext says what was done, and what only a person can do.
func tellNext(w io.Writer, file string, year int, next revision.NextYear) {
	fmt.Fprintf(w, "%d days moved to the year after. Decide before it is signed:\n", next.Moved)
	_, problems := contract.Parse(file, []byte(next.Source))
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
	for _, l := range next.Speaks {
		fmt.Fprintf(w, "%s:%d: still speaks of %d: %s\n", file, l.Line, year, l.Text)
	}
}

// compareContracts tells the differences of two files in words.
func compareContracts(args []string, s stdio) error {
	flags := flag.NewFlagSet("contract compare", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	language := flags.String("language", "", "")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintln(s.out, compareUsage)
		return err
	} else if err != nil || flags.NArg() != 2 || flags.Arg(0) == "-" && flags.Arg(1) == "-" {
		return fmt.Errorf("%w: contract compare is not understood\n%s", errUsage, compareUsage)
	}
	before, _, err := soundContract(flags.Arg(0), s.in)
	if err != nil {
		return err
	}
	after, _, err := soundContract(flags.Arg(1), s.in)
	if err != nil {
		return err
	}
	if *language == "" {
		*language = after.Language
	}
	if *language != catalogue.Danish && *language != catalogue.English {
		return fmt.Errorf("%w: --language is %s, write da or en", errUsage, *language)
	}
	for _, change := range revision.Compare(before, after) {
		if _, err := fmt.Fprintln(s.out, catalogue.Text(*language, change.Key, change.Params)); err != nil {
			return err
		}
	}
	return nil
}

// soundContract reads a file that passes its checks, standard input where the name
// is "-", or a contract of the library by its id.
func soundContract(name string, in io.Reader) (*contract.Contract, string, error) {
	loaded, err := loadContract(name, in)
	if err != nil {
		f, notShipped := library.Open(name)
		if notShipped != nil {
			return nil, "", err
		}
		if loaded, err = contract.ParseReader(name, bytes.NewReader(f.Source)); err != nil {
			return nil, "", err
		}
	}
	if err := loaded.Problems.Err(); err != nil {
		return nil, "", err
	}
	return loaded.Contract, string(loaded.Source), nil
}
