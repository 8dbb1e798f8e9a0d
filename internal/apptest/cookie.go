package apptest

import (
	"net/url"
	"strings"
)

// Cookie returns what the client's browser sends as its Cookie header, for
// loads that are not sent through it.
func (c *Client) Cookie() string {
	address, err := url.Parse(c.h.URL)
	if err != nil {
		c.h.t.Fatal(err)
	}
	var all []string
	for _, cookie := range c.browser.Cookies(address) {
		all = append(all, cookie.Name+"="+cookie.Value)
	}
	return strings.Join(all, "; ")
}
