package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
)

// drawCall is what `spotcheck draw` is asked for.
type drawCall struct {
	file, seed, round, random, size, sha256 string
	columns                                 draw.Columns
}

// drawnJSON is one customer of the sample.
type drawnJSON struct {
	Position int    `json:"position"`
	ID       string `json:"id"`
	Stratum  string `json:"stratum,omitempty"`
	Ticket   string `json:"ticket,omitempty"`
	Volume   int64  `json:"volume,omitempty"`
	Hits     int    `json:"hits,omitempty"` // by volume: how many picks hit it
}

// drawJSON is a draw with all that another needs to do it again and compare.
type drawJSON struct {
	Population int         `json:"population"`
	SHA256     string      `json:"sha256"`
	Frame      string      `json:"frame"`
	SeedHash   string      `json:"seedHash"`
	Sample     []drawnJSON `json:"sample"`
}

// drawCommand is `spotcheck draw`.
func drawCommand(set *flag.FlagSet, s stdio) func(io.Writer, bool) error {
	var call drawCall
	set.StringVar(&call.file, "population", "", "")
	set.StringVar(&call.seed, "seed", "", "")
	set.StringVar(&call.round, "round", "", "")
	set.StringVar(&call.random, "random", "", "")
	set.StringVar(&call.size, "size", "", "")
	set.StringVar(&call.sha256, "sha256", "", "")
	set.StringVar(&call.columns.Strata, "strata", "", "")
	set.StringVar(&call.columns.Volume, "volume", "", "")
	set.StringVar(&call.columns.ID, "id", "", "")
	return func(w io.Writer, asJSON bool) error {
		if err := needed(set, "population", "size"); err != nil {
			return err
		}
		return runDraw(call, s, w, asJSON)
	}
}

func runDraw(call drawCall, s stdio, w io.Writer, asJSON bool) error {
	var size int64
	if err := wholeFlag("size", call.size, &size); err != nil {
		return err
	}
	if (call.seed == "") == (call.round == "" || call.random == "") || call.seed != "" && call.round+call.random != "" {
		return flagFault("seed", "draw.seed_or_random", nil)
	}
	population, err := call.population(s)
	if err != nil {
		return err
	}
	frame := draw.Frame(population.Customers)
	if call.seed == "" {
		call.seed = draw.Seed{Round: call.round, Frame: frame, Random: call.random}.String()
	}
	sample, err := call.sample(population, size)
	if err != nil {
		return err
	}
	if !asJSON {
		return writeIDs(w, sample)
	}
	return json.NewEncoder(w).Encode(drawJSON{len(population.Customers), population.SHA256, frame, draw.SeedHash(call.seed), sample})
}

// sample draws, by volume or not.
func (call drawCall) sample(population *draw.Population, size int64) (list []drawnJSON, err error) {
	if call.columns.Volume == "" {
		sample, err := draw.Sample(call.seed, population.Customers, size, call.columns.Strata != "")
		for i, d := range sample {
			list = append(list, drawnJSON{Position: i + 1, ID: d.ID, Stratum: d.Stratum, Ticket: d.Ticket})
		}
		return list, err
	}
	if call.columns.Strata != "" {
		return nil, flagFault("volume", "draw.strata_or_volume", nil)
	}
	weighed := make([]draw.Weighed, len(population.Customers))
	for i, c := range population.Customers {
		weighed[i] = draw.Weighed{ID: c.ID, Volume: population.Volumes[i]}
	}
	hits, err := draw.ByVolume(call.seed, weighed, int(size))
	for i, p := range hits {
		list = append(list, drawnJSON{Position: i + 1, ID: p.ID, Volume: p.Volume, Hits: p.Hits})
	}
	return list, err
}

// writeIDs prints the ids alone, a line each, so that they can be passed on.
func writeIDs(w io.Writer, sample []drawnJSON) error {
	var text strings.Builder
	for _, d := range sample {
		text.WriteString(d.ID + "\n")
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// population reads the file, "-" being standard input, and holds it against the
// hash that it must have.
func (call drawCall) population(s stdio) (*draw.Population, error) {
	in := s.in
	if call.file != "-" {
		f, err := os.Open(call.file)
		if err != nil {
			return nil, fmt.Errorf("--population: %w; name a CSV file", err)
		}
		defer f.Close()
		in = f
	}
	population, err := draw.Read(in, call.columns)
	if problems, ok := errors.AsType[draw.Problems](err); ok {
		return nil, populationFault(call.file, problems)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", call.file, err)
	}
	if call.sha256 != "" && !strings.EqualFold(call.sha256, population.SHA256) {
		return nil, flagFault("sha256", "draw.other_file", fault.Params{"found": population.SHA256})
	}
	if call.columns.ID == "" && !strings.EqualFold(population.IDColumn, "id") {
		fmt.Fprintln(s.err, catalogue.Text(catalogue.English, "draw.first_column", fault.Params{"column": quoted(population.IDColumn)}))
	}
	return population, nil
}

// populationFault writes each faulty place as "file:line: column: what is wrong;
// what would be right".
func populationFault(file string, problems draw.Problems) error {
	var lines []string
	for _, p := range problems {
		place := file
		if p.Line > 0 {
			place = fmt.Sprintf("%s:%d", file, p.Line)
		}
		if p.Column != "" {
			place += ": " + p.Column
		}
		lines = append(lines, place+": "+catalogue.Text(catalogue.English, p.Code, p.Params))
	}
	return errors.New(strings.Join(lines, "\n"))
}
