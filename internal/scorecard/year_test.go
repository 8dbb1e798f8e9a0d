package scorecard_test

import (
	"context"
	"testing"

	"opfyldt/internal/access"
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/library"
	"opfyldt/internal/demo"
	"opfyldt/internal/ledger"
	"opfyldt/internal/measure/budget"
	"opfyldt/internal/measure/cases"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/record"
	"opfyldt/internal/scorecard"
)

// The demo's year ends at Table 11: 100, 50, 50, 100, 100, 0, 100, 100, which at
// 12.5 % each is 75.
func TestTheDemosYearEndsAtTable11(t *testing.T) {
	t.Parallel()
	h := cpr(t)
	events, err := demo.Story(calendar.MustDate("2014-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := library.Load(demo.ContractID)
	if err != nil {
		t.Fatal(err)
	}
	newest := map[string]string{}
	for _, e := range events {
		at := e.At.UTC()
		h.now.Store(&at)
		s := e.Submission
		s.Expects = newest[s.Kind+" "+s.Subject]
		if e.Verifies != "" {
			s.Body = []byte(`{"fact":"` + newest[e.Verifies+" "+s.Subject] + `",` + string(s.Body[1:]))
		}
		if e.File != nil {
			var brings string
			if s, brings, err = h.rows(c, s, e.Name, e.File); err != nil {
				t.Fatal(err)
			}
			subject := s.Subject
			if s.Subject == "5b" {
				subject += "/" + calendar.MonthOf(s.Day).String()
			}
			newest["result.report "+subject] = brings
		}
		if _, err := h.book.Record(context.Background(), teller(e.By), s); err != nil {
			t.Fatalf("%s %s of %s: %v", e.At, s.Kind, s.Subject, err)
		}
		newest[s.Kind+" "+s.Subject] = s.ID
	}
	h.set("2014-12-31 12:00")
	o := get[scorecard.Overview](h, "/overview", "department")
	for id, want := range map[string]string{"1": "100", "2": "50", "3": "50", "4": "100", "5": "100", "6": "0", "7": "100", "8": "100"} {
		g := line(o, id)
		if !g.Degree.Known || g.Degree.Worst.String() != want || g.Because == "" {
			t.Errorf("goal %s: %+v, want %s", id, g, want)
		}
	}
	if o.Total.Obtained.String() != "75" || o.Total.Decided.String() != "100" {
		t.Errorf("the total is %+v, want 75 of 100", o.Total)
	}
	// On 2 October goal 1 and 7 are kept and 6 is not; goal 2 has three of five
	// services, which gives 50 at least: 12.5 + 12.5 + 6.25.
	then := get[scorecard.Overview](h, "/overview?asOf=2014-10-02", "department")
	if then.Total.Obtained.String() != "31.25" || then.Total.Decided.String() != "37.5" || then.Counts.Open != 5 {
		t.Errorf("on 2 October: %+v %+v", then.Total, then.Counts)
	}
	two := line(then, "2")
	if two.Because != "3 af planens 5 punkter i tide" || two.State != scorecard.AtRisk || two.Next == nil || two.Next.Step != "attestation.live" || two.Next.Day.String() != "2014-10-04" {
		t.Errorf("goal 2 on 2 October: %+v", two)
	}
	if because := line(then, "1").Because; because != "Planen er afleveret 24. juni 2014 og planen er drøftet med departementet 9. september 2014" {
		t.Errorf("goal 1 on 2 October: %q", because)
	}
	year := get[scorecard.Timeline](h, "/timeline", "department")
	if last := year.Points[len(year.Points)-1]; last.Total.String() != "75" || last.Day.String() != "2014-12-31" {
		t.Errorf("the year line ends at %+v", last)
	}
}

// rows keeps a file's rows for the fact to be, and answers the id of the result that
// it brings about.
func (h *house) rows(c *contract.Contract, s ledger.Submission, name string, file []byte) (ledger.Submission, string, error) {
	ctx := context.Background()
	switch _, r := c.Requirement(s.Subject); s.Kind {
	case survey.KindResult:
		s, err := survey.NewStore(h.db.Pool, "").Prepare(ctx, r.Answers, s, name, file)
		return s, record.FollowingID(s.ID, record.KindResult, s.Subject), err
	case cases.KindImport:
		service := cases.Service{Book: record.Book{Contracts: one{c}, Facts: h.book}, Store: cases.NewStore(h.db.Pool)}
		subject := s.Subject
		if r.Measure == contract.MonthlyCount {
			subject += "/" + calendar.MonthOf(s.Day).String()
		}
		s, err := service.Prepare(ctx, c, s, *h.now.Load(), name, file)
		return s, record.FollowingID(s.ID, record.KindResult, subject), err
	}
	s, err := budget.NewStore(h.db.Pool).Prepare(ctx, h.book, c, s, name, file)
	return s, record.FollowingID(s.ID, record.KindResult, s.Subject), err
}

// teller may do everything: whom the story names is held by the demo's tests.
func teller(user string) ledger.Person {
	return access.Person{
		ID: user, FullName: user, Goals: []string{access.Everything}, Contracts: []string{access.Everything},
		Roles: []access.Role{access.Lead, access.Auditor, access.Management},
	}
}
