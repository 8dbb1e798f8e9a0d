package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"

	"opfyldt/internal/config"
)

// Sender sends what is queued, where a server is named.
type Sender struct {
	Store  *Store
	Server config.SMTP
}

// patience bounds how long the server may take for one mail.
const patience = 20 * time.Second

// Do sends the mails that are due, and answers how many were taken. Without a server
// they wait in the outbox.
func (s Sender) Do(ctx context.Context) (int, error) {
	if s.Server.Address == "" {
		return 0, nil
	}
	sum := 0
	for {
		taken, tried, err := s.Store.send(ctx, s.deliver)
		sum += taken
		switch {
		case err != nil:
			return sum, err
		case taken < tried:
			return sum, fmt.Errorf("%d mails were not taken", tried-taken) // who they are to is told in the outbox alone
		case tried == 0:
			return sum, nil
		}
	}
}

// deliver hands one mail to the server.
func (s Sender) deliver(ctx context.Context, m Mail) (forGood bool, err error) {
	msg := gomail.NewMsg()
	if err := msg.From(s.Server.From); err != nil {
		return false, err
	}
	if err := msg.To(m.To); err != nil {
		return true, err
	}
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.ID + "@opfyldt")
	msg.SetDate()
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	client, err := s.client()
	if err != nil {
		return false, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := client.DialAndSendWithContext(ctx, msg); err != nil {
		refused, ok := errors.AsType[*gomail.SendError](err)
		return ok && !refused.IsTemp() && refused.ErrorCode() >= 500, err
	}
	return false, nil
}

func (s Sender) client() (*gomail.Client, error) {
	host, port, err := net.SplitHostPort(s.Server.Address)
	if err != nil {
		return nil, err
	}
	number, err := strconv.Atoi(port)
	if err != nil {
		return nil, err
	}
	options := []gomail.Option{gomail.WithPort(number), gomail.WithTimeout(patience)}
	switch s.Server.TLS {
	case "none":
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	case "tls":
		options = append(options, gomail.WithSSL())
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.Server.User != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.Server.User), gomail.WithPassword(s.Server.Password))
	}
	return gomail.NewClient(host, options...)
}
