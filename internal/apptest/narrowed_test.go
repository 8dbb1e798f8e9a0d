package apptest

import (
	"net/http"
	"strings"
	"testing"
)

// A list's file holds what the page's search field leaves of the list.
func TestAListsFileIsNarrowedLikeItsPage(t *testing.T) {
	t.Parallel()
	h := New(t)
	admin := h.As("admin")
	h.As("lead")
	for address, c := range map[string]struct{ there, gone string }{
		"/admin/contracts/table?format=csv&text=CPR-OTHER": {"cpr-other", "cpr-2014"},
		"/access/people/table?format=csv&text=LUND":        {"Line Lund", "Asger Aas"},
		"/tokens/table?format=csv&text=nobody":             {"", "Asger Aas"},
	} {
		a := admin.Send(http.MethodGet, "/api/v1"+address, "")
		if a.StatusCode != http.StatusOK || !strings.Contains(a.Text, c.there) || strings.Contains(a.Text, c.gone) {
			t.Errorf("%s: %d, want %q and not %q in\n%s", address, a.StatusCode, c.there, c.gone, a.Text)
		}
	}
	if a := admin.Send(http.MethodGet, "/api/v1/access/people/table?format=csv", ""); !strings.Contains(a.Text, "Line Lund") || !strings.Contains(a.Text, "Asger Aas") {
		t.Errorf("the whole list: %s", a.Text)
	}
}
