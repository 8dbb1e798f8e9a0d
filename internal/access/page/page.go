package page

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"

	"opfyldt/internal/catalogue"
)

// Page is one page: a heading, sentences, and at most one list, form and link.
// All texts are written as they stand; the caller takes them from the catalogue.
type Page struct {
	Status int
	Title  string
	Mark   string // a line above the heading, as what kind of page it is
	Text   []string
	Facts  []Fact
	Form   *Form
	Link   *Link
	Foot   string
}

// Fact is a name and what it is here: "Step", "discovery".
type Fact struct{ Name, Value string }

// Link leads on.
type Link struct{ Href, Text string }

// Form is a form of buttons, each of which sends its own value.
type Form struct {
	Action  string
	Hidden  []Fact
	Name    string // of the field that the button's value goes under
	Buttons []Button
}

// Button is one choice: a word and a line that explains it.
type Button struct{ Value, Text, Note string }

// StylePath is where Style is served.
const StylePath = "/auth/style.css"

//go:embed page.html
var markup string

//go:embed style.css
var style []byte

// Language returns the language that the request's sender reads.
func Language(r *http.Request) string {
	return catalogue.Match(r.Header.Get("Accept-Language"))
}

// Write sends the page in the language that its texts are in. A page that
// cannot be written is told in plain text.
func Write(w http.ResponseWriter, lang string, p Page) {
	var body bytes.Buffer
	if err := write(&body, lang, p); err != nil {
		http.Error(w, p.Title, http.StatusInternalServerError)
		return
	}
	Protect(w.Header())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", lang)
	w.WriteHeader(max(p.Status, http.StatusOK))
	_, _ = w.Write(body.Bytes()) // a reader that has gone cannot be told
}

func write(body *bytes.Buffer, lang string, p Page) error {
	tmpl, err := template.New("page").Parse(markup)
	if err != nil {
		return fmt.Errorf("parse page: %w", err)
	}
	return tmpl.Execute(body, map[string]any{"Lang": lang, "Style": StylePath, "Page": p})
}

// Protect sets the headers of a page that loads nothing but its style sheet,
// sends forms to us alone, and is kept nowhere.
func Protect(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// Style serves the style sheet.
func Style() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "public, max-age=3600")
		_, _ = w.Write(style) // a reader that has gone cannot be told
	})
}
