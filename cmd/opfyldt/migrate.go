package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"opfyldt/internal/database"
)

// migrateCommand is `opfyldt migrate`: it brings a database's schema up to date
// as the role that owns it, and sets the rights of the service's role.
func migrateCommand(ctx context.Context, args []string, s stdio) error {
	flags := flag.NewFlagSet("opfyldt migrate", flag.ContinueOnError)
	flags.SetOutput(s.err)
	url := flags.String("database-url", os.Getenv("OPFYLDT_DATABASE_URL"), "Postgres 14 to 18, as the role that owns the tables")
	role := flags.String("service-role", "", "the role that the service connects as, which is to own nothing")
	if err := flags.Parse(args); err != nil {
		return usageError(err)
	}
	if flags.NArg() > 0 || *url == "" || *role == "" {
		return fmt.Errorf("%w: opfyldt migrate --database-url URL --service-role NAME", errUsage)
	}
	if err := database.Migrate(ctx, *url, *role); err != nil {
		return err
	}
	version, err := database.Latest()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "the schema is at version %d; %s has its rights\n", version, *role)
	return err
}
