package mail_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/uuid"

	"opfyldt/internal/config"
	"opfyldt/internal/databasetest"
	ours "opfyldt/internal/mail"
)

// post is a mail server that keeps what it takes. It refuses one address for good
// and, while it is busy, everything.
type post struct {
	mu    sync.Mutex
	busy  bool
	taken []string
}

func (p *post) NewSession(*smtp.Conn) (smtp.Session, error) { return &session{p}, nil }

type session struct{ p *post }

func (s *session) Reset()                               {}
func (s *session) Logout() error                        { return nil }
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.p.mu.Lock()
	defer s.p.mu.Unlock()
	if s.p.busy {
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "busy"}
	}
	if strings.HasPrefix(to, "nobody@") {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	s.p.mu.Lock()
	defer s.p.mu.Unlock()
	s.p.taken = append(s.p.taken, string(text))
	return err
}

func (p *post) open(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(p)
	server.Domain = "localhost"
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-ended; err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			t.Error(err)
		}
	})
	return listener.Addr().String()
}

func (p *post) now(busy bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.busy = busy
}

// Three mails: a server that is busy takes none, and all wait; then it takes two and
// refuses the third for good. What was sent has no text left.
func TestMailsAreTriedUntilTheServerTakesThem(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := databasetest.New(t)
	store := ours.NewStore(db.Pool)
	p := &post{busy: true}
	sender := ours.Sender{Store: store, Server: config.SMTP{Address: p.open(t), From: "opfyldt@agency.example", TLS: "none"}}
	var mails []ours.Mail
	for _, to := range []string{"a@customer.example", "b@customer.example", "nobody@customer.example"} {
		mails = append(mails, ours.Mail{ID: uuid.NewString(), To: to, Subject: "Hvad synes du om æøå?", Text: "Svar her: https://opfyldt.example/answer#x\n"})
	}
	s := ours.Queue("c", uuid.NewString(), time.Now().Add(-time.Minute), mails)
	if _, err := db.Pool.Exec(ctx, s.SQL, s.Args...); err != nil {
		t.Fatal(err)
	}
	if n, err := (ours.Sender{Store: store}).Do(ctx); n != 0 || err != nil {
		t.Errorf("without a server: %d sent, %v", n, err)
	}
	if n, err := sender.Do(ctx); n != 0 || err == nil {
		t.Errorf("while the server is busy: %d sent, %v", n, err)
	}
	o, err := store.Outbox(ctx)
	if err != nil || o.Waiting != 3 || o.Mails[0].Tried != 1 || !strings.Contains(o.Mails[0].Said, "busy") || !o.Mails[0].Due.After(o.Mails[0].Queued) {
		t.Fatalf("%+v, %v", o, err)
	}
	for _, h := range []ours.Handlers{{Store: store}, {Store: store, Server: "smtp.example:25", Shown: true}} {
		if page, err := h.Page(ctx); err != nil || len(page.Mails) != 3 || page.Mails[0].Text != "" {
			t.Errorf("an administrator reads what a mail says: %+v, %v", page, err)
		}
	}
	if page, err := (ours.Handlers{Store: store, Shown: true}).Page(ctx); err != nil || page.Mails[0].Text == "" {
		t.Errorf("a demo's mails cannot be read: %+v, %v", page, err)
	}
	p.now(false)
	if n, err := sender.Do(ctx); n != 0 || err != nil {
		t.Errorf("before it is time to try again: %d sent, %v", n, err)
	}
	if _, err := db.Pool.Exec(ctx, `UPDATE mails SET due = now()`); err != nil {
		t.Fatal(err)
	}
	if n, err := sender.Do(ctx); n != 2 || err == nil {
		t.Errorf("%d sent, %v; want two, and the third told", n, err)
	}
	if o, err = store.Outbox(ctx); err != nil || o.Sent != 2 || o.Failed != 1 || o.Mails[0].State != ours.Failed || o.Mails[1].Text != "" {
		t.Errorf("%+v, %v", o, err)
	}
	m, err := mail.ReadMessage(strings.NewReader(p.taken[0]))
	if err != nil || m.Header.Get("Message-Id") == "" || m.Header.Get("Auto-Submitted") != "auto-generated" || !strings.Contains(m.Header.Get("From"), "opfyldt@agency.example") {
		t.Errorf("%v, %v", m, err)
	}
}
