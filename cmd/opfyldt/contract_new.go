package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/draft"
	"opfyldt/internal/contract/paper"
	"opfyldt/internal/exact"
)

const newUsage = `usage:
  opfyldt contract new [--paper FILE] [--out FILE]

Asks for a contract in the terminal, goal by goal, and writes its file with a
comment at each line that says where in the paper it stands. With --paper, the
paper's text (UTF-8) is searched: a table of weights becomes goals, "senest den
1. juli" a day, "mindst 95 pct." a target; each is asked about, none is taken by
itself. An empty answer takes what stands in [brackets]; where nothing does, the
file's check asks for it later. Nothing is written before the last answer.

  --paper FILE  the contract's text, to find suggestions in
  --out FILE    where to write the file (else standard output)`

// mostPaper is how much of a paper is read.
const mostPaper = 4 << 20

// newContract asks for a contract and writes its file.
func newContract(args []string, s stdio) error {
	flags := flag.NewFlagSet("contract new", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	file := flags.String("paper", "", "")
	out := flags.String("out", "-", "")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, err := fmt.Fprintln(s.out, newUsage)
		return err
	} else if err != nil || flags.NArg() != 0 {
		return fmt.Errorf("%w: contract new is not understood\n%s", errUsage, newUsage)
	}
	text, err := paperText(*file)
	if err != nil {
		return err
	}
	i := &interview{in: bufio.NewScanner(s.in), out: s.err, paper: text}
	source := draft.Write(i.draft())
	if i.err != nil {
		return i.err
	}
	err = writeTo(*out, s.out, func(w io.Writer) error {
		_, err := io.WriteString(w, source)
		return err
	})
	if err != nil {
		return err
	}
	_, problems := contract.Parse(*out, []byte(source))
	if len(problems) == 0 {
		fmt.Fprintln(s.err, "The file passes its check.")
		return nil
	}
	fmt.Fprintln(s.err, "The check still asks:")
	for _, p := range problems {
		fmt.Fprintln(s.err, p)
	}
	return nil
}

func paperText(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	f, err := os.Open(file)
	if err != nil {
		return "", fmt.Errorf("read the paper: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostPaper))
	return string(text), err
}

// interview asks in the terminal. After the first error it asks no more.
type interview struct {
	in    *bufio.Scanner
	out   io.Writer
	paper string
	year  int
	days  []paper.Day
	err   error
}

var errUnfinished = errors.New("the answers ended before the contract did; nothing was written")

// ask puts a question until its answer is understood. An empty answer takes the
// suggestion.
func (i *interview) ask(question, suggestion string, understood func(string) error) string {
	for i.err == nil {
		if suggestion == "" {
			fmt.Fprintf(i.out, "%s: ", question)
		} else {
			fmt.Fprintf(i.out, "%s [%s]: ", question, suggestion)
		}
		if !i.in.Scan() {
			i.err = errors.Join(errUnfinished, i.in.Err())
			fmt.Fprintln(i.out)
			return ""
		}
		answer := strings.TrimSpace(i.in.Text())
		if answer == "" {
			answer = suggestion
		}
		if answer == "" || understood == nil {
			return answer
		}
		err := understood(answer)
		if err == nil {
			return answer
		}
		fmt.Fprintf(i.out, "  %s\n", err)
	}
	return ""
}

func (i *interview) yes(question string, suggested bool) bool {
	suggestion := "n"
	if suggested {
		suggestion = "y"
	}
	return i.oneOf(question, suggestion, "y", "n") == "y"
}

func (i *interview) oneOf(question, suggestion string, words ...string) string {
	return i.ask(question+" ("+strings.Join(words, ", ")+")", suggestion, func(answer string) error {
		for _, w := range words {
			if answer == w {
				return nil
			}
		}
		return fmt.Errorf("write one of %s", strings.Join(words, ", "))
	})
}

func (i *interview) day(question, suggestion string) (d calendar.Date) {
	i.ask(question, suggestion, func(answer string) (err error) {
		if d, err = calendar.ParseDate(answer); err != nil {
			return errors.New("write a day as 2014-06-30")
		}
		return nil
	})
	return d
}

func (i *interview) number(question, suggestion string) (n *exact.Rat) {
	i.ask(question, suggestion, func(answer string) error {
		x, err := exact.Parse(strings.ReplaceAll(answer, ",", "."))
		if err != nil {
			return errors.New("write an exact number: 12.5, 75 or 1/12")
		}
		n = &x
		return nil
	})
	return n
}

func (i *interview) draft() draft.Draft {
	d := draft.Draft{
		ID:         i.ask("Id of the contract, as cpr-2014", "", nil),
		Language:   i.oneOf("Its language", "da", "da", "en"),
		Title:      i.ask("Title", "", nil),
		Agency:     i.ask("Agency", "", nil),
		Department: i.ask("Department", "", nil),
		Signed:     i.day("Signed on", ""),
	}
	d.From = i.day("In force from", "")
	end := ""
	if !d.From.IsZero() {
		i.year = d.From.Year()
		end = d.From.AddMonths(12).AddDays(-1).String()
	}
	d.To = i.day("In force to", end)
	i.days = paper.Days(i.paper, i.year)
	found := paper.Weights(i.paper)
	kind := string(contract.Percents)
	if len(found) > 0 && found[0].Unit != "" {
		kind = found[0].Unit
	}
	d.Weights = contract.WeightKind(i.oneOf("Weights are", kind, "percent", "points", "fractions", "money", "none"))
	if d.Weights != contract.NoWeights {
		if sum := i.number("They sum to", map[bool]string{true: "1", false: "100"}[d.Weights == contract.Fractions]); sum != nil {
			d.Sum = *sum
		}
	}
	d.Goals = i.goals(found, d.Weights != contract.NoWeights)
	return d
}

// goals takes those that a table of the paper names, and asks for more.
func (i *interview) goals(found []paper.Weighted, weighted bool) (goals []draft.Goal) {
	for _, w := range found {
		fmt.Fprintf(i.out, "The paper's line %d: goal %s, %s, weight %s\n", w.Line, w.Number, w.Title, w.Printed)
		if i.yes("Is it a goal", true) {
			goals = append(goals, i.goal(draft.Goal{Number: w.Number, Title: w.Title, Weight: w.Value, Printed: w.Printed, Place: draft.Place{Line: w.Line}}, weighted))
		}
	}
	for i.err == nil && i.yes("Another goal", len(goals) == 0) {
		goals = append(goals, i.goal(draft.Goal{}, weighted))
	}
	return goals
}

func (i *interview) goal(g draft.Goal, weighted bool) draft.Goal {
	g.Number = i.ask("Its number", g.Number, nil)
	g.Title = i.ask("Its title", g.Title, nil)
	if weighted {
		if w := i.number("Its weight", g.Printed); w != nil {
			if !w.Equal(g.Weight) {
				g.Printed = ""
			}
			g.Weight = *w
		}
	}
	g.Scale = draft.Scale(i.oneOf("Its degrees: 0 or 100, also 50, or anything between", "yes-no", "yes-no", "half", "open"))
	g.Place.Page = i.ask("Page of the paper", "", nil)
	g.Place.Table = i.ask("Table of the paper", "", nil)
	for i.err == nil && i.yes("A requirement under it", len(g.Requirements) == 0) {
		g.Requirements = append(g.Requirements, i.requirement(g.Title))
	}
	return g
}

func (i *interview) requirement(title string) draft.Requirement {
	r := draft.Requirement{Title: i.ask("What it needs", title, nil)}
	r.Measure = contract.Measure(i.oneOf("Measured by", "milestones", "milestones", "timeliness", "monthly-count", "survey", "deviation", "number", "yes-no"))
	switch r.Measure {
	case contract.Milestones:
		r.Steps = i.steps()
		return r
	case contract.YesNo:
		return r
	}
	r.Unit = i.ask("Unit", "", nil)
	bound := contract.AtLeast
	if r.Measure == contract.Deviation {
		bound = contract.AtMost
	}
	for _, t := range paper.Targets(i.paper) {
		fmt.Fprintf(i.out, "The paper's line %d: %s\n", t.Line, t.Text)
	}
	r.Bound = contract.Bound(i.oneOf("The target is", string(bound), "at-least", "at-most"))
	r.Value = i.number("The target's figure", "")
	if r.Measure == contract.Timeliness {
		i.limit(&r)
	}
	return r
}

func (i *interview) limit(r *draft.Requirement) {
	limits := paper.Limits(i.paper)
	suggestion := ""
	if len(limits) == 1 {
		suggestion = fmt.Sprintf("%d %s", limits[0].Limit.Count, limits[0].Limit.Unit)
	}
	i.ask("Within, as 6 months, 30 days or 10 working-days", suggestion, func(answer string) error {
		var l draft.Limit
		_, err := fmt.Sscanf(answer, "%d %s", &l.Count, &l.Unit)
		if err != nil || l.Count < 1 || l.Unit != contract.InMonths && l.Unit != contract.InDays && l.Unit != contract.InWorkingDays {
			return errors.New("write a count and months, days or working-days")
		}
		r.Limit = &l
		return nil
	})
}

// steps takes the days that the paper speaks of, and asks for more.
func (i *interview) steps() (steps []draft.Step) {
	for _, d := range i.days {
		doubt := ""
		if d.Doubt {
			doubt = "; the day itself may be too late"
		}
		fmt.Fprintf(i.out, "The paper's line %d: %q is %s%s\n", d.Line, d.Text, d.Day, doubt)
		if i.yes("Is it a step of this", false) {
			steps = append(steps, draft.Step{
				Title: i.ask("The step's title", "", nil), Due: i.day("Due", d.Day.String()), Place: draft.Place{Line: d.Line, Words: d.Text},
			})
		}
	}
	for i.err == nil && i.yes("Another step", len(steps) == 0) {
		steps = append(steps, draft.Step{Title: i.ask("The step's title", "", nil), Due: i.day("Due", "")})
	}
	return steps
}
