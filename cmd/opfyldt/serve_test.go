package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func serveCall(args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"serve"}, args...), stdio{strings.NewReader(""), &o, &e})
	return code, o.String(), e.String()
}

func TestServeHelpListsTheVariables(t *testing.T) {
	code, out, _ := serveCall("--help")
	for _, want := range []string{"--listen", "--data", "OPFYLDT_DATABASE_URL", "OPFYLDT_OIDC_ISSUER", "OPFYLDT_SESSION_IDLE", "OPFYLDT_METRICS_LISTEN"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, no %s in:\n%s", code, want, out)
		}
	}
}

func TestServeRefusesWhatIsNotUnderstood(t *testing.T) {
	if code, _, errOut := serveCall("--lisen", "x"); code != 2 || !strings.Contains(errOut, "lisen") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	if code, _, errOut := serveCall("now"); code != 2 || !strings.Contains(errOut, `"now"`) {
		t.Errorf("exit %d: %s", code, errOut)
	}
	if code, _, errOut := serveCall("--listen", "0.0.0.0:80"); code != 1 || !strings.Contains(errOut, "OPFYLDT_OIDC_ISSUER") || !strings.Contains(errOut, "OPFYLDT_PUBLIC_URL") {
		t.Errorf("exit %d: %s", code, errOut)
	}
}
