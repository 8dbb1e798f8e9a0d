package contract

import "regexp"

// subject is something that facts are about, by its kind and its id, which is
// unique within the kind.
type subject struct{ kind, id string }

// String is how an amendment names it: "goal 8".
func (s subject) String() string { return s.kind + " " + s.id }

// subjectShape is how an amendment names what it ends.
var subjectShape = regexp.MustCompile(`^(goal|requirement|item|step) [a-z0-9][a-z0-9.-]*$`)

// placed is where a subject stands, and what gives it its meaning: what it
// stands under and, for a requirement, how it is measured.
type placed struct {
	field         string
	under         subject
	measure, unit string
}

// subjects are what a version's facts can be about, in the paper's order.
type subjects struct {
	list []subject
	at   map[subject]placed
}

func subjectsOf(c *Contract) subjects {
	s := subjects{at: map[subject]placed{}}
	(&checker{c: c}).eachGoal(s.goal)
	return s
}

func (s *subjects) add(id subject, p placed) {
	s.list = append(s.list, id)
	s.at[id] = p
}

func (s *subjects) goal(path string, g *Goal) {
	goal := subject{"goal", g.ID}
	s.add(goal, placed{field: path})
	for i, r := range g.Requirements {
		at, requirement := index(join(path, "requirements"), i), subject{"requirement", r.ID}
		s.add(requirement, placed{at, goal, string(r.Measure), r.Unit})
		for j, it := range r.Items {
			at, item := index(join(at, "items"), j), subject{"item", it.ID}
			s.add(item, placed{field: at, under: requirement})
			for n, step := range it.Steps {
				s.add(subject{"step", step.ID}, placed{field: index(join(at, "steps"), n), under: item})
			}
		}
	}
}

// Ended lists what an amendment must say that it ends, as its file names it: what
// the earlier version has and the later one has not. What stands under such a
// thing ends with it.
func Ended(before, after *Contract) []string {
	were, now := subjectsOf(before), subjectsOf(after)
	var ended []string
	for _, id := range were.list {
		under := were.at[id].under
		_, there := now.at[id]
		_, aboveThere := now.at[under]
		if !there && (aboveThere || under == subject{}) {
			ended = append(ended, id.String())
		}
	}
	return ended
}

// ended refuses an amendment that ends what the file has: what ended once never
// comes back as something else.
func (k *checker) ended(path string, a Amendment) {
	now := subjectsOf(k.c)
	for i, name := range a.Ends {
		field := index(join(path, "ends"), i)
		if !subjectShape.MatchString(name) {
			k.report(field, "ends-shape", "found", name)
			continue
		}
		for _, id := range now.list {
			if id.String() == name {
				k.report(field, "ends-still-there", "subject", name)
			}
		}
	}
}
