package contract

// Reserves returns what each reserve of the goal stands in for, by id: a
// requirement that another one names as its fallback counts only where that
// other's indicator does not exist. In the first format both count, and the
// parties put the one in the other's place themselves.
func (c *Contract) Reserves(g *Goal) map[string]string {
	reserves := map[string]string{}
	if c.ByHand() {
		return reserves
	}
	for i := range g.Requirements {
		if r := &g.Requirements[i]; r.Fallback != "" {
			reserves[r.Fallback] = r.ID
		}
	}
	return reserves
}

// ByHand reports whether the contract is of the first format, in which the parties
// look after a coverage's share themselves.
func (c *Contract) ByHand() bool { return c.Format == firstFormat }

// Counted returns how many of the goal's requirements count beside each other:
// a reserve takes the place of another one.
func (c *Contract) Counted(g *Goal) int { return len(g.Requirements) - len(c.Reserves(g)) }
