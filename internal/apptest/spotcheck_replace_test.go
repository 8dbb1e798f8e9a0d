package apptest

import (
	"net/http"
	"strings"
	"testing"
)

// Nobody alone makes a deviation disappear: a customer in whom any review has found one
// cannot be replaced, neither before the signature nor after the review was corrected.
func TestACustomerWhoDeviatesIsNotReplaced(t *testing.T) {
	t.Parallel()
	h := New(t)
	one := h.As("auditor")
	planned(t, one, "2014-1", listed(t, one, fiftyCustomers()))
	drawn(t, one, h.As("auditor2"), "2014-1")
	replace := func(when string) {
		t.Helper()
		a := one.Send("POST", "/api/v1"+spotchecks+"/rounds/2014-1/customers/3/replacements", encoded(t, body(map[string]any{"reason": "Vi nåede det ikke"})))
		if a.StatusCode != http.StatusConflict || !strings.Contains(a.Text, "spotcheck.deviated") {
			t.Errorf("%s: %d %s", when, a.StatusCode, a.Text)
		}
	}
	review(one, "2014-1", 3, "", "deviation")
	replace("found to deviate")
	for _, c := range look(one, "2014-1").Customers {
		if c.Number == 3 {
			review(one, "2014-1", 3, c.Reviews[0].ID, "kept")
		}
	}
	replace("corrected by the same auditor")
}

// A round's name stands in its address.
func TestARoundHasANameThatAnAddressCanHold(t *testing.T) {
	t.Parallel()
	h := New(t)
	one := h.As("auditor")
	list := listed(t, one, fiftyCustomers())
	for _, name := range []string{"..", "a%2Fb", "-", "a%3Fb", strings.Repeat("a", 61)} {
		a := one.Send("POST", "/api/v1"+spotchecks+"/rounds/"+name+"/plans", encoded(t, body(map[string]any{"population": list})))
		if a.StatusCode == http.StatusCreated || a.StatusCode >= http.StatusInternalServerError {
			t.Errorf("%s: %d %s", name, a.StatusCode, a.Text)
		}
	}
	if a := one.Send("POST", "/api/v1"+spotchecks+"/rounds/a%2Fb/plans", encoded(t, body(map[string]any{"population": list}))); !strings.Contains(a.Text, "spotcheck.round_name") {
		t.Errorf("a/b: %d %s", a.StatusCode, a.Text)
	}
}
