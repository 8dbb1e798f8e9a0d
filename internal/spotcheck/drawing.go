package spotcheck

import (
	"encoding/hex"

	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
)

// Commitment is the body of a spotcheck.commitment: what one of the two people
// publishes before the draw. The first one fixes the plan.
type Commitment struct {
	Plan string `json:"plan" doc:"The fact of the plan as it stands."`
	Hash string `json:"hash" doc:"The SHA-256 of the secret, in hexadecimal."`
}

// Reveal is the body of a spotcheck.reveal: the secret that was committed to.
type Reveal struct {
	Secret string `json:"secret" doc:"In hexadecimal."`
}

// Public is the body of a spotcheck.public: the value that the plan announced.
type Public struct {
	Plan  string `json:"plan" doc:"The fact of the plan as it stands."`
	Value string `json:"value" doc:"The public value, in hexadecimal."`
	Where string `json:"where,omitempty" doc:"Where anybody can see it."`
}

// Drawn is a customer of the draw. Its number is its place in the sample, from 1;
// behind the sample come those who stand by.
type Drawn struct {
	Number  int    `json:"number"`
	Ref     string `json:"ref"`
	Stratum string `json:"stratum,omitempty"`
	Ticket  string `json:"ticket,omitempty" doc:"Cut to nine digits, for showing."`
	Hits    int    `json:"hits,omitempty" doc:"By volume: how many picks hit it."`
}

// Draw is the body of a spotcheck.draw, which the program makes.
type Draw struct {
	Plan       string  `json:"plan"`
	Population string  `json:"population"`
	Round      string  `json:"round" doc:"As the seed names it."`
	Frame      string  `json:"frame"`
	Random     string  `json:"random" doc:"The random value, in hexadecimal."`
	Seed       string  `json:"seed" doc:"The seed's text, which is hashed."`
	SeedHash   string  `json:"seedHash"`
	Size       int     `json:"size" doc:"How many are in the sample; the others stand by."`
	Customers  []Drawn `json:"customers" nullable:"false"`
}

// standBy is how many customers are drawn beyond a sample of so many, to take the
// place of those that cannot be checked.
func standBy(size int64) int64 { return size + 5 }

// perform draws the plan's sample, and those who stand by, from the customers.
func perform(round string, plan RoundPlan, customers []draw.Customer, random string) (Draw, error) {
	frame := draw.Frame(customers)
	seed := draw.Seed{Round: round, Frame: frame, Random: random}.String()
	d := Draw{
		Population: plan.Population, Round: round, Frame: frame, Random: random,
		Seed: seed, SeedHash: draw.SeedHash(seed), Customers: []Drawn{},
	}
	if plan.Selection == ByVolume {
		return performVolume(d, plan, customers)
	}
	order := draw.Order(seed, customers)
	places := map[string]int64{"": plan.Size}
	if byStratum(plan) {
		places = map[string]int64{}
		for _, s := range plan.Shares {
			places[s.Stratum] = s.Size
		}
	}
	taken := map[string]int64{}
	var behind []Drawn
	for _, o := range order {
		stratum := o.Stratum
		if !byStratum(plan) {
			stratum = ""
		}
		one := Drawn{Ref: o.ID, Stratum: stratum, Ticket: draw.Short(o.Ticket, 9)}
		switch n := taken[stratum]; {
		case n < places[stratum]:
			d.Customers = append(d.Customers, one)
		case places[stratum] > 0 && n < places[stratum]+standBy(places[stratum]):
			behind = append(behind, one)
		default:
			continue
		}
		taken[stratum]++
	}
	d.Size = len(d.Customers)
	if int64(d.Size) != plan.Size {
		return Draw{}, fault.New(fault.Conflict, "spotcheck.not_the_list", nil)
	}
	d.Customers = append(d.Customers, behind...)
	for i := range d.Customers {
		d.Customers[i].Number = i + 1
	}
	return d, nil
}

// byStratum reports whether the plan's sample is shared out over strata.
func byStratum(p RoundPlan) bool { return p.Column != "" && p.Method != ByAll }

// random makes the round's random value of what was revealed or published; false
// while it is not known.
func (r *Round) random() (string, bool, error) {
	plan := r.Plan()
	if plan.Source == FromPublic {
		p := read[Public](r.public)
		return p.Value, p.Value != "", nil
	}
	var reveals []draw.Reveal
	for i := range r.commitments {
		if r.reveals[i] == nil {
			return "", false, nil
		}
		secret, err := hex.DecodeString(read[Reveal](r.reveals[i]).Secret)
		if err != nil {
			return "", false, err
		}
		reveals = append(reveals, draw.Reveal{Commitment: read[Commitment](r.commitments[i]).Hash, Secret: secret})
	}
	value, err := draw.Random(reveals...)
	return value, err == nil, err
}
