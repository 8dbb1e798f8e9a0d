package record

import (
	"net/url"
	"sort"

	"opfyldt/internal/calendar"
)

// TaskKind says what would be recorded. Each slice names its own; the page app
// has a form in place for the kinds that it knows and follows the address of the
// others.
type TaskKind string

// Task is something that a person may do and that waits for them.
type Task struct {
	ID       string        `json:"id" doc:"Unique within the contract."`
	Kind     TaskKind      `json:"kind" example:"step"`
	What     string        `json:"what" doc:"What is asked, in a word or two."`
	Title    string        `json:"title"`
	Goal     string        `json:"goal" doc:"Empty where it is about the contract as a whole."`
	Subject  string        `json:"subject"`
	Day      calendar.Date `json:"day" doc:"By when it should be done or, of what somebody waits for, since when they wait."`
	Late     bool          `json:"late" doc:"The day has passed, and that costs something."`
	Others   bool          `json:"others" doc:"It waits for others, and is listed for who began it."`
	Waits    bool          `json:"waits" doc:"Somebody else has done their part and waits."`
	Fact     string        `json:"fact" doc:"The fact that is judged, or the one that a report must expect; empty where there is none."`
	Question string        `json:"question" doc:"What somebody asked about it; empty where nobody did."`
	Beside   string        `json:"beside" doc:"What one should know to decide, in a few words."`
	Claim    *Fact         `json:"claim" doc:"What is to be judged, or what the question is about."`
	Evidence []Link        `json:"evidence" nullable:"false"`
	Address  string        `json:"address" doc:"The page where it is done, under the contract's." example:"goals/2?form=verify&on=attestation.live"`
}

// OnGoal is the address of a form on a goal's page.
func OnGoal(goal, form, subject string) string {
	return "goals/" + url.PathEscape(goal) + "?" + url.Values{"form": {form}, "on": {subject}}.Encode()
}

// SortTasks puts what hurts first first: what is late, the longest first; what
// others wait for; then what is coming, by its day; last what waits for others.
func SortTasks[T any](tasks []T, of func(T) Task) {
	rank := func(t Task) int {
		switch {
		case t.Late:
			return 0
		case t.Waits:
			return 1
		case t.Others:
			return 3
		}
		return 2
	}
	sort.SliceStable(tasks, func(i, j int) bool {
		a, b := of(tasks[i]), of(tasks[j])
		if rank(a) != rank(b) {
			return rank(a) < rank(b)
		}
		return a.Day.Before(b.Day)
	})
}
