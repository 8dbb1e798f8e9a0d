package apptest

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"
)

// A list says which customers are new, gone or changed since the one before, in the
// preview and in the fact; a new name or contact is a change, a new salt is none.
func TestWhatAListChanges(t *testing.T) {
	t.Parallel()
	c := New(t).As("auditor")
	send := func(file string, preview bool, status int) string {
		t.Helper()
		var page struct{ List *struct{ ID string } }
		c.Get(spotchecks, &page)
		q := url.Values{"id": {NewID()}, "day": {"2014-11-03"}, "name": {"kunder.csv"}, "preview": {fmt.Sprint(preview)}}
		if page.List != nil {
			q.Set("expects", page.List.ID)
		}
		var out struct {
			Population struct {
				Change *struct {
					Added, Removed, Changed          int64
					AddedIDs, RemovedIDs, ChangedIDs []string
				}
			}
		}
		Read(t, c.Send("POST", "/api/v1"+spotchecks+"/population?"+q.Encode(), file, "Content-Type", "application/octet-stream"), status, &out)
		if out.Population.Change == nil {
			return "the first"
		}
		return fmt.Sprint(*out.Population.Change)
	}
	const head = "id;navn;kontakt;sektor\n"
	first := head + "K1;En;en@kunde.example;Stat\nK2;To;to@kunde.example;Stat\nK3;Tre;;Stat\nK4;Fire;;Stat\nK5;Fem;;Stat\n"
	if got := send(first, false, http.StatusCreated); got != "the first" {
		t.Errorf("the first list changed %s", got)
	}
	second := head + "K1;Ener;en@kunde.example;Stat\nK2;To;ny@kunde.example;Stat\nK3;Tre;;Kommune\nK5;Fem;;Stat\nK9;Ni;;Stat\n"
	const want = "{1 1 3 [K9] [K4] [K1 K2 K3]}"
	if got := send(second, true, http.StatusOK); got != want {
		t.Errorf("looked at: %s, want %s", got, want)
	}
	if got := send(second, false, http.StatusCreated); got != want {
		t.Errorf("taken in: %s, want %s", got, want)
	}
	if got := send(second+"\n", true, http.StatusOK); got != "{0 0 0 [] [] []}" {
		t.Errorf("the same customers: %s", got)
	}
}
