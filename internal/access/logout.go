package access

import (
	"context"
	"net/http"
	"net/url"

	"opfyldt/internal/access/page"
	"opfyldt/internal/catalogue"
)

// loggedOutPath is where the provider sends the browser after a logout.
const loggedOutPath = "/auth/logged-out"

// logout ends the session here and sends the browser to the provider to end it
// there too. It takes a form: a script could read the address, and with it the
// id token, from any other answer.
func (s *Service) logout(w http.ResponseWriter, r *http.Request) {
	guard := http.NewCrossOriginProtection()
	if err := guard.AddTrustedOrigin(s.public.String()); err != nil || guard.Check(r) != nil {
		http.Error(w, "cross-origin request refused", http.StatusForbidden)
		return
	}
	to, err := s.leave(w, r)
	if err != nil {
		s.log.Error("log out", "error", err)
		http.Error(w, catalogue.Text(page.Language(r), "logout.failed", nil), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// leave destroys the session and answers where to go next.
func (s *Service) leave(w http.ResponseWriter, r *http.Request) (string, error) {
	ctx, err := s.load(r)
	if err != nil {
		return "", err
	}
	idToken := s.sessions.GetString(ctx, idTokenKey)
	if err := s.sessions.Destroy(ctx); err != nil {
		return "", err
	}
	s.cache.flush()
	s.forgetCookie(ctx, w)
	return s.endSession(ctx, idToken), nil
}

// endSession returns the provider's address for logging out (RP-initiated), our
// own page where it has none or cannot be asked: here the logout is done.
func (s *Service) endSession(ctx context.Context, idToken string) string {
	d, err := s.provider.discover(ctx)
	if err != nil || idToken == "" {
		return loggedOutPath
	}
	to, err := url.Parse(d.meta.EndSession)
	if err != nil || d.meta.EndSession == "" {
		return loggedOutPath
	}
	query := to.Query()
	query.Set("id_token_hint", idToken)
	query.Set("client_id", s.provider.settings.ClientID)
	query.Set("post_logout_redirect_uri", s.public.String()+loggedOutPath)
	to.RawQuery = query.Encode()
	return to.String()
}

// loggedOut says that it is done.
func (s *Service) loggedOut(w http.ResponseWriter, r *http.Request) {
	lang := page.Language(r)
	page.Write(w, lang, page.Page{
		Title: catalogue.Text(lang, "logout.done.title", nil),
		Text:  []string{catalogue.Text(lang, "logout.done.text", nil)},
		Link:  &page.Link{Href: "/auth/login", Text: catalogue.Text(lang, "logout.again", nil)},
	})
}
