package access

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// attempt is a login that has begun: what the answer must bring back, and what
// goes with the code.
type attempt struct {
	State    string    `json:"state"`
	Nonce    string    `json:"nonce"`
	Verifier string    `json:"verifier"` // of PKCE
	Return   string    `json:"return"`
	Began    time.Time `json:"began"`
}

// attemptsKept is how many logins a browser may have under way: one for each of
// a few tabs.
const attemptsKept = 5

func newAttempt(returnTo string, now time.Time) (attempt, error) {
	state, err := random()
	if err != nil {
		return attempt{}, err
	}
	nonce, err := random()
	if err != nil {
		return attempt{}, err
	}
	return attempt{state, nonce, oauth2.GenerateVerifier(), localPath(returnTo), now.UTC()}, nil
}

func random() (string, error) {
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("make random text: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

// attempts is the list that a session holds, oldest first.
type attempts []attempt

func readAttempts(text string) attempts {
	var list attempts
	if json.Unmarshal([]byte(text), &list) != nil {
		return nil // none, or none that we wrote
	}
	return list
}

func (l attempts) text() string {
	raw, err := json.Marshal(l)
	if err != nil {
		return "" // texts and times always marshal
	}
	return string(raw)
}

// with adds an attempt and drops the oldest beyond what is kept.
func (l attempts) with(a attempt) attempts {
	l = append(l, a)
	return l[max(0, len(l)-attemptsKept):]
}

// take removes the attempt with the state, so that it serves once.
func (l attempts) take(state string, now time.Time) (attempt, attempts, bool) {
	for i, a := range l {
		if state != "" && a.State == state {
			return a, slices.Delete(slices.Clone(l), i, i+1), now.Sub(a.Began) < loginPatience
		}
	}
	return attempt{}, l, false
}

// localPath returns where to go after the login: a path of our own, or the
// front page for anything that could lead elsewhere.
func localPath(to string) string {
	u, err := url.Parse(to)
	switch {
	case err != nil, u.IsAbs(), u.Host != "", u.Opaque != "", len(to) > 2000,
		!strings.HasPrefix(to, "/"), strings.HasPrefix(to, "//"), strings.HasPrefix(u.Path, "//"),
		strings.ContainsFunc(to, func(r rune) bool { return r == '\\' || r < ' ' || r == 0x7f }),
		strings.HasPrefix(u.Path, "/auth/"), strings.HasPrefix(u.Path, "/dev/"):
		return "/"
	}
	return u.String()
}
