package spotcheck

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"opfyldt/internal/bulk"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
)

// Replayed is what came of drawing again from an export.
type Replayed struct {
	Customers int      // that could be drawn
	Sample    []string // who was drawn, in the order of the draw
	Wrong     []fault.Field
}

// Replay draws again from a round's export, and says everything in which the export
// does not fit itself: the list, the plan, the seed, the customers.
func Replay(export []byte) (Replayed, error) {
	var e ExportedRound
	if err := json.Unmarshal(export, &e); err != nil {
		return Replayed{}, fmt.Errorf("no export of a round: %w", err)
	}
	p := &replay{export: e, newest: map[string]record.Fact{}}
	for _, f := range e.Facts {
		p.newest[f.Kind+" "+f.Subject] = f
	}
	return p.run(), nil
}

// replay is a draw that is done again.
type replay struct {
	export ExportedRound
	newest map[string]record.Fact // by kind and subject
	wrong  []fault.Field
}

func (p *replay) add(path, code string, params fault.Params) {
	p.wrong = append(p.wrong, fault.Field{Path: path, Code: code, Params: params})
}

// about is the newest fact of a kind about the round, or one of its two people.
func (p *replay) about(kind string, number int) (record.Fact, bool) {
	subject := RoundOf(p.export.Goal, p.export.Round)
	if number > 0 {
		subject = CustomerOf(p.export.Goal, p.export.Round, number)
	}
	f, ok := p.newest[kind+" "+subject]
	return f, ok
}

func (p *replay) run() Replayed {
	out := Replayed{Customers: len(p.export.Frame)}
	done, hasDraw := p.about(KindDraw, 0)
	drawn := said[Draw](done)
	planned := slices.IndexFunc(p.export.Facts, func(f record.Fact) bool { return f.ID == drawn.Plan && f.Kind == KindPlan })
	if !hasDraw || planned < 0 {
		p.add("facts", "replay.not_drawn", nil)
		out.Wrong = p.wrong
		return out
	}
	plan := said[RoundPlan](p.export.Facts[planned])
	customers := p.list(plan, drawn)
	random := p.random(plan, drawn)
	p.seed(drawn, random)
	d, err := perform(drawn.Round, plan, customers, drawn.Random)
	if err != nil {
		p.add("frame", "replay.not_enough", fault.Params{"count": len(customers), "size": plan.Size})
	}
	p.sample(drawn, d)
	for _, c := range d.Customers[:d.Size] {
		out.Sample = append(out.Sample, c.Ref)
	}
	out.Wrong = p.wrong
	return out
}

// list holds who could be drawn against what the draw and the list's fact say.
func (p *replay) list(plan RoundPlan, drawn Draw) []draw.Customer {
	customers := make([]draw.Customer, len(p.export.Frame))
	before := int64(-1)
	for i, c := range p.export.Frame {
		customers[i] = draw.Customer{ID: c.ID, Stratum: c.Stratum}
		if c.Position <= before {
			p.add("frame", "replay.moved", fault.Params{"id": c.ID, "place": c.Position + 1, "before": before + 1})
		}
		before = c.Position
	}
	if frame := draw.Frame(customers); frame != drawn.Frame {
		p.add("frame", "replay.other_frame", fault.Params{"found": frame, "stated": drawn.Frame})
	}
	for _, f := range p.export.Facts {
		if f.ID != plan.Population {
			continue
		}
		list := said[Population](f)
		root, err := bulk.RootOf(p.export.Rows)
		if err != nil || root != list.Root {
			p.add("rows", "replay.other_rows", fault.Params{"found": root, "stated": list.Root})
		}
		return customers
	}
	p.add("facts", "replay.no_list", nil)
	return customers
}

// random is the random value as it follows from what people revealed or published.
func (p *replay) random(plan RoundPlan, drawn Draw) string {
	random := ""
	if plan.Source == FromPublic {
		f, _ := p.about(KindPublic, 0)
		random = said[Public](f).Value
	} else {
		var reveals []draw.Reveal
		for number := 1; number <= 2; number++ {
			committed, _ := p.about(KindCommitment, number)
			revealed, _ := p.about(KindReveal, number)
			secret, err := hex.DecodeString(said[Reveal](revealed).Secret)
			hash := said[Commitment](committed).Hash
			if err != nil || draw.Commitment(secret) != hash {
				p.add("facts", "replay.other_secret", fault.Params{"number": number})
			}
			reveals = append(reveals, draw.Reveal{Commitment: hash, Secret: secret})
		}
		random, _ = draw.Random(reveals...) // what does not fit has been said
	}
	if random != drawn.Random {
		p.add("facts", "replay.other_random", fault.Params{"found": random, "stated": drawn.Random})
	}
	return random
}

// seed holds the seed's text against what it is made of.
func (p *replay) seed(drawn Draw, random string) {
	want := draw.Seed{Round: drawn.Round, Frame: drawn.Frame, Random: random}.String()
	for _, seed := range slices.Compact([]string{p.export.Seed, drawn.Seed}) {
		if seed != want || draw.SeedHash(seed) != drawn.SeedHash {
			p.add("seed", "replay.other_seed", fault.Params{"found": draw.SeedHash(seed), "stated": drawn.SeedHash})
		}
	}
}

// sample holds who was drawn against who is drawn now: the first that differs is
// named.
func (p *replay) sample(was, now Draw) {
	for i := range max(len(was.Customers), len(now.Customers)) {
		var before, after string
		if i < len(was.Customers) {
			before = was.Customers[i].Ref
		}
		if i < len(now.Customers) {
			after = now.Customers[i].Ref
		}
		if before != after {
			p.add("sample", "replay.other_customer", fault.Params{"number": i + 1, "was": before, "now": after})
			return
		}
	}
}

// ListSHA256 is what the fact of the list that an export's round draws from says of
// the file that was taken in.
func ListSHA256(export []byte) (string, error) {
	var e ExportedRound
	if err := json.Unmarshal(export, &e); err != nil {
		return "", fmt.Errorf("no export of a round: %w", err)
	}
	for _, f := range e.Facts {
		if f.Kind == KindPopulation {
			return said[Population](f).SHA256, nil
		}
	}
	return "", errors.New("the export has no fact of the list")
}
