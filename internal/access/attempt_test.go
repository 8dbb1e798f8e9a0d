package access

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// Wherever a browser is sent after a login, it stays with us.
func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/", "/c/1?x=y#z", "//evil.example", `/\evil.example`, "/\t/evil.example", "https:evil.example", "/%2f/evil", "/..//evil", "/a/../../b"} {
		f.Add(seed)
	}
	base := &url.URL{Scheme: "https", Host: "opfyldt.example", Path: "/auth/callback"}
	f.Fuzz(func(t *testing.T, to string) {
		path := localPath(to)
		u, err := base.Parse(path)
		if err != nil || u.Host != base.Host || u.Scheme != base.Scheme {
			t.Errorf("%q leads to %q: %v, %v", to, path, u, err)
		}
		// Browsers read a backslash as a slash and pass over tabs and line ends.
		if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\t\r\n") {
			t.Errorf("%q leads to %q", to, path)
		}
	})
}

func TestAttempts(t *testing.T) {
	now := time.Date(2014, 6, 30, 12, 0, 0, 0, time.UTC)
	var list attempts
	for _, state := range []string{"a", "b", "c", "d", "e", "f"} { // one more than are kept
		list = readAttempts(list.text()).with(attempt{State: state, Began: now})
	}
	if _, _, ok := list.take("a", now); ok {
		t.Error("the oldest is kept beyond five")
	}
	if _, _, ok := list.take("", now); ok {
		t.Error("no state takes one")
	}
	if _, _, ok := list.take("b", now.Add(15*time.Minute)); ok {
		t.Error("one serves after 15 minutes")
	}
	_, rest, ok := list.take("b", now.Add(15*time.Minute-time.Second))
	if !ok || len(rest) != 4 || len(list) != 5 {
		t.Errorf("took it: %v, %d left of %d", ok, len(rest), len(list))
	}
	if _, _, again := rest.take("b", now); again {
		t.Error("one serves twice")
	}
	if len(readAttempts("no JSON")) != 0 {
		t.Error("reads what nobody wrote")
	}
}
