package access_test

import (
	"net/http"
	"strings"
	"testing"

	"opfyldt/internal/access/devprovider"
	"opfyldt/internal/accesstest"
)

func TestEachDevelopmentUserLogsIn(t *testing.T) {
	h := accesstest.New(t, nil)
	for _, user := range []string{"lead", "auditor", "auditor2", "management", "management2", "department", "admin"} {
		t.Run(user, func(t *testing.T) {
			b := accesstest.NewBrowser(t)
			a := b.LogIn(h, user, "/kontrakt/cpr-2014?a=1")
			if a.StatusCode != http.StatusOK || a.Text != user {
				t.Fatalf("logged in as %d %q, want %q", a.StatusCode, a.Text, user)
			}
			if path := a.Header.Get("X-Path"); path != "/kontrakt/cpr-2014?a=1" {
				t.Errorf("came back to %q", path)
			}
		})
	}
	if users := devprovider.Users(); len(users) != 7 {
		t.Errorf("%d users", len(users))
	}
	if log := h.Log.String(); strings.Contains(log, "eyJ") {
		t.Errorf("the log holds a token:\n%s", log)
	}
}
