package access_test

import (
	"net/url"
	"slices"
	"testing"

	"opfyldt/internal/access"
	"opfyldt/internal/accesstest"
	"opfyldt/internal/config"
)

// Whoever reads who has access sees where it comes from: the names of the
// claims, and whom the service's own settings made administrator.
func TestPeopleAreListedWithWhereTheirRightsComeFrom(t *testing.T) {
	t.Parallel()
	c := newCrooked(t)
	h := accesstest.New(t, func(public *url.URL) config.OIDC {
		settings := c.settings(public)
		settings.Admins = []string{"boss"}
		return settings
	})
	c.change = func(claims map[string]any) { claims["sub"], claims["roles"] = "boss", []string{"auditor"} }
	boss := accesstest.NewBrowser(t)
	boss.Get(throughCrooked(boss, h))
	c.change = func(claims map[string]any) { claims["sub"], claims["roles"] = "hand", []string{"lead"} }
	hand := accesstest.NewBrowser(t)
	hand.Get(throughCrooked(hand, h))

	var list access.PeopleList
	boss.Call("GET", api(h, "/access/people"), nil, &list)
	if want := (access.ClaimNames{Roles: "roles", Goals: "opfyldt_goals", Contracts: "opfyldt_contracts"}); list.Claims != want {
		t.Errorf("claims %+v, want %+v", list.Claims, want)
	}
	appointed := map[string]bool{}
	for _, p := range list.People {
		appointed[p.Subject] = p.Appointed
		if p.Subject == "boss" && !slices.Equal(p.Rights.Roles, []string{"auditor", "admin"}) {
			t.Errorf("the boss is %v", p.Rights.Roles)
		}
	}
	if len(appointed) != 2 || !appointed["boss"] || appointed["hand"] {
		t.Errorf("appointed: %v", appointed)
	}
}
