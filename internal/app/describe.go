package app

import (
	"fmt"

	"opfyldt/internal/agreement"
	"opfyldt/internal/web"
)

// Describe returns the API's OpenAPI document without starting anything.
func Describe() ([]byte, error) {
	a := &App{facts: &facts{agreements: agreement.NewStore(nil)}}
	a.options.fillIn()
	a.router = web.New(web.Options{Known: known})
	for _, part := range a.parts() {
		part.Routes(a.router)
	}
	if _, err := a.router.Handler(); err != nil {
		return nil, fmt.Errorf("set up the routes: %w", err)
	}
	return a.router.Description()
}
