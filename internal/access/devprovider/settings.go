package devprovider

import (
	"net/url"

	"opfyldt/internal/config"
)

// Settings returns the settings of a login with the development provider: we
// are its one client, without a secret.
func Settings(o config.OIDC, public *url.URL) config.OIDC {
	o.Issuer, o.ClientID, o.ClientSecret = Issuer(public), ClientID, ""
	return o
}
