package agreement_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/agreement"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// put lays a draft of the school's contract before its parties.
func put(s *agreement.Store, b *ledger.Book, who somebody, number, source string) error {
	if err := s.Begin(context.Background(), who, "harbour-school-2025", []byte(source)); err != nil {
		return err
	}
	return saidOf(b, who, agreement.KindProposal, number, map[string]string{"source": source})
}

func states(t *testing.T, b *ledger.Book) string {
	t.Helper()
	facts, err := b.All(context.Background(), "harbour-school-2025", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, a := range agreement.Amendments(facts) {
		all = append(all, string(a.State()))
	}
	return strings.Join(all, " ")
}

// A draft becomes a contract when two people have signed it, one for each party,
// neither of whom put it forward. What was signed of an earlier draft does not
// count.
func TestTwoSignaturesMakeAContract(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	ctx := context.Background()
	first := string(signedSchool(t))
	if err := put(s, b, "ane", "1", first); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Versions(ctx, "harbour-school-2025"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a draft is a contract already: %v", err)
	}
	yes := map[string]string{"verdict": "approved"}
	if err := saidOf(b, "bo", agreement.KindAgency, "1", yes); err != nil {
		t.Fatal(err)
	}
	second := strings.Replace(first, "due: 2026-02-27", "due: 2026-03-27", 1)
	if err := put(s, b, "ane", "2", second); err != nil {
		t.Fatal(err)
	}
	if got := states(t, b); got != "replaced proposed" {
		t.Errorf("once the draft has changed: %s", got)
	}
	for _, c := range []struct {
		who          somebody
		kind, number string
		want         string
	}{
		{"cleo", agreement.KindDepartment, "1", "amendment.settled"},
		{"ane", agreement.KindAgency, "2", "amendment.own"},
		{"bo", agreement.KindDepartment, "2", ""},
		{"bo", agreement.KindAgency, "2", "amendment.both_sides"},
		{"cleo", agreement.KindAgency, "2", ""},
	} {
		err := saidOf(b, c.who, c.kind, c.number, yes)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s %s %s: %v, want %q", c.who, c.kind, c.number, err, c.want)
		}
	}
	if got := states(t, b); got != "replaced concluded" {
		t.Errorf("once both have signed: %s", got)
	}
	// The file differs from the draft by the day of signature alone.
	file, _, err := s.Source(ctx, "harbour-school-2025", 1)
	want := strings.Replace(second, "\nsigned: 2025-06-17", "\nsigned: 2025-12-01", 1)
	if err != nil || string(file) != want || want == second {
		t.Errorf("the file is not the draft with its day: %v\n%.300s", err, file)
	}
	if err := put(s, b, "ane", "3", second); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a draft of what is a contract: %v", err)
	}
}

// Who may not put a draft forward leaves no log behind, and neither does a draft
// that does not pass.
func TestADraftThatIsRefusedLeavesNothing(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	source := string(signedSchool(t))
	if err := s.Begin(context.Background(), admin{}, "harbour-school-2025", []byte(source)); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("without permission: %v", err)
	}
	for name, c := range map[string]string{
		"a fault":          strings.Replace(source, "due: 2026-02-27", "due: 2026-02-31", 1),
		"a second version": strings.Replace(source, "\nversion: 1", "\nversion: 2", 1),
		"another contract": strings.Replace(source, "\nid: harbour-school-2025", "\nid: harbour-school-2026", 1),
	} {
		if err := put(s, b, "ane", "1", c); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.Head(context.Background(), "harbour-school-2025", time.Time{}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("there is a log: %v", err)
	}
}
