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
