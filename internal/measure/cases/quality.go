package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// Finding is something about cases that one should look at: seldom wrong for
// certain, and worth a question.
type Finding string

// The findings of a check of the data.
const (
	Alike           Finding = "alike"             // references that look like the same one
	RestDay         Finding = "rest-day"          // concluded on a weekend or a holiday
	BeforeStopEnded Finding = "before-stop-ended" // concluded while a stop ran
	StopAfterwards  Finding = "stop-afterwards"   // a stop that begins after the conclusion
	StopForNothing  Finding = "stop-for-nothing"  // a stop that the limit knows, and that moves it by no day
	StopUnnamed     Finding = "stop-unnamed"      // a stop whose reason the contract does not name
	LongAgo         Finding = "long-ago"          // received far in the past
	Outlier         Finding = "outlier"           // took longer than nearly all
	OutcomeOpen     Finding = "outcome-open"      // an outcome without a conclusion
	NoOutcome       Finding = "no-outcome"        // a conclusion without an outcome
)

// What the newest import brought, to be listed like a finding.
const (
	BroughtNew     Finding = "new"
	BroughtChanged Finding = "changed"
)

const (
	longAgo       = 5  // years before the extract's day
	fences        = 3  // interquartile ranges above the third quartile (Tukey, Exploratory Data Analysis, 1977: far out)
	leastOutliers = 20 // concluded cases; of fewer a quartile says nothing
)

// quality is what a check of the data goes by.
type quality struct {
	rule    Rule
	extract calendar.Date
	newest  string     // import
	first   bool       // there is none before it
	fence   *CaseFence // nil where too few cases were concluded
}

// CaseFence is beyond how many days a case is an outlier, and why.
type CaseFence struct {
	P25   int `json:"p25" doc:"Days that a quarter of the concluded cases took at most."`
	P75   int `json:"p75"`
	Bound int `json:"bound" doc:"P75 and three times the distance from p25 to it."`
}

// fenceOf reckons the bound from the durations of the concluded cases.
func fenceOf(list []CaseDuration) *CaseFence {
	var cases int64
	for _, d := range list {
		cases += d.Cases
	}
	p25, ok := Quantile(list, exact.Frac(1, 4))
	p75, _ := Quantile(list, exact.Frac(3, 4))
	if !ok || cases < leastOutliers {
		return nil
	}
	return &CaseFence{p25, p75, p75 + fences*(p75-p25)}
}

// findings are those that are looked for: what stops do to a limit only where there
// is one.
func (q quality) findings() []Finding {
	list := []Finding{Alike, RestDay, LongAgo, Outlier, OutcomeOpen, NoOutcome, BeforeStopEnded, StopAfterwards}
	if q.rule.limit != nil {
		list = append(list, StopForNothing, StopUnnamed)
	}
	return list
}

// restDays are the holidays of the window that are no weekend days.
func restDays(window calendar.Period) []calendar.Date {
	var days []calendar.Date
	for year := window.From.Year(); year <= window.To.Year(); year++ {
		for _, h := range calendar.Holidays(year) {
			if window.Contains(h.Day) {
				days = append(days, h.Day)
			}
		}
	}
	return days
}

// gaps are the whole months in which nothing was concluded, and those in which
// nothing was received.
func gaps(months []CaseGroup) (concluded, received []string) {
	concluded, received = []string{}, []string{}
	for _, m := range months {
		if m.Data != Whole {
			continue
		}
		if m.Concluded == 0 {
			concluded = append(concluded, m.Name)
		}
		if m.Received == 0 {
			received = append(received, m.Name)
		}
	}
	return concluded, received
}
