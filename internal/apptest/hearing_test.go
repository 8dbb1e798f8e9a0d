package apptest

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/mail"
	"opfyldt/internal/spotcheck"
)

const salt = "000102030405060708090a0b0c0d0e0f"

// of is the address of what is recorded of a drawn customer.
func of(name string, number int, act string) string {
	return fmt.Sprintf("%s/rounds/%s/customers/%d/%s", spotchecks, name, number, act)
}

func whole(c *Client, name string) (r spotcheck.SpotcheckRound) {
	c.Get(spotchecks+"/rounds/"+name, &r)
	return r
}

// deviating is a round under review whose first customer deviates, and its review.
func deviating(t *testing.T, one, two *Client, name string) (review0 string) {
	t.Helper()
	planned(t, one, name, listed(t, one, fiftyCustomers()))
	drawn(t, one, two, name)
	review(one, name, 1, "", "deviation")
	return look(one, name).Customers[0].Reviews[0].ID
}

func hashed(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func linkTo(secret string) map[string]any {
	return map[string]any{"contract": Contract, "token": secret}
}

func replyBy(secret, text string) map[string]any {
	return map[string]any{"contract": Contract, "token": secret, "id": NewID(), "text": text, "salt": salt}
}

// A customer is heard by a link that is passed on: the link shows that customer's
// deviations alone, takes one answer before the deadline, and the countersigner signs
// only what they have seen. The log holds no word of the answer.
func TestACustomerIsHeardByLink(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two, nobody := h.As("auditor"), h.As("auditor2"), h.Nobody()
	verdict := deviating(t, one, two, "r")
	review(one, "r", 2, "", "kept")
	secret := strings.Repeat("5e", 32)
	open := map[string]any{"verdict": verdict, "deadline": "2014-11-17", "way": "hand", "language": "da", "link": hashed(secret)}
	h.As("department").Post(of("r", 1, "hearings"), body(open), http.StatusForbidden, nil)
	one.Post(of("r", 1, "hearings"), body(map[string]any{"verdict": verdict, "deadline": "2014-11-02", "way": "hand", "language": "da", "link": "x"}), http.StatusUnprocessableEntity, nil)
	one.Post(of("r", 2, "hearings"), body(open), http.StatusConflict, nil) // nothing deviates there
	one.Post(of("r", 1, "hearings"), body(open), http.StatusCreated, nil)

	var form spotcheck.HearingForm
	nobody.Post("/hearings/form", linkTo(secret), http.StatusOK, &form)
	if form.State != "open" || form.Customer != "Kunden Nummer"+look(one, "r").Customers[0].Ref[2:] || len(form.Deviations) != 1 ||
		form.Deviations[0].Clause != "Adgangen er personlig" || form.Deviations[0].Note != "Fælles brugernavn" {
		t.Fatalf("the customer reads: %+v", form)
	}
	nobody.Post("/hearings/form", linkTo(strings.Repeat("5f", 32)), http.StatusNotFound, nil)
	countersign(two, "r", 1, verdict, "accepted", http.StatusConflict) // the customer has time to answer
	if a := nobody.Send("POST", "/api/v1/hearings", encoded(t, replyBy(secret, "Jeg er 010190-1239"))); a.StatusCode != http.StatusUnprocessableEntity || strings.Contains(a.Text, "010190") {
		t.Errorf("a person number is taken or shown: %d %s", a.StatusCode, a.Text)
	}
	answer := replyBy(secret, "Vi har lukket de fælles brugere.")
	nobody.Post("/hearings", answer, http.StatusOK, nil)
	nobody.Post("/hearings", answer, http.StatusOK, nil) // the same request again
	nobody.Post("/hearings", replyBy(secret, "Noget andet"), http.StatusConflict, nil)
	one.Post(of("r", 1, "answers"), body(map[string]any{"hearing": look(one, "r").Facts["x"].ID, "how": "phone", "text": "Nej", "salt": salt}), http.StatusConflict, nil)

	c := whole(two, "r").Customers[0]
	if c.Hearing.State != "answered" || c.Hearing.Answer.Text != "Vi har lukket de fælles brugere." || c.Hearing.Answer.Fact.Actor.Role != "customer" {
		t.Fatalf("the auditor reads: %+v", c.Hearing)
	}
	two.Post(of("r", 1, "countersignatures"), body(map[string]any{"fact": verdict, "verdict": "accepted", "hearing": c.Hearing.Fact}), http.StatusConflict, nil)
	two.Post(of("r", 1, "countersignatures"), body(map[string]any{"fact": verdict, "verdict": "accepted", "hearing": c.Hearing.Newest}), http.StatusCreated, nil)
	if a := one.Send("GET", "/api/v1"+spotchecks+"/rounds/r/export", ""); strings.Contains(a.Text, "fælles brugere") || !strings.Contains(a.Text, hashed(salt+"\nVi har lukket de fælles brugere.\n")) {
		t.Error("the log holds the answer's words, or not their hash")
	}
	if r := whole(one, "r"); r.Hearings.Heard != 1 || r.Hearings.Answered != 1 || r.Hearings.Deviating != 1 || r.Hearings.Not != 0 {
		t.Errorf("counted: %+v", r.Hearings)
	}
}

// A customer gets a letter with what was found and by when they can comment, and one
// with the result once it is signed: as PDF and as DOCX, from who checks them alone.
func TestLettersToACustomer(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	verdict := deviating(t, one, two, "r")
	get := func(c *Client, what string) accesstest.Answer {
		return c.Send("GET", "/api/v1"+of("r", 1, "letters/"+what), "")
	}
	if a := get(one, "hearing/pdf"); a.StatusCode != http.StatusConflict {
		t.Errorf("before the hearing: %d", a.StatusCode)
	}
	one.Post(of("r", 1, "hearings"), body(map[string]any{"verdict": verdict, "deadline": "2014-11-17", "way": "hand", "language": "da", "link": hashed("x")}), http.StatusCreated, nil)
	name := look(one, "r").Customers[0].Name
	said := words(t, get(one, "hearing/docx"))
	for _, want := range []string{name, "Høring: Vilkår for adgang", "Adgangen er personlig (alvorlig): Fælles brugernavn", "17. november 2014"} {
		if !strings.Contains(said, want) {
			t.Errorf("the hearing's letter lacks %q: %s", want, said)
		}
	}
	if a := get(one, "hearing/pdf"); !strings.HasPrefix(a.Text, "%PDF-") || a.Header.Get("Content-Type") != "application/pdf" {
		t.Errorf("as PDF: %d %s", a.StatusCode, a.Header.Get("Content-Type"))
	}
	if a := get(one, "result/pdf"); a.StatusCode != http.StatusConflict {
		t.Errorf("before the signature: %d", a.StatusCode)
	}
	h.Turn(15 * day) // 18 November: the deadline has passed
	one, two = h.As("auditor"), h.As("auditor2")
	two.Post(of("r", 1, "countersignatures"), body(map[string]any{"fact": verdict, "verdict": "accepted", "hearing": whole(two, "r").Customers[0].Hearing.Newest, "day": "2014-11-18"}), http.StatusCreated, nil)
	one.Post(clause("findings"), body(map[string]any{"verdict": verdict, "owner": map[string]string{"subject": "lead"}, "deadline": "2014-12-01", "measure": "Hver sin bruger.", "day": "2014-11-18"}), http.StatusCreated, nil)
	if said := words(t, get(one, "result/docx?language=en")); !strings.Contains(said, "You did not answer before the deadline.") || !strings.Contains(said, "Hver sin bruger. Deadline: 1 December 2014.") {
		t.Errorf("the result's letter: %s", said)
	}
	for _, user := range []string{"management", "department", "lead"} {
		if a := get(h.As(user), "hearing/docx"); a.StatusCode != http.StatusForbidden {
			t.Errorf("%s gets a letter: %d", user, a.StatusCode)
		}
	}
}

// words are a DOCX's, a paragraph a line.
func words(t *testing.T, a accesstest.Answer) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(a.Text), int64(len(a.Text)))
	if err != nil {
		t.Fatalf("%d %.200s: %v", a.StatusCode, a.Text, err)
	}
	part, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(string(text), "</w:p>", "\n"), "")
}

// A mailed link reaches the customer's address; a revoked one leads to no deviation,
// and its mail does not leave. What comes by letter is entered, and behind the
// deadline a link takes nothing.
func TestAHearingByMailIsRevokedAndEnteredByHand(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two, nobody := h.As("auditor"), h.As("auditor2"), h.Nobody()
	verdict := deviating(t, one, two, "r")
	open := func(expects string, deadline string) string {
		b := body(map[string]any{"verdict": verdict, "deadline": deadline, "way": "mail", "language": "en", "expects": expects})
		one.Post(of("r", 1, "hearings"), b, http.StatusCreated, nil)
		return b["id"].(string)
	}
	first := open("", "2014-11-10")
	var box mail.OutboxPage
	h.As("admin").Get("/admin/mails", &box)
	to := "post" + look(one, "r").Customers[0].Ref[2:] + "@kunde.dk"
	if len(box.Mails) != 1 || box.Mails[0].Recipient != to || !strings.Contains(box.Mails[0].Text, "10 November 2014") {
		t.Fatalf("the outbox: %+v", box.Mails)
	}
	secret := box.Mails[0].Text[strings.Index(box.Mails[0].Text, "#")+1:][:64]
	var form spotcheck.HearingForm
	nobody.Post("/hearings/form", linkTo(secret), http.StatusOK, &form)
	one.Post(of("r", 1, "revocations"), body(map[string]any{"hearing": first}), http.StatusUnprocessableEntity, nil)
	one.Post(of("r", 1, "revocations"), body(map[string]any{"hearing": first, "reason": "Sendt til den forkerte"}), http.StatusCreated, nil)
	nobody.Post("/hearings/form", linkTo(secret), http.StatusOK, &form)
	if form.State != "revoked" || len(form.Deviations) != 0 {
		t.Errorf("a revoked link shows: %+v", form)
	}
	nobody.Post("/hearings", replyBy(secret, "Ja"), http.StatusConflict, nil)
	if h.As("admin").Get("/admin/mails", &box); len(box.Mails) != 0 {
		t.Errorf("a revoked hearing's mail leaves: %+v", box.Mails)
	}

	second := open(first, "2014-11-10")
	nobody.Post("/hearings/form", linkTo(secret), http.StatusNotFound, nil) // a newer one has taken its place
	h.As("admin").Get("/admin/mails", &box)
	newer := box.Mails[0].Text[strings.Index(box.Mails[0].Text, "#")+1:][:64]
	h.Turn(8 * day) // 11 November
	one, two = h.As("auditor"), h.As("auditor2")
	if c := whole(one, "r").Customers[0]; c.Hearing.State != "unanswered" {
		t.Errorf("behind the deadline: %+v", c.Hearing)
	}
	nobody.Post("/hearings", replyBy(newer, "Ja"), http.StatusConflict, nil)
	entered := map[string]any{"hearing": second, "how": "link", "text": "De er enige.", "salt": salt, "day": "2014-11-11"}
	one.Post(of("r", 1, "answers"), body(entered), http.StatusUnprocessableEntity, nil) // by link answers the customer alone
	entered["how"] = "letter"
	one.Post(of("r", 1, "answers"), body(entered), http.StatusCreated, nil)
	r := whole(two, "r")
	if c := r.Customers[0]; c.Hearing.State != "late" || c.Hearing.Answer.Text != "De er enige." || len(c.Hearing.Facts) != 4 {
		t.Errorf("entered: %+v", c.Hearing)
	}
	if r.Hearings.Late != 1 || r.Hearings.Answered != 1 {
		t.Errorf("counted: %+v", r.Hearings)
	}
}

// Nobody countersigns their own review: not by the API, not in another session, not
// in two at once, not by a key of theirs.
func TestNobodyCountersignsTheirOwn(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	drawn(t, one, two, "r")
	review(one, "r", 1, "", "kept")
	fact := look(one, "r").Customers[0].Reviews[0].ID
	if look(one, "r").Customers[0].MaySign || !look(two, "r").Customers[0].MaySign {
		t.Error("the page lets another sign than who may")
	}
	if got := atOnce(t, fact, one, h.As("auditor"), h.As("auditor")); got != "refused refused refused" {
		t.Errorf("three sessions at once: %s", got)
	}
	var made struct{ Secret string }
	one.Post("/tokens", map[string]any{"name": "nøgle", "operations": []string{"spotcheck.read", "spotcheck.countersign"}, "contracts": []string{Contract}, "goals": []string{"*"},
		"expires": time.Now().Add(time.Hour).UTC().Format(time.RFC3339)}, http.StatusCreated, &made)
	countersign(h.WithToken(made.Secret), "r", 1, fact, "accepted", http.StatusForbidden)
	if got := atOnce(t, fact, one, two, h.As("auditor")); got != "refused signed refused" {
		t.Errorf("the writer and another at once: %s", got)
	}
	if c := look(one, "r").Customers[0]; c.State != "countersigned" || len(c.Signed) != 1 {
		t.Errorf("signed: %+v", c)
	}
}

// Another part makes nobody another person: who wrote a review cannot countersign it
// after they lost the part and got it back, nor by one more; who has got the part
// since can.
func TestChangedPartsDoNotCountersignTheirOwn(t *testing.T) {
	t.Parallel()
	h := New(t, func(c *config.Config, _ *app.Options) { c.OIDC.RolesClaim = "granted_here" })
	give := func(subject, role string, granted bool) {
		t.Helper()
		_, err := h.Database.Pool.Exec(t.Context(), `INSERT INTO access_grants (id, at, by_subject, by_name, subject, kind, value, granted)
			VALUES ($1, now(), 'boss', 'Boss', $2, 'role', $3, $4)`, NewID(), subject, role, granted)
		if err != nil {
			t.Fatal(err)
		}
	}
	give("auditor", "auditor", true)
	give("auditor2", "auditor", true)
	give("lead", "lead", true)
	one, two, lead := h.As("auditor"), h.As("auditor2"), h.As("lead")
	planned(t, one, "r", listed(t, one, fiftyCustomers()))
	drawn(t, one, two, "r")
	review(one, "r", 1, "", "kept")
	fact := look(one, "r").Customers[0].Reviews[0].ID
	if got := atOnce(t, fact, one, lead); got != "refused refused" {
		t.Errorf("before: %s", got)
	}
	give("auditor", "management", true)
	if got := atOnce(t, fact, one); got != "refused" {
		t.Errorf("with one part more: %s", got)
	}
	give("auditor", "auditor", false)
	if got := atOnce(t, fact, one, h.As("auditor")); got != "refused refused" {
		t.Errorf("without the part: %s", got)
	}
	give("auditor", "auditor", true)
	give("lead", "auditor", true)
	if look(one, "r").Customers[0].MaySign {
		t.Error("the page lets who wrote it sign")
	}
	if got := atOnce(t, fact, one, lead, h.As("auditor")); got != "refused signed refused" {
		t.Errorf("with the part again, and another who has got it: %s", got)
	}
}

// atOnce lets everybody countersign the first customer's review at the same time, and
// answers what came of it. Who comes behind a signature is refused for that already.
func atOnce(t *testing.T, fact string, sessions ...*Client) string {
	t.Helper()
	var all sync.WaitGroup
	got := make([]string, len(sessions))
	for i, c := range sessions {
		sent := encoded(t, body(map[string]any{"fact": fact, "verdict": "accepted"}))
		all.Go(func() {
			switch status := c.Send("POST", "/api/v1"+of("r", 1, "countersignatures"), sent).StatusCode; status {
			case http.StatusCreated:
				got[i] = "signed"
			case http.StatusForbidden, http.StatusConflict:
				got[i] = "refused"
			default:
				got[i] = strconv.Itoa(status)
			}
		})
	}
	all.Wait()
	return strings.Join(got, " ")
}
