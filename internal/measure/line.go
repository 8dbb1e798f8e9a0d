package measure

import (
	"sort"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// ResultLine is a result as it goes over the wire: the newest of its requirement, or
// of one month of it.
type ResultLine struct {
	Subject      string        `json:"subject"`
	Month        string        `json:"month"`
	Figures      Figures       `json:"figures"`
	Value        string        `json:"value" doc:"The figure, exact: percent, a count, a number; empty for yes or no and for levels."`
	Day          calendar.Date `json:"day"`
	Final        bool          `json:"final"`
	Source       string        `json:"source"`
	Note         string        `json:"note"`
	Evidence     []record.Link `json:"evidence" nullable:"false"`
	Words        string        `json:"words" doc:"The figure in words."`
	Fact         record.Fact   `json:"fact"`
	Verification *record.Seen  `json:"verification"`
	CanVerify    bool          `json:"canVerify"`
	Import       string        `json:"import" doc:"The id of the import that the figure follows from; empty for a typed one."`
	OfCases      bool          `json:"ofCases" doc:"The figure rests on imported cases, a subsample of which its verification holds against the files."`
}

// Lines writes a requirement's newest results, months in order.
func Lines(c *contract.Contract, g *contract.Goal, r *contract.Requirement, facts []ledger.Fact, reader record.Reader) []ResultLine {
	verifications := record.Newest(facts, KindVerification)
	lines := []ResultLine{}
	for subject, f := range record.Newest(facts, KindReport) {
		id, month := requirementOf(subject)
		report := ReportOf(f)
		if id != r.ID || report == nil {
			continue
		}
		l := ResultLine{
			Subject: subject, Month: month, Figures: report.Figures, Day: f.Day, Final: report.Final, Source: report.Source,
			Note: report.Note, Evidence: report.Evidence, Import: report.Import, OfCases: restsOnCases(r, f), Words: Words(reader.Lang, c, r, &report.Figures),
			Fact: reader.Wire(*f), Verification: reader.Seen(verifications[subject], f),
		}
		if v := report.Figures.Result(r.Measure); v != nil {
			l.Value = v.String()
		}
		if l.Verification != nil {
			l.Verification.Rests = sampleWords(reader.Lang, verifiedOf(*verifications[subject]))
		}
		if l.Evidence == nil {
			l.Evidence = []record.Link{}
		}
		l.CanVerify = l.Verification == nil && reader.MayVerify(opVerify, g.ID, f.Actor)
		lines = append(lines, l)
	}
	sort.Slice(lines, func(i, j int) bool { return lines[i].Subject < lines[j].Subject })
	return lines
}

// CanReport reports whether the reader may report results of the goal.
func CanReport(g *contract.Goal, r *contract.Requirement, reader record.Reader) bool {
	return asked(r.Measure) != nil && reader.May(opReport, g.ID)
}

// Months lists the months that a monthly count is reported for.
func Months(c *contract.Contract, r *contract.Requirement) []string {
	months := []string{}
	if r.Measure != contract.MonthlyCount {
		return months
	}
	for _, m := range r.Covers(c).Months() {
		months = append(months, m.String())
	}
	return months
}
