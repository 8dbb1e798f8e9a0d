package agreement

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
)

// Version is one version of a contract, with when the program came to know it.
type Version struct {
	Contract *contract.Contract
	From     calendar.Date // in force from this day on
	SHA256   string        // of the file, in hexadecimal
	Recorded time.Time
}

// inForce picks the version that held at the instant, as was known then: the
// latest of those recorded whose first day had come. Before anything was known
// the first version stands, for a page that looks further back than the record
// goes.
func inForce(versions []Version, at time.Time) Version {
	day := calendar.DateOf(at)
	chosen := versions[0]
	for _, v := range versions[1:] {
		if !v.Recorded.After(at) && !v.From.After(day) {
			chosen = v
		}
	}
	return chosen
}

// firstDay is the first day of a version: the contract's at signature, and the
// amendment's after that.
func firstDay(c *contract.Contract) calendar.Date {
	for _, a := range c.Amendments {
		if a.Version == c.Version {
			return a.From
		}
	}
	return c.Period.From
}

// reason is why the version came about; empty at signature.
func reason(c *contract.Contract) string {
	for _, a := range c.Amendments {
		if a.Version == c.Version {
			return a.Reason
		}
	}
	return ""
}
