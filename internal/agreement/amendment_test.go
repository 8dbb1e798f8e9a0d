package agreement_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"

	"opfyldt/internal/agreement"
	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
)

// somebody holds every role at once.
type somebody string

func (s somebody) Subject() string                               { return string(s) }
func (s somebody) Name() string                                  { return strings.ToUpper(string(s)) }
func (s somebody) Permit(string, string, string) (string, error) { return "management", nil }

// said records what somebody says of proposal 1 of the school's contract.
func said(b *ledger.Book, who somebody, kind string, body any) error {
	return saidOf(b, who, kind, "1", body)
}

// saidOf records what somebody says of a proposal, on the tests' day.
func saidOf(b *ledger.Book, who somebody, kind, number string, body any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	_, err = b.Record(context.Background(), who, ledger.Submission{
		Contract: "harbour-school-2025", ID: uuid.Must(uuid.NewV7()).String(), Kind: kind, Subject: number,
		Day: calendar.DateOf(at), Body: text,
	})
	return err
}

// Holding both roles helps nobody: three people make an amendment.
func TestThreePeopleMakeAnAmendment(t *testing.T) {
	t.Parallel()
	s, b := open(t)
	source := signedSchool(t)
	load(t, s, b, source)
	draft := strings.Replace(string(source), "due: 2026-02-27", "due: 2026-03-27", 1)
	if err := said(b, "ane", agreement.KindProposal, map[string]string{"source": draft, "from": "2025-12-01", "reason": "Storm"}); err != nil {
		t.Fatal(err)
	}
	yes := map[string]string{"verdict": "approved"}
	for _, c := range []struct {
		who  somebody
		kind string
		want string
	}{
		{"ane", agreement.KindAgency, "amendment.own"},
		{"ane", agreement.KindDepartment, "amendment.own"},
		{"bo", agreement.KindDepartment, ""},
		{"bo", agreement.KindAgency, "amendment.both_sides"},
		{"bo", agreement.KindDepartment, "fact.stale"}, // once is enough
		{"ane", agreement.KindAgency, "amendment.own"},
		{"cleo", agreement.KindAgency, ""},
		{"dan", agreement.KindWithdrawal, "amendment.settled"},
	} {
		body := any(yes)
		if c.kind == agreement.KindWithdrawal {
			body = map[string]string{"reason": "Fortrudt"}
		}
		err := said(b, c.who, c.kind, body)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s %s: %v, want %q", c.who, c.kind, err, c.want)
		}
	}
	// In force at once, for its first day is today; the file differs from the
	// draft by its number and its entry alone.
	file, _, err := s.Source(context.Background(), "harbour-school-2025", 2)
	if err != nil {
		t.Fatal(err)
	}
	entry := "\namendments:\n  - version: 2\n    from: 2025-12-01\n    reason: \"Storm\"\n    changes:\n" +
		"      - \"Goal 4, The workshop: Built: the deadline has moved from 27 February 2026 to 27 March 2026.\"\n" +
		"    agency: {by: \"CLEO\", on: 2025-12-01}\n    department: {by: \"BO\", on: 2025-12-01}\n"
	want := strings.TrimSuffix(strings.Replace(draft, "version: 1", "version: 2", 1), "\n") + entry
	if string(file) != want {
		t.Errorf("the file ends %q,\nwant %q", file[len(file)-500:], want[len(want)-500:])
	}
	if err := said(b, "eva", agreement.KindAgency, yes); fault.KindOf(err) != fault.Conflict {
		t.Errorf("after the end: %v", err)
	}
}
