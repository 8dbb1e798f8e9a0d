package revision

import "opfyldt/internal/contract"

// Lifted is a file of the newest format made of an older one.
type Lifted struct {
	Source string
	// Newest is true where the file was of the newest format before: nothing is
	// changed.
	Newest bool
	// Otherwise are what means something else from now on, each by its catalogue key.
	Otherwise []Change
}

// Lift makes a file of the newest format. Only the stamp is written anew: comments,
// order and layout stay as they are.
func Lift(c *contract.Contract, source string) (Lifted, error) {
	if c.Format == contract.Format {
		return Lifted{Source: source, Newest: true}, nil
	}
	t, err := open(source)
	if err != nil {
		return Lifted{}, err
	}
	stamp := at(t.root, "format")
	if stamp == nil {
		return Lifted{}, unplaced(1)
	}
	written, err := t.value(stamp, contract.Format)
	if err != nil {
		return Lifted{}, err
	}
	return Lifted{Source: t.with([]cut{written}), Otherwise: otherwise(c)}, nil
}

// otherwise lists what the first format leaves to the parties and the next one does
// itself.
func otherwise(c *contract.Contract) []Change {
	var list []Change
	for _, g := range c.Goals() {
		for i := range g.Requirements {
			r := &g.Requirements[i]
			p := params{"number": name(g, r)}
			if _, other := c.Requirement(r.Fallback); other != nil {
				p["reserve"] = other.Title
				list = append(list, Change{Key: "lift.fallback", Goal: g.ID, Params: p})
			}
			if need := r.Coverage; need != nil && (r.Measure == contract.Number || r.Measure == contract.Survey && need.Share != nil) {
				list = append(list, Change{Key: "lift.coverage", Goal: g.ID, Params: p})
			}
		}
	}
	return list
}
