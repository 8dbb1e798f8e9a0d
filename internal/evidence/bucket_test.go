package evidence

import (
	"context"
	"io"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"opfyldt/internal/fault"
)

// The same store on a server that speaks S3.
func TestABucket(t *testing.T) {
	backend := s3mem.New()
	if err := backend.CreateBucket("evidence"); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(gofakes3.New(backend).Server())
	defer server.Close()
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_EC2_METADATA_DISABLED": "true"} {
		t.Setenv(name, value)
	}
	ctx := context.Background()
	s, err := OpenBucket(ctx, "s3://evidence?region=eu-north-1&use_path_style=true&endpoint="+url.QueryEscape(server.URL))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Ready(ctx); err != nil {
		t.Fatal(err)
	}
	const content = "Referat af mødet"
	f, err := s.Put(ctx, "cpr-2014", strings.NewReader(content), 100)
	if err != nil || f.Media != "text/plain; charset=utf-8" || f.Size != 17 {
		t.Fatalf("put: %+v, %v", f, err)
	}
	if again, err := s.Put(ctx, "cpr-2014", strings.NewReader(content), 100); err != nil || again != f {
		t.Errorf("put again: %+v, %v", again, err)
	}
	r, err := s.Open(ctx, "cpr-2014", f)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil || string(got) != content || r.Close() != nil {
		t.Errorf("got %q, %v", got, err)
	}
	// Contracts do not see each other's files.
	if _, err := s.Open(ctx, "another", f); fault.KindOf(err) != fault.NotFound {
		t.Errorf("from another contract: %v", err)
	}
	server.Close()
	if _, err := s.Open(ctx, "cpr-2014", f); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("with the server gone: %v", err)
	}
}
