package main

import (
	"context"
	"fmt"

	"opfyldt/internal/app"
)

// openapiCommand prints the API's description, which the page app's client is
// generated from.
func openapiCommand(_ context.Context, args []string, s stdio) error {
	if asksHelp(args) {
		_, err := fmt.Fprintln(s.out, "usage:\n  opfyldt openapi   print the API's description, OpenAPI 3.1 as JSON")
		return err
	}
	if len(args) > 0 {
		return fmt.Errorf("%w: opfyldt openapi takes no argument %q", errUsage, args[0])
	}
	doc, err := app.Describe()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s\n", doc)
	return err
}
