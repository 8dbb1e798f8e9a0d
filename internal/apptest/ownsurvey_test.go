package apptest

import (
	"context"
	"encoding/hex"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/app"
	"opfyldt/internal/config"
	"opfyldt/internal/mail"
	"opfyldt/internal/measure/survey"
	"opfyldt/internal/work"
)

// customerList has 60 customers, 40 public and 20 private, every third asked in
// English.
func customerList() string {
	var b strings.Builder
	b.WriteString("Kunde;E-mail;Sektor;Sprog\n")
	for i := range 60 {
		sector, language := "Offentlig", "da"
		if i >= 40 {
			sector = "Privat"
		}
		if i%3 == 0 {
			language = "en"
		}
		fmt.Fprintf(&b, "K%03d;k%03d@kunde.example;%s;%s\n", i, i, sector, language)
	}
	return b.String()
}

var secret = regexp.MustCompile(`/answer/cpr-2014#(\S+)`)

// links are those in the outbox's mails, by recipient.
func links(t *testing.T, h *House) map[string]string {
	t.Helper()
	var o mail.OutboxPage
	h.As("admin").Get("/admin/mails", &o)
	list := map[string]string{}
	for _, m := range o.Mails {
		if found := secret.FindStringSubmatch(m.Text); found != nil {
			list[m.Recipient] = found[1]
		}
	}
	return list
}

// A survey from its plan to its result: 30 of 60 are drawn, 20 public and 10
// private; 20 answer without a login, 16 of them satisfied, which is 80 % and keeps
// the goal. Nothing is left that says who was asked.
func TestASurveyOfOnesOwn(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	at := "/contracts/cpr-2014/requirements/6/survey"
	plan := map[string]any{
		"id": NewID(), "day": "2014-11-03", "title": "Kundetilfredshed 2014", "closes": "2014-11-20", "size": 30,
		"name": "kunder.csv", "content": hex.EncodeToString([]byte(customerList())),
		"questions": []map[string]any{
			{"title": map[string]string{"da": "Telefonen", "en": "The telephone"}},
			{"title": map[string]string{"da": "Alt i alt", "en": "All in all"}, "overall": true},
		},
		"remark": map[string]string{"da": "Hvad kan vi gøre bedre?", "en": "What could we do better?"},
	}
	lead.Post(at+"/plans", plan, http.StatusCreated, nil)
	lead.Post(at+"/plans", plan, http.StatusOK, nil)

	var own survey.OwnSurvey
	lead.Get(at+"/own", &own)
	if own.Stage != survey.Planned || own.Plan.Sectors[0].Asked != 20 || own.Plan.Sectors[1].Asked != 10 || !strings.Contains(own.Text, "2014") {
		t.Fatalf("planned: %+v", own)
	}
	if what := asked(lead); what != "send the invitations" {
		t.Errorf("the lead is asked to %q", what)
	}
	lead.Post(at+"/invitations", map[string]any{"id": NewID(), "day": "2014-11-03"}, http.StatusCreated, nil)
	mailed := links(t, h)
	if len(mailed) != 30 {
		t.Fatalf("%d mails", len(mailed))
	}
	nobody := h.Nobody()
	count := 0
	for _, token := range mailed {
		link := map[string]any{"contract": "cpr-2014", "token": token}
		var form survey.AnswerForm
		nobody.Post("/answers/form", link, http.StatusOK, &form)
		if len(form.Questions) != 2 || len(form.Scale) != 5 || form.Answered {
			t.Fatalf("the form: %+v", form)
		}
		if count == 20 {
			break
		}
		grade := "4"
		if count >= 16 {
			grade = "1"
		}
		link["reply"] = map[string]any{"answers": map[string]string{"q1": "none", "q2": grade}, "remark": "Fint."}
		nobody.Post("/answers", link, http.StatusOK, nil)
		if a := nobody.Send(http.MethodPost, "/api/v1/answers", encoded(t, link)); a.StatusCode != http.StatusConflict {
			t.Errorf("the same link again: %d", a.StatusCode)
		}
		count++
	}
	h.Turn(11 * day) // 14 November: six days are left
	if what := asked(h.As("lead")); what != "remind those who have not answered" {
		t.Errorf("the lead is asked to %q", what)
	}
	lead.Get(at+"/own", &own)
	lead.Post(at+"/invitations", map[string]any{"id": NewID(), "day": "2014-11-14", "expects": own.ExpectsInvitation}, http.StatusCreated, nil)
	var o mail.OutboxPage
	h.As("admin").Get("/admin/mails", &o)
	if o.Waiting != 40 {
		t.Errorf("%d mails after the reminder to ten, want 40", o.Waiting)
	}
	if at := o.Mails[0].Queued.Format(time.DateOnly); at != "2014-11-14" {
		t.Errorf("the newest mail is said to be of %s", at)
	}
	h.Turn(7 * day) // 21 November
	if what := asked(h.As("lead")); what != "close the survey" {
		t.Errorf("the lead is asked to %q", what)
	}
	for _, token := range links(t, h) {
		late := map[string]any{"contract": "cpr-2014", "token": token, "reply": map[string]any{"answers": map[string]string{"q2": "4"}}}
		if a := nobody.Send(http.MethodPost, "/api/v1/answers", encoded(t, late)); a.StatusCode != http.StatusConflict {
			t.Errorf("after the last day: %d", a.StatusCode)
		}
		break
	}
	h.As("lead").Post(at+"/closings", map[string]any{"id": NewID(), "day": "2014-11-20"}, http.StatusCreated, nil)
	var page survey.SurveyPage
	h.As("department").Get(at, &page)
	if r := page.Result; r == nil || r.Share != "80" || r.Answered != 20 || r.Asked != 30 || r.Population != 60 || !*r.Kept || r.Format != "own" {
		t.Fatalf("the result: %+v", page.Result)
	}
	if degree := degreeOf(h.As("department"), "6"); degree != "100" {
		t.Errorf("the degree is %s", degree)
	}
	var left int
	err := h.Database.Pool.QueryRow(context.Background(), `SELECT (SELECT count(*) FROM survey_invitees) + (SELECT count(*) FROM survey_links)
		+ (SELECT count(*) FROM survey_replies) + (SELECT count(*) FROM mails)`).Scan(&left)
	if err != nil || left != 0 {
		t.Errorf("%d rows say who was asked, %v", left, err)
	}
}

// What must not be: an answer by a made-up link, a person number in an answer, a list
// with a faulty address, a second survey beside the first.
func TestASurveyRefuses(t *testing.T) {
	t.Parallel()
	h := New(t)
	lead := h.As("lead")
	at := "/api/v1/contracts/cpr-2014/requirements/6/survey"
	made := map[string]any{"contract": "cpr-2014", "token": "made-up"}
	if a := h.Nobody().Send(http.MethodPost, "/api/v1/answers/form", encoded(t, made)); a.StatusCode != http.StatusNotFound {
		t.Errorf("a made-up link: %d", a.StatusCode)
	}
	plan := map[string]any{
		"id": NewID(), "day": "2014-11-03", "title": "x", "closes": "2014-11-02", "size": 30, "name": "kunder.csv",
		"content":   hex.EncodeToString([]byte("Kunde;E-mail\n1;ingen adresse\n")),
		"questions": []map[string]any{{"title": map[string]string{"da": "Alt i alt"}, "overall": true}},
	}
	a := lead.Send(http.MethodPost, at+"/plans", encoded(t, plan))
	for _, place := range []string{"body.closes", "body.questions[0].title.en"} {
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, place) {
			t.Errorf("%s is not told: %d %s", place, a.StatusCode, a.Text)
		}
	}
	plan["closes"], plan["questions"] = "2014-11-20", []map[string]any{{"title": map[string]string{"da": "Alt i alt", "en": "All in all"}, "overall": true}}
	if a = lead.Send(http.MethodPost, at+"/plans", encoded(t, plan)); !strings.Contains(a.Text, "file.B2") {
		t.Errorf("a faulty address: %d %s", a.StatusCode, a.Text)
	}
	plan["content"] = hex.EncodeToString([]byte(customerList()))
	lead.Post(strings.TrimPrefix(at, "/api/v1")+"/plans", plan, http.StatusCreated, nil)
	lead.Post(strings.TrimPrefix(at, "/api/v1")+"/invitations", map[string]any{"id": NewID(), "day": "2014-11-03"}, http.StatusCreated, nil)
	expects := plan["id"]
	plan["id"], plan["expects"] = NewID(), expects
	if a = lead.Send(http.MethodPost, at+"/plans", encoded(t, plan)); a.StatusCode != http.StatusConflict {
		t.Errorf("a second survey: %d %s", a.StatusCode, a.Text)
	}
	if a = lead.Send(http.MethodPost, at+"/closings", encoded(t, map[string]any{"id": NewID(), "day": "2014-11-03"})); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("closed without answers: %d %s", a.StatusCode, a.Text)
	}
	for _, token := range links(t, h) {
		reply := map[string]any{"contract": "cpr-2014", "token": token, "reply": map[string]any{"answers": map[string]string{"q1": "9"}, "remark": "Jeg er 010170-1234"}}
		a := h.Nobody().Send(http.MethodPost, "/api/v1/answers", encoded(t, reply))
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.Text, "body.reply.remark") || strings.Contains(a.Text, "010170") {
			t.Errorf("a person number: %d %s", a.StatusCode, a.Text)
		}
		break
	}
}

const day = 24 * time.Hour

// asked is what the reader's first task about the survey asks for.
func asked(c *Client) string {
	var p work.TaskPage
	c.Get("/work", &p)
	for _, line := range p.Lines {
		if line.Kind == survey.TaskSurvey {
			return line.What
		}
	}
	return ""
}

// Where a mail server is named, the links are their recipients' alone: the outbox
// shows no text. The server is not there, so the mails wait.
func TestTheOutboxShowsNoLinksWhereAServerIsNamed(t *testing.T) {
	t.Parallel()
	h := New(t, func(c *config.Config, _ *app.Options) { c.SMTP.Address = "127.0.0.1:1" })
	lead := h.As("lead")
	at := "/contracts/cpr-2014/requirements/6/survey"
	lead.Post(at+"/plans", map[string]any{
		"id": NewID(), "day": "2014-11-03", "title": "x", "closes": "2014-11-20", "size": 10, "name": "kunder.csv",
		"content":   hex.EncodeToString([]byte(customerList())),
		"questions": []map[string]any{{"title": map[string]string{"da": "Alt i alt", "en": "All in all"}, "overall": true}},
	}, http.StatusCreated, nil)
	lead.Post(at+"/invitations", map[string]any{"id": NewID(), "day": "2014-11-03"}, http.StatusCreated, nil)
	var o mail.OutboxPage
	h.As("admin").Get("/admin/mails", &o)
	if o.Server == "" || o.Waiting != 10 || o.Mails[0].Text != "" || len(links(t, h)) != 0 {
		t.Errorf("%+v", o)
	}
}
