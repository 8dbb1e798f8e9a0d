package library

import (
	"regexp"
	"strings"
	"testing"

	"opfyldt/internal/contract"
)

// rule is one line of the 2014 contract's rules and what the parsed file must
// hold for it. An empty answer means that it is expressed.
type rule struct {
	id      string
	missing func(c cpr) string
}

// Every rule of the contract, by its name. The figures are the paper's own.
func TestEveryRuleOfTheContractIsExpressed(t *testing.T) {
	parsed, file, err := Load("cpr-2014")
	if err != nil {
		t.Fatal(err)
	}
	c := cpr{parsed}
	rules := append(append(append(frameRules(), goalRules()...), scoreRules()...), readingRules()...)
	if len(rules) != 5+9+6+3+10 {
		t.Errorf("%d rules are tested", len(rules))
	}
	for _, r := range rules {
		t.Run(r.id, func(t *testing.T) {
			if missing := r.missing(c); missing != "" {
				t.Error(missing)
			}
			if !namedInComment(string(file.Source), r.id) && c.reading(r.id) == "" && c.obligation(r.id) == "" {
				t.Error("no comment of the file names the rule")
			}
		})
	}
}

func namedInComment(src, id string) bool {
	name := regexp.MustCompile(`#.*\b` + id + `\b`)
	for _, line := range strings.Split(src, "\n") {
		if name.MatchString(line) {
			return true
		}
	}
	return false
}

func frameRules() []rule {
	return []rule{
		{"F1", func(c cpr) string {
			return c.all(
				c.Agency.Name == "CPR-administrationen", strings.Contains(c.Department.Name, "Økonomi- og Indenrigsministeriet"),
				c.Signed.String() == "2013-12-18", c.Period.From.String() == "2014-01-01", c.Period.To.String() == "2014-12-31")
		}},
		{"F2", func(c cpr) string {
			looksAhead := 0
			for _, g := range c.Goals() {
				for _, r := range g.Requirements {
					if r.TargetFor(2015) != nil {
						looksAhead++
					}
				}
			}
			// Goals 1, 4, 5 (twice), 6 and 8 have a target for 2015.
			return c.all(looksAhead == 6, c.obligation("F2") != "", c.Period.To.Year() == c.Period.From.Year())
		}},
		{"F3", func(c cpr) string {
			core := c.Blocks[1]
			return c.all(
				c.goalsOf(c.Blocks[0]) == "1 2 3", c.Blocks[0].ID == "strategic",
				c.goalsOf(core.Blocks[0]) == "4 5", c.goalsOf(core.Blocks[1]) == "6 7", core.ID == "core",
				core.Blocks[0].ID == "casework", core.Blocks[1].ID == "sales",
				c.goalsOf(c.Blocks[2]) == "8", c.Blocks[2].ID == "economic")
		}},
		{"F4", func(c cpr) string { return c.all(c.obligation("F4") != "", c.need("8").Spending.Replaceable) }},
		{"F5", func(c cpr) string {
			return c.all(c.obligation("F5") != "", c.Version == 1, len(c.Amendments) == 0)
		}},
	}
}

func scoreRules() []rule {
	return []rule{
		{"S1", func(c cpr) string { return c.all(c.Total.By == contract.WeightedSum, c.obligation("S1") != "") }},
		{"S2", func(c cpr) string {
			for _, g := range c.Goals() {
				if g.Weight.Value.String() != "12.5" || g.Weight.Printed != "12,5" {
					return "the weight of goal " + g.ID
				}
			}
			return c.all(len(c.Goals()) == 8, c.Weights.Sum.String() == "100", c.Weights.Kind == contract.Percents)
		}},
		{"S3", func(c cpr) string {
			return c.all(c.DegreeCap != nil && c.DegreeCap.String() == "100", c.Total.Cap.String() == "100")
		}},
		{"S4", func(c cpr) string {
			for _, g := range c.Goals() {
				want := "0, 100"
				if g.ID <= "3" {
					want = "0, 50, 100"
				}
				if g.Scale.String() != want {
					return "the scale of goal " + g.ID
				}
			}
			return ""
		}},
		{"S5", func(c cpr) string {
			// Table 11: 12.5 + 6.25 + 6.25 + 12.5 + 12.5 + 0 + 12.5 + 12.5 = 75.
			total := weighted(c, []int64{100, 50, 50, 100, 100, 0, 100, 100})
			return c.all(total.String() == "75")
		}},
		{"S6", func(c cpr) string {
			for _, id := range []string{"1", "2", "3"} {
				if c.Goal(id).Kept.String() != "100" {
					return "what yes needs of goal " + id
				}
			}
			return c.all(c.obligation("S6") != "")
		}},
		{"R1", func(c cpr) string {
			var due []string
			for _, d := range c.Reporting.Deadlines {
				if d.Kind == contract.Quarterly {
					due = append(due, d.Due.String())
				}
			}
			return c.all(strings.Join(due, " ") == "2014-04-14 2014-07-14 2014-10-14 2015-01-14", c.Reporting.QuarterlyDays == 14)
		}},
		{"R2", func(c cpr) string {
			d := c.deadline(contract.Annual)
			return c.all(d != nil && d.Period == c.Period && d.Due.IsZero(), c.obligation("R2") != "")
		}},
		{"R3", func(c cpr) string {
			d := c.deadline(contract.Statement)
			return c.all(d != nil && d.Period == c.Period, c.obligation("R3") != "")
		}},
	}
}

// The second contract must need nothing that knows the first.
func TestTheSecondContractSharesNothingWithTheFirst(t *testing.T) {
	c, _, err := Load("harbour-school-2025")
	if err != nil {
		t.Fatal(err)
	}
	line := c.Goal("reading").Requirements[0].Degree.Pieces[1]
	// 3.1 + 80 % of 0.5 is 3.5, exactly; 3.5 itself counts (reading H1).
	if line.From.Value.String() != "3.5" || !line.From.Included || line.LineTo.String() != "100" {
		t.Errorf("the line is %+v", line)
	}
	_, survey := c.Requirement("wellbeing-survey")
	// (80 + 84) / 2 + 3 = 85
	if got := survey.Targets[0].Value.String(); got != "85" {
		t.Errorf("growth over the baseline gives %s", got)
	}
	if c.Year() != 2025 || c.Weights.Sum.String() != "400" || len(c.Goals()) != 7 {
		t.Errorf("year %d, sum %s, %d goals", c.Year(), c.Weights.Sum, len(c.Goals()))
	}
}
