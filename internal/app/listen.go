package app

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"strings"

	"opfyldt/internal/config"
)

// listen opens the address before anything else is started: a port that is
// taken is told at once, and one that the kernel chose is known to all.
func listen(ctx context.Context, c config.Config, given net.Listener) (net.Listener, *url.URL, error) {
	l := given
	if l == nil {
		var err error
		if l, err = (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen); err != nil {
			return nil, nil, fmt.Errorf("listen on %s: %w", c.Listen, err)
		}
	}
	public := *c.PublicURL
	if strings.HasSuffix(public.Host, ":0") {
		_, port, err := net.SplitHostPort(l.Addr().String())
		if err != nil {
			return nil, nil, fmt.Errorf("read the address listened on: %w", err)
		}
		public.Host = net.JoinHostPort(public.Hostname(), port)
	}
	return l, &public, nil
}

// ours reports whether an origin is the one that people reach the service by. On
// a developer's machine its names, localhost and the numbers, are as good as
// each other, and so are the ports that lead here.
func ours(public *url.URL) func(origin string) bool {
	own, local := public.String(), config.Loopback(public.Host)
	return func(origin string) bool {
		if origin == own {
			return true
		}
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != public.Scheme || u.Scheme+"://"+u.Host != origin {
			return false
		}
		return local && config.Loopback(u.Host) ||
			strings.EqualFold(u.Hostname(), public.Hostname()) && portOf(u) == portOf(public)
	}
}

// portOf is the port of an address, its scheme's where it names none.
func portOf(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	}
	return "80"
}
