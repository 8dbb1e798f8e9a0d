package apptest

import (
	"fmt"
	"io"
	"net"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Wire stands between a service and its database, and can be cut.
type Wire struct {
	URL string // of the database, through the wire

	listener net.Listener
	mu       sync.Mutex
	cut      bool
	open     []net.Conn
}

// NewWire leads to the database at the address.
func NewWire(t testing.TB, url string) *Wire {
	t.Helper()
	to, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &Wire{URL: fmt.Sprintf("postgres://%s@%s/%s?sslmode=disable", to.User, l.Addr(), to.Database), listener: l}
	network, address := pgxAddress(to)
	go w.serve(network, address)
	t.Cleanup(w.Cut)
	return w
}

func pgxAddress(c *pgx.ConnConfig) (network, address string) {
	if c.Host != "" && c.Host[0] == '/' {
		return "unix", fmt.Sprintf("%s/.s.PGSQL.%d", c.Host, c.Port)
	}
	return "tcp", net.JoinHostPort(c.Host, fmt.Sprint(c.Port))
}

// Cut ends every connection and refuses new ones.
func (w *Wire) Cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cut = true
	w.listener.Close() //nolint:errcheck // once is enough
	for _, c := range w.open {
		c.Close() //nolint:errcheck // once is enough
	}
}

func (w *Wire) serve(network, address string) {
	for {
		near, err := w.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial(network, address)
		if err != nil || !w.keep(near, far) {
			near.Close() //nolint:errcheck // the database is gone
			continue
		}
		go pour(near, far)
		go pour(far, near)
	}
}

// keep remembers a connection's ends; false once the wire is cut.
func (w *Wire) keep(near, far net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open = append(w.open, near, far)
	return !w.cut
}

func pour(into, from net.Conn) {
	io.Copy(into, from) //nolint:errcheck // either end may close
	into.Close()        //nolint:errcheck // either end may close
}
