package library

import (
	"strings"

	"opfyldt/internal/contract"
)

func goalRules() []rule {
	return []rule{
		{"G1", func(c cpr) string {
			r := c.need("1")
			_, _, plan, done := c.Step("plan.done")
			_, _, _, discussed := c.Step("plan.discussed")
			_, _, analysis, _ := c.Step("analysis.reported")
			return c.all(
				r.Measure == contract.Milestones, c.mentions(r.Text, "datafordeler", "adresseregister", "udbud", "drøftes"),
				plan.ID == "plan", done.Due.String() == "2014-06-30", done.Decides, discussed.Due.String() == "2014-12-31", discussed.Decides,
				analysis.ID == "analysis", !analysis.Steps[0].Decides && !analysis.Steps[1].Decides, !namesStep(r, "analysis."),
				c.targetTexts("1") == "Udviklingsplan|Indledende indfasning|Implementering|Implementering")
		}},
		{"G2", func(c cpr) string {
			r := c.need("2")
			return c.all(c.itemsOf(r) == "marketing directory attestation lodging standard-info",
				r.TargetFor(2014).Text == "5 services", decidedByYearEnd(r),
				c.mentions(c.Goal("2").Text, "2015"))
		}},
		{"G3", func(c cpr) string {
			r := c.need("3")
			var numbers []string
			for _, item := range r.Items {
				numbers = append(numbers, item.Number)
			}
			return c.all(c.itemsOf(r) == "spot-checks penetration-test iso-27000 awareness",
				strings.Join(numbers, " ") == "2 4 9 10", decidedByYearEnd(r),
				c.mentions(r.Items[0].Text, "kunder"), c.mentions(r.Items[1].Text, "uafhængig tredjepart", "leverandøren"),
				c.mentions(r.Items[2].Text, "DS 484"), c.mentions(r.Items[3].Text, "nyhedsbreve", "Selvbetjening", "personnummeret"))
		}},
		{"G4", func(c cpr) string {
			r := c.need("4")
			return c.all(c.targets("4") == "2013≥90 2014≥95 2015≥96 2016≥96", r.Cases.Limit == contract.Limit{Count: 6, Unit: contract.InMonths},
				len(r.Cases.Dimensions) == 2, c.mentions(r.Cases.LegalBasis, "§ 56"))
		}},
		{"G5a", func(c cpr) string {
			r := c.need("5a")
			return c.all(c.targets("5a") == "2013≥90 2014≥92 2015≥93 2016≥94", r.Cases.Limit == contract.Limit{Count: 5, Unit: contract.InMonths},
				len(r.Cases.StopReasons) == 3, r.Cases.StopReasons[2].ID == "medico-legal-council", c.mentions(r.Text, "Nordiske", "dokumentere"))
		}},
		{"G5b", func(c cpr) string {
			return c.all(c.need("5b").Measure == contract.MonthlyCount, c.targets("5b") == "2013≥50 2014≥50 2015≥52 2016≥54")
		}},
		{"G6", func(c cpr) string {
			a := c.need("6").Answers
			return c.all(c.targets("6") == "2014≥75 2015≥80 2016≥85 2017≥90", strings.Join(a.Satisfied, ", ") == "tilfreds, meget tilfreds",
				len(a.Sectors) == 2, len(a.Topics) == 3)
		}},
		{"G7", func(c cpr) string {
			r := c.need("7")
			_, _, item, inUse := c.Step("web-client.in-use")
			return c.all(len(item.Deciding()) == 1, inUse.Decides, inUse.Due.String() == "2014-12-31",
				len(r.Degree.Items) == 1 && r.Degree.Items[0].All, c.mentions(r.Text, "Java", "browser", "2012–2015"))
		}},
		{"G8", func(c cpr) string {
			r := c.need("8")
			return c.all(r.Measure == contract.Deviation, c.targets("8") == "2013≤15 2014≤2 2015≤2 2016≤2",
				r.Spending.BudgetSettled == c.Period.From)
		}},
	}
}

func readingRules() []rule {
	return []rule{
		{"A1", func(c cpr) string {
			return c.all(c.mentions(c.reading("A1"), "28. februar", "Kalendermåneder", "én gang"), c.touches("4", "A1"), c.touches("5a", "A1"))
		}},
		{"A2", func(c cpr) string {
			return c.all(!c.need("4").Cases.OpenLateCounts, !c.need("5a").Cases.OpenLateCounts, c.mentions(c.reading("A2"), "afsluttet i perioden"))
		}},
		{"A3", func(c cpr) string {
			return c.all(c.mentions(c.reading("A3"), "Grænsen hører med", "afrunding"), c.touches("4", "A3"), c.touches("5b", "A3"), c.touches("8", "A3"))
		}},
		{"A4", func(c cpr) string {
			before := c.need("5a").TargetFor(2013).Limit
			return c.all(before != nil && *before == contract.Limit{Count: 6, Unit: contract.InMonths},
				c.need("5b").Unit == "sager pr. måned", c.reading("A4") != "")
		}},
		{"A5", func(c cpr) string {
			for _, id := range []string{"4", "5a", "5b", "8"} {
				if c.need(id).TargetFor(2013).Result != contract.NotKnownAtSigning {
					return "the mark [R] of requirement " + id
				}
			}
			plan := c.need("1")
			return c.all(!plan.TargetFor(2015).Tentative, plan.TargetFor(2016).Tentative, plan.TargetFor(2017).Tentative, c.reading("A5") != "")
		}},
		{"A6", func(c cpr) string {
			// Half of five, rounded up, is three; half of four is two.
			services, activities, plan := c.need("2").Degree, c.need("3").Degree, c.need("1").Degree
			return c.all(services.Items[1].Least(5) == 3, services.Items[1].Degree.String() == "50", services.Items[0].Least(5) == 5,
				activities.Items[1].Least(4) == 2, activities.Items[1].Degree.String() == "50", services.Else.IsZero(),
				strings.Join(plan.Steps[0].Kept, " ") == "plan.done plan.discussed", plan.Steps[0].Degree.String() == "100",
				strings.Join(plan.Steps[1].Kept, " ") == "plan.done", plan.Steps[1].Degree.String() == "50", plan.Else.IsZero(),
				c.reading("A6") != "")
		}},
		{"A7", func(c cpr) string {
			g := c.Goal("5")
			return c.all(g.Combine.By == contract.AllOf, len(g.Requirements) == 2, c.mentions(c.reading("A7"), "hver måned"))
		}},
		{"A8", func(c cpr) string {
			sections := ""
			for _, g := range c.Goals() {
				sections += g.Source.Section + "/" + g.Source.Table + " "
			}
			return c.all(sections == "1/1 1/2 1/3 2/4 2/5 2/6 2/7 3/8 ", c.reading("A8") != "")
		}},
		{"A9", func(c cpr) string { return c.all(c.mentions(c.reading("A9"), "den dag, det skete")) }},
		{"A10", func(c cpr) string {
			return c.all(c.mentions(c.reading("A10"), "uden fortegn", "nul er en fejl"), c.touches("8", "A10"))
		}},
	}
}
