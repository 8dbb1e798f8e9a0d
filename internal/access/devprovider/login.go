package devprovider

import (
	"net/http"

	"opfyldt/internal/access/page"
	"opfyldt/internal/catalogue"
)

// choose shows the seven users.
func (p *Provider) choose(w http.ResponseWriter, r *http.Request) {
	lang := page.Language(r)
	request := r.URL.Query().Get("request")
	if _, err := p.storage.AuthRequestByID(r.Context(), request); err != nil {
		p.tooOld(w, lang)
		return
	}
	form := &page.Form{Action: Path + "login", Hidden: []page.Fact{{Name: "request", Value: request}}, Name: "user"}
	for _, u := range Users() {
		form.Buttons = append(form.Buttons, page.Button{
			Value: u.Subject,
			Text:  u.Subject + " · " + u.Name, // as the README names them
			Note:  catalogue.Text(lang, "devprovider.user."+u.Subject, nil),
		})
	}
	page.Write(w, lang, page.Page{
		Title: catalogue.Text(lang, "devprovider.title", nil),
		Mark:  catalogue.Text(lang, "devprovider.mark", nil),
		Text:  []string{catalogue.Text(lang, "devprovider.text", nil)},
		Form:  form,
		Foot:  catalogue.Text(lang, "devprovider.foot", nil),
	})
}

// chosen takes the click and hands back to the protocol.
func (p *Provider) chosen(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	request := r.PostFormValue("request")
	if err := p.storage.choose(request, r.PostFormValue("user")); err != nil {
		p.tooOld(w, page.Language(r))
		return
	}
	http.Redirect(w, r, p.callback(request), http.StatusSeeOther)
}

func (p *Provider) tooOld(w http.ResponseWriter, lang string) {
	page.Write(w, lang, page.Page{
		Status: http.StatusBadRequest,
		Title:  catalogue.Text(lang, "devprovider.old.title", nil),
		Mark:   catalogue.Text(lang, "devprovider.mark", nil),
		Text:   []string{catalogue.Text(lang, "devprovider.old.text", nil)},
		Link:   &page.Link{Href: "/auth/login", Text: catalogue.Text(lang, "login.again", nil)},
	})
}
