package cases

import (
	"strings"
	"testing"

	"opfyldt/internal/calendar"
)

// A stop that moves nothing says why: it was over before the receipt, it began
// after the last timely day, or the contract does not name its reason.
func TestTheReckoningSaysWhyAStopMovesNothing(t *testing.T) {
	day := calendar.MustDate
	row := CaseRow{Received: day("2014-01-15"), Stops: []CaseStop{
		{From: day("2014-01-05"), To: day("2014-01-15"), Reason: "council"},
		{From: day("2014-02-01"), To: day("2014-02-10"), Reason: "council"},
		{From: day("2014-06-26"), To: day("2014-06-30"), Reason: "council"}, // a day after 15 June and 10 days
		{From: day("2014-03-01"), To: day("2014-03-02"), Reason: "Ferie"},
	}}
	rule := applications(t)
	rule.judge(&row)
	var words []string
	for _, s := range reckoningWords("en", &view{rule: rule}, row) {
		words = append(words, s.Words)
	}
	got := strings.Join(words, "\n")
	for i, want := range []string{"the limit is 5 months", "10 days are added", "was over when the case was received", "began after the last timely day, 25 June 2014", "does not name the reason"} {
		if i >= len(words) || !strings.Contains(words[i], want) {
			t.Errorf("line %d is not %q:\n%s", i, want, got)
		}
	}
	if len(words) != 5 {
		t.Errorf("%d lines:\n%s", len(words), got)
	}
}
