package apptest

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/draw"
)

// A round by volume, from a public value: nobody knows the value before its hour, the
// plan is fixed then, and whoever has the frame's file and the seed makes the same
// picks. What is concluded is of the volume.
func TestARoundByVolumeFromAPublicValue(t *testing.T) {
	t.Parallel()
	h := New(t)
	one, two := h.As("auditor"), h.As("auditor2")
	var file strings.Builder
	file.WriteString("Kundenummer;Navn;Mængde\n")
	for i := 1; i <= 20; i++ {
		fmt.Fprintf(&file, "K-%02d;Kunden %d;%d\n", i, i, i*i) // 2,870 in all
	}
	q := url.Values{"id": {NewID()}, "day": {"2014-11-03"}, "name": {"kunder.csv"}}
	var taken struct{ Fact struct{ ID string } }
	Read(t, one.Send("POST", "/api/v1"+spotchecks+"/population?"+q.Encode(), file.String(), "Content-Type", "application/octet-stream"), http.StatusCreated, &taken)
	at := spotchecks + "/rounds/v"
	plan := map[string]any{
		"title": "Mængder", "question": "Følges vilkårene, hvor der slås mest op?", "population": taken.Fact.ID, "checklist": []map[string]any{{"title": "Personlig"}, {"title": "Logges"}},
		"method": "number", "size": 5, "selection": "volume", "confidence": "0.8", "source": "public", "announced": "drand, runde 42", "at": Noon.Add(time.Hour),
	}
	one.Post(at+"/plans", body(plan), http.StatusCreated, nil)
	var r struct {
		State string
		Plan  struct{ Size, Volume int64 }
		Facts map[string]struct{ ID string }
		Draw  struct {
			Seed      string
			Customers []struct {
				Ref  string
				Hits int
			}
		}
		Figures struct {
			Without struct{ Upper int64 }
			Volume  struct {
				Without struct {
					Picks int64
					Upper string
				}
			}
		}
	}
	one.Get(at, &r)
	value := map[string]any{"plan": r.Facts["spotcheck.plan"].ID, "value": strings.Repeat("c4", 32), "where": "https://drand.love"}
	if one.Post(at+"/values", body(value), http.StatusConflict, nil); r.State != "planned" || r.Plan.Volume != 2_870 {
		t.Errorf("before the hour: %+v", r)
	}
	h.Turn(2 * time.Hour)
	plan["expects"] = r.Facts["spotcheck.plan"].ID
	one.Post(at+"/plans", body(plan), http.StatusConflict, nil) // it is fixed
	one.Post(at+"/draws", body(nil), http.StatusConflict, nil)  // without the value
	two.Post(at+"/values", body(value), http.StatusCreated, nil)
	one.Post(at+"/draws", body(nil), http.StatusCreated, nil)
	one.Get(at, &r)

	frame := one.Send("GET", "/api/v1"+at+"/frame?format=csv", "")
	list, err := draw.Read(strings.NewReader(frame.Text), draw.Columns{ID: "id", Volume: "mængde"})
	if err != nil {
		t.Fatal(err)
	}
	weighed := make([]draw.Weighed, len(list.Customers))
	for i, c := range list.Customers {
		weighed[i] = draw.Weighed{ID: c.ID, Volume: list.Volumes[i]}
	}
	again, err := draw.ByVolume(r.Draw.Seed, weighed, 5)
	if err != nil || len(again) != len(r.Draw.Customers) {
		t.Fatalf("again: %v, %v; drawn %+v", again, err, r.Draw.Customers)
	}
	for i, c := range r.Draw.Customers {
		if again[i].ID != c.Ref || again[i].Hits != c.Hits {
			t.Errorf("place %d: %+v, again %+v", i+1, c, again[i])
		}
	}
	for n := range r.Draw.Customers {
		review(one, "v", n+1, "", "kept")
		countersign(two, "v", n+1, look(two, "v").Customers[n].Reviews[0].ID, "accepted", http.StatusCreated)
	}
	one.Get(at, &r)
	// None of 5 picks: (1 − p)^5 is 0.2002 at 0.2752 and 0.2000 at 0.2753, rounded up.
	if v := r.Figures.Volume.Without; v.Picks != 5 || v.Upper != "0.2753" {
		t.Errorf("of the volume: %+v", v)
	}
	if want := int64(20 - len(r.Draw.Customers)); r.Figures.Without.Upper != want {
		t.Errorf("of the number: %d, want %d who were not seen", r.Figures.Without.Upper, want)
	}
}
