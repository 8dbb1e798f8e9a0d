package scorecard_test

import (
	"strings"
	"testing"

	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
)

// asked lists the goals that management is asked to assess.
func asked(h *house, as string) map[string]record.Task {
	tasks := map[string]record.Task{}
	for _, t := range get[scorecard.Overview](h, "/overview", as).Tasks {
		if t.Kind == scorecard.TaskAssess {
			tasks[t.Goal] = t
		}
	}
	return tasks
}

// While the year runs the rule decides. When it has ended, a goal that the rule
// gives no degree waits for management: nothing was ever reported of goal 1.
func TestManagementIsAskedForTheDegreesThatNothingDecides(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-12-31 12:00")
	if tasks := asked(h, "management"); len(tasks) != 0 {
		t.Errorf("within the year: %+v", tasks)
	}
	h.set("2015-01-20 12:00")
	h.post("/requirements/6/results", "both", fields{
		"figures": map[string]any{"satisfied": 80, "answered": 100}, "final": true, "source": "Målingen",
	})
	tasks := asked(h, "management")
	one, open := tasks["1"]
	if _, decided := tasks["6"]; decided || !open || !one.Late || one.Day.String() != "2014-12-31" ||
		one.Beside != "Reglen giver ingen grad: mellem 0 og 100." || one.Address != "goals/1?form=assess&on=1" {
		t.Errorf("after the year: %+v", tasks)
	}
	if others := asked(h, "auditor"); len(others) != 0 {
		t.Errorf("an auditor is asked to assess: %+v", others)
	}
	h.post("/goals/1/assessments", "management", fields{"degree": "50", "reason": "Planen kom, drøftelsen ikke."})
	if _, still := asked(h, "management")["1"]; still {
		t.Error("goal 1 waits after it was assessed")
	}
}

// An assessment that a later result contradicts comes back to be looked at
// again, once: 100 was given before the survey showed 70 of 100 against 75.
func TestAnAssessmentComesBackWhenTheRuleThenGivesAnother(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	h.set("2014-10-02 12:00")
	first := h.post("/goals/6/assessments", "management", fields{"degree": "100", "reason": "Vi venter en god måling."})
	if tasks := asked(h, "management"); len(tasks) != 0 {
		t.Errorf("before the result: %+v", tasks)
	}
	h.set("2014-11-02 12:00")
	h.post("/requirements/6/results", "both", fields{
		"figures": map[string]any{"satisfied": 70, "answered": 100}, "final": true, "source": "Målingen",
	})
	task, back := asked(h, "management")["6"]
	if !back || task.Fact != first || !strings.Contains(task.Beside, "Reglen giver nu 0; vurderingen er 100.") || !task.Waits {
		t.Errorf("after the result: %+v", task)
	}
	h.post("/goals/6/assessments", "management", fields{"degree": "100", "reason": "Målingen ramte nedbruddet.", "expects": first})
	if tasks := asked(h, "management"); len(tasks) != 0 {
		t.Errorf("after the second look: %+v", tasks)
	}
}
