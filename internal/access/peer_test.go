package access_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"opfyldt/internal/accesstest"
	"opfyldt/internal/config"
)

const peerFolder = "testdata/oidc-provider"

// installPeer fetches the provider's package once, where make has not.
var installPeer = sync.OnceValue(func() error {
	if _, err := os.Stat(filepath.Join(peerFolder, "node_modules", "oidc-provider")); err == nil {
		return nil
	}
	cmd := exec.Command("npm", "ci", "--no-audit", "--no-fund")
	cmd.Dir = peerFolder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm ci: %w\n%s", err, out)
	}
	return nil
})

// peer starts a certified provider that we did not write.
func peer(t *testing.T) accesstest.Provider {
	t.Helper()
	if err := installPeer(); err != nil {
		t.Fatal(err)
	}
	return func(public *url.URL) config.OIDC {
		settings := accesstest.Claims()
		settings.Issuer = startPeer(t, public)
		settings.ClientID, settings.ClientSecret = "opfyldt", "a-secret-for-tests-only"
		settings.RolesClaim, settings.RoleMap = "realm_access.roles", map[string]string{"CPR Leads": "lead"}
		return settings
	}
}

func startPeer(t *testing.T, public *url.URL) string {
	t.Helper()
	cmd := exec.Command("node", "server.mjs")
	cmd.Dir = peerFolder
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the provider ended badly: %v", err)
		}
	})
	addresses, err := json.Marshal(map[string]string{"callback": public.String() + "/auth/callback",
		"loggedOut": public.String() + "/auth/logged-out", "backchannel": public.String() + "/auth/backchannel-logout"})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(in, "%s\n", addresses)
	var said struct{ Issuer string }
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &said)
	}
	if err != nil || said.Issuer == "" {
		t.Fatalf("the provider said %q: %v", line, err)
	}
	return said.Issuer
}

var (
	formAction = regexp.MustCompile(`action="([^"]+)"`)
	hidden     = regexp.MustCompile(`name="(prompt|xsrf)" value="([^"]+)"`)
)

// answerPeer clicks through the provider's pages until it sends the browser
// back to us, and returns where to.
func answerPeer(t *testing.T, b *accesstest.Browser, h *accesstest.House, a accesstest.Answer, user string) string {
	t.Helper()
	for range 12 {
		if a.StatusCode >= 300 && a.StatusCode < 400 {
			to := b.Next(a)
			if strings.HasPrefix(to, h.Public.String()) {
				return to
			}
			a = b.Get(to)
			continue
		}
		form := url.Values{"login": {user}, "password": {"any"}, "logout": {"yes"}}
		for _, field := range hidden.FindAllStringSubmatch(a.Text, -1) {
			form.Set(field[1], html.UnescapeString(field[2]))
		}
		action := formAction.FindStringSubmatch(a.Text)
		if a.StatusCode != http.StatusOK || action == nil {
			t.Fatalf("the provider answers %d %s", a.StatusCode, a.Text)
		}
		to, err := a.Request.URL.Parse(html.UnescapeString(action[1]))
		if err != nil {
			t.Fatal(err)
		}
		a = b.Post(to.String(), form)
	}
	t.Fatal("the provider never sends the browser back")
	return ""
}

// throughPeer begins a login and returns the callback's address.
func throughPeer(t *testing.T, b *accesstest.Browser, h *accesstest.House, user string) string {
	t.Helper()
	return answerPeer(t, b, h, b.Get(h.Public.String()+"/auth/login?return=/c/cpr-2014"), user)
}

func TestPeerLogsInAndOut(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, peer(t))
	b := accesstest.NewBrowser(t)
	a := b.Get(throughPeer(t, b, h, "paula"))
	if to := b.Next(a); to != h.Public.String()+"/c/cpr-2014" {
		t.Fatalf("login leads to %s", to)
	}
	a = b.Get(h.Public.String() + "/c/cpr-2014")
	if a.Text != "paula" || a.Header.Get("X-Person") != `"Paula Peer" ["lead"] ["1" "cpr-2014:2"] ["cpr-2014"]` {
		t.Errorf("logged in as %q: %s", a.Text, a.Header.Get("X-Person"))
	}

	other := accesstest.NewBrowser(t) // another browser of hers stays logged in
	other.Get(throughPeer(t, other, h, "paula"))
	a = b.Post(h.Public.String()+"/auth/logout", nil)
	if to := b.Next(a); !strings.Contains(to, "/session/end") || !strings.Contains(to, "id_token_hint=") {
		t.Fatalf("logout leads to %s", to)
	}
	if a := b.Get(h.Public.String() + "/"); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("after logout: %d %q", a.StatusCode, a.Text)
	}
	if to := answerPeer(t, b, h, a, ""); to != h.Public.String()+"/auth/logged-out" {
		t.Errorf("the provider's logout leads to %s", to)
	}
	if a := other.Get(h.Public.String() + "/"); a.Text != "paula" {
		t.Errorf("her other browser: %d %q", a.StatusCode, a.Text)
	}
}

func TestPeerEndsOurSessionByTheBackChannel(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, peer(t))
	b := accesstest.NewBrowser(t)
	b.Get(throughPeer(t, b, h, "paula"))
	home := h.Public.String() + "/"
	if a := b.Get(home); a.Text != "paula" {
		t.Fatalf("not logged in: %d %q", a.StatusCode, a.Text)
	}
	// She logs out at the provider itself, without asking us.
	issuer := h.Issuer
	answerLogout(t, b, issuer)
	if a := b.Get(home); a.StatusCode != http.StatusUnauthorized {
		t.Errorf("after the provider's logout: %d %q\n%s", a.StatusCode, a.Text, h.Log)
	}
}

// answerLogout logs out at the provider's own page.
func answerLogout(t *testing.T, b *accesstest.Browser, issuer string) {
	t.Helper()
	a := b.Get(issuer + "/session/end")
	form := url.Values{"logout": {"yes"}}
	for _, field := range hidden.FindAllStringSubmatch(a.Text, -1) {
		form.Set(field[1], field[2])
	}
	if a = b.Post(issuer+"/session/end/confirm", form); a.StatusCode >= 400 {
		t.Fatalf("the provider's logout answers %d %s", a.StatusCode, a.Text)
	}
}

func TestPeerRefusesWhatItShould(t *testing.T) {
	t.Parallel()
	h := accesstest.New(t, peer(t))

	t.Run("a code used twice", func(t *testing.T) {
		b, thief := accesstest.NewBrowser(t), accesstest.NewBrowser(t)
		callback := throughPeer(t, b, h, "paula")
		b.Get(callback)
		// The same answer again: its login is used up.
		wantFailure(t, b.Get(callback), "2 of 5", "belongs to no login")
		// The same code under a state of one's own: the provider refuses it.
		wantFailure(t, thief.Get(swapState(t, thief, h, callback)), "3 of 5", "would not exchange")
	})
	t.Run("another browser's code", func(t *testing.T) {
		b, thief := accesstest.NewBrowser(t), accesstest.NewBrowser(t)
		callback := throughPeer(t, b, h, "paula") // stolen before it is used
		wantFailure(t, thief.Get(swapState(t, thief, h, callback)), "3 of 5", "would not exchange")
	})
	t.Run("no PKCE", func(t *testing.T) {
		b := accesstest.NewBrowser(t)
		to, err := url.Parse(b.Next(b.Get(h.Public.String() + "/auth/login")))
		if err != nil {
			t.Fatal(err)
		}
		query := to.Query()
		if query.Get("code_challenge_method") != "S256" || len(query.Get("code_challenge")) != 43 {
			t.Errorf("we ask without PKCE: %v", query)
		}
		query.Del("code_challenge")
		query.Del("code_challenge_method")
		to.RawQuery = query.Encode()
		callback := b.Next(b.Get(to.String()))
		if !strings.Contains(callback, "error=invalid_request") {
			t.Fatalf("the provider answers %s", callback)
		}
		wantFailure(t, b.Get(callback), "2 of 5", "refused the login (invalid_request)")
	})
	t.Run("somebody without a role", func(t *testing.T) {
		b := accesstest.NewBrowser(t)
		wantFailure(t, b.Get(throughPeer(t, b, h, "norbert")), "5 of 5", "Your id at the login provider is norbert.")
		if a := b.Get(h.Public.String() + "/"); a.StatusCode != http.StatusUnauthorized {
			t.Errorf("is logged in all the same: %q", a.Text)
		}
	})
	if log := h.Log.String(); strings.Contains(log, "eyJ") || strings.Contains(log, "a-secret-for-tests-only") || strings.Contains(log, "code=") {
		t.Errorf("the log holds what it must not:\n%s", log)
	}
}

// swapState puts a callback's code under a state that the browser began itself.
func swapState(t *testing.T, b *accesstest.Browser, h *accesstest.House, callback string) string {
	t.Helper()
	own, err := url.Parse(b.Next(b.Get(h.Public.String() + "/auth/login")))
	if err != nil {
		t.Fatal(err)
	}
	to, err := url.Parse(callback)
	if err != nil {
		t.Fatal(err)
	}
	query := to.Query()
	query.Set("state", own.Query().Get("state"))
	to.RawQuery = query.Encode()
	return to.String()
}

// wantFailure checks that a login failed, at which step and why, on a page that
// gives nothing away.
func wantFailure(t *testing.T, a accesstest.Answer, step, cause string) {
	t.Helper()
	if a.StatusCode < 400 || !strings.Contains(a.Text, step) || !strings.Contains(html.UnescapeString(a.Text), cause) {
		t.Errorf("%d, want step %q because %q:\n%s", a.StatusCode, step, cause, a.Text)
	}
	query := a.Request.URL.Query()
	for _, secret := range []string{query.Get("code"), query.Get("state"), "eyJ", "login.cause", "login.step", "login.check", "{"} {
		if secret != "" && strings.Contains(a.Text, secret) {
			t.Errorf("the page shows %q", secret)
		}
	}
	if policy := a.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(a.Text, "<script") || strings.Contains(a.Text, "style=") {
		t.Errorf("the page is not strict: %q", policy)
	}
}
