package contract

import (
	"reflect"
	"slices"
	"strings"
)

// ParseNext reads the file of a contract's next version and checks it beside the
// earlier ones, the oldest first: what is agreed once keeps its meaning, because
// facts name it. Without earlier ones the file must be version 1.
func ParseNext(name string, src []byte, earlier []*Contract) (*Contract, Problems) {
	l := newLog(name)
	c := l.parse(src)
	if !l.problems.HasErrors() {
		(&succession{log: l, c: c, earlier: earlier}).run()
	}
	return l.outcome(c)
}

// OtherID says, at its line, that a draft of a contract's next version bears another
// id than the contract.
func OtherID(name string, src []byte, was string) Problems {
	l := newLog(name)
	if c := l.parse(src); c != nil {
		l.report("id", "id-other", "found", c.ID, "was", was)
	}
	_, problems := l.outcome(nil)
	return problems
}

// Next is the number of the version that comes after the earlier ones, which are
// numbered without gaps from 1 on.
func Next(earlier []*Contract) int {
	if len(earlier) == 0 {
		return 1
	}
	return earlier[len(earlier)-1].Version + 1
}

// succession compares a version with those before it.
type succession struct {
	*log
	c       *Contract
	earlier []*Contract
}

func (s *succession) run() {
	if next := Next(s.earlier); s.c.Version != next {
		s.report("version", "version-next", "found", itoa(s.c.Version), "right", itoa(next))
		return
	}
	if len(s.earlier) == 0 {
		return
	}
	last := s.earlier[len(s.earlier)-1]
	s.history(last)
	s.frame(last)
	now := subjectsOf(s.c)
	for i := len(s.earlier) - 1; i >= 0; i-- { // a later version says it better
		s.meanings(s.earlier[i], now)
	}
	s.gone(last)
}

// latest is the amendment that makes this version. Its file has as many as its
// version says, which has been checked.
func (s *succession) latest() (field string, a Amendment) {
	i := len(s.c.Amendments) - 1
	return index("amendments", i), s.c.Amendments[i]
}

// history keeps the amendments before this one as they were approved.
func (s *succession) history(last *Contract) {
	for i, was := range last.Amendments {
		if !reflect.DeepEqual(s.c.Amendments[i], was) {
			s.report(index("amendments", i), "amendment-rewritten", "version", itoa(was.Version))
		}
	}
}

// frame keeps who agreed and when. A party is called otherwise only where the
// amendment says so.
func (s *succession) frame(last *Contract) {
	if s.c.Signed != last.Signed {
		s.report("signed", "signed-changed", "found", s.c.Signed.String(), "was", last.Signed.String())
	}
	_, amendment := s.latest()
	for _, p := range []struct {
		field    string
		was, now Party
	}{{"agency", last.Agency, s.c.Agency}, {"department", last.Department, s.c.Department}} {
		switch {
		case p.now.ID != p.was.ID:
			s.report(join(p.field, "id"), "party-changed", "found", p.now.ID, "was", p.was.ID)
		case p.now != p.was && amendment.Parties == "":
			s.report(p.field, "party-renamed", "was", strings.Trim(p.was.Name+", "+p.was.Signatory, ", "))
		}
	}
}

// meanings keeps an id for what an earlier version used it for.
func (s *succession) meanings(before *Contract, now subjects) {
	were := subjectsOf(before)
	for _, id := range were.list {
		is, there := now.at[id]
		was := were.at[id]
		params := []string{"subject", id.String(), "version", itoa(before.Version)}
		switch {
		case !there:
		case is.under != was.under:
			s.once(join(is.field, "id"), "id-moved", append(params, "was", was.under.String())...)
		case is.measure != was.measure:
			s.once(join(is.field, "measure"), "id-remeasured", append(params, "found", is.measure, "was", was.measure)...)
		case is.unit != was.unit:
			s.once(join(is.field, "unit"), "id-remeasured", append(params, "found", is.unit, "was", was.unit)...)
		}
	}
}

// once reports an error at a field that has none yet.
func (s *succession) once(field, code string, params ...string) {
	if !s.bad[field] {
		s.add(s.at(field), field, code, params...)
	}
}

// gone lets an id go only where the amendment says that it ends.
func (s *succession) gone(last *Contract) {
	field, amendment := s.latest()
	var unsaid []string
	for _, id := range Ended(last, s.c) {
		if !slices.Contains(amendment.Ends, id) {
			unsaid = append(unsaid, id)
		}
	}
	if len(unsaid) > 0 {
		s.report(join(field, "ends"), "id-gone", "ids", strings.Join(unsaid, ", "), "version", itoa(last.Version))
	}
	were := subjectsOf(last)
	for i, id := range amendment.Ends {
		if !slices.ContainsFunc(were.list, func(s subject) bool { return s.String() == id }) {
			s.report(index(join(field, "ends"), i), "ends-unknown", "subject", id, "version", itoa(last.Version))
		}
	}
}
