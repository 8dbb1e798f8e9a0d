package apptest

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"opfyldt/internal/access"
	"opfyldt/internal/accesstest"
	"opfyldt/internal/web"
)

// number is a person number, put together here so that none stands in the
// source.
const number = "010170" + "-1234"

// refused are texts that no request may hold, as they stand in an address.
var refused = map[string]string{"a NUL": "%00", "no UTF-8": "%ff", "a person number": number, "one escaped": "010170%2D1234"}

// personNumber finds the number however it was escaped; its first half alone
// may be part of an instant or of a drawn id.
var personNumber = regexp.MustCompile(`010170(-|%2D|%252D)?1234`)

var parameter = regexp.MustCompile(`\{[^}]+\}`)

// Every route is sent, at every place, what no text may hold: in each part of
// its path, in its query, by name and by value, and in its body. Each time the
// answer names the place, repeats nothing, and is nobody's mistake but the
// sender's.
func TestEveryRouteRefusesWhatNoTextMayHold(t *testing.T) {
	t.Parallel()
	h := New(t)
	w := &walk{t: t, h: h}
	sessions := map[access.Role]*Client{}
	for role, user := range users {
		sessions[role] = h.As(user)
	}
	for _, route := range h.App.Routes() {
		if !strings.HasPrefix(route.Path, "/api/v1/") {
			continue
		}
		c := h.Nobody()
		for _, role := range access.Roles() {
			if !route.Public && expected(t, route.Operation, role) == "let in" {
				c = sessions[role]
			}
		}
		for _, a := range w.spoiled(c, route) {
			w.count++
			if a.status != http.StatusUnprocessableEntity || !strings.Contains(a.answer.Text, `"location":"`+a.place) {
				t.Errorf("%s %s with %s: %d, want 422 at %s: %.300s", route.Method, route.Path, a.what, a.status, a.place, a.answer.Text)
			}
			// The request's id is drawn: it may hold any digits.
			said := strings.ReplaceAll(a.answer.Text, a.answer.Header.Get("X-Request-Id"), "")
			if strings.Contains(said, "1234") || strings.Contains(said, `\u0000`) {
				t.Errorf("%s %s with %s is answered with it: %s", route.Method, route.Path, a.what, a.answer.Text)
			}
		}
	}
	if log := h.Log.String(); personNumber.MatchString(log) || w.count < 300 {
		t.Errorf("after %d requests the log holds a person number, or too few were sent:\n%s", w.count, log)
	}
}

// spoilt is what came of a request that holds what it must not.
type spoilt struct {
	what, place string
	status      int
	answer      accesstest.Answer
}

// spoiled sends the route everything that it must refuse.
func (w *walk) spoiled(c *Client, route web.Registered) (all []spoilt) {
	send := func(what, place, path, body string) {
		path = strings.NewReplacer("{contract}", Contract, "{goal}", "2").Replace(path)
		a := c.Send(route.Method, parameter.ReplaceAllString(path, "none"), body)
		all = append(all, spoilt{what, place, a.StatusCode, a})
	}
	for what, text := range refused {
		for _, p := range parameter.FindAllString(route.Path, -1) {
			send(what+" in "+p, "path."+strings.Trim(p, "{}")+`"`, strings.Replace(route.Path, p, text, 1), "")
		}
		send(what+" in the query", `query.x"`, route.Path+"?x="+text, "")
		send(what+" as a parameter's name", `query"`, route.Path+"?"+text+"=x", "")
		if route.Method != http.MethodPost || route.Upload {
			continue
		}
		plain, err := url.QueryUnescape(text)
		if err != nil {
			w.t.Fatal(err)
		}
		if plain == "\x00" {
			plain = `\u0000`
		}
		place := `body.note"`
		if plain == "\xff" {
			place = `body"`
		}
		send(what+" in the body", place, route.Path, `{"note":"`+plain+`"}`)
		send(what+" as a field's name", `body"`, route.Path, `{"`+plain+`":1}`)
	}
	if route.Method == http.MethodPost && !route.Upload {
		send("a field twice", `body.day"`, route.Path, `{"day":"2014-10-02","day":"2014-10-03"}`)
	}
	return all
}
