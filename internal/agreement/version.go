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
	Fact     string // id of the one that brought it in
}

// Coming lists the versions that were agreed by the instant and not in force yet.
func Coming(versions []Version, at time.Time) []Version {
	var list []Version
	if len(versions) == 0 {
		return list
	}
	for _, v := range knownAt(versions, at)[1:] {
		if v.From.After(calendar.DateOf(at)) {
			list = append(list, v)
		}
	}
	return list
}

// InForce picks the version that held at the instant, as was known then: the
// latest of those recorded whose first day had come. Before anything was known
// the first version stands, for a page that looks further back than the record
// goes.
func InForce(versions []Version, at time.Time) Version {
	day := calendar.DateOf(at)
	chosen := versions[0]
	for _, v := range versions[1:] {
		if !v.Recorded.After(at) && !v.From.After(day) {
			chosen = v
		}
	}
	return chosen
}

// newestOf is the number of the newest version.
func newestOf(versions []Version) int { return versions[len(versions)-1].Contract.Version }

// knownAt leaves out what was not known at the instant. The first version stands
// always, as for InForce.
func knownAt(versions []Version, at time.Time) []Version {
	known := versions[:1:1]
	for _, v := range versions[1:] {
		if !v.Recorded.After(at) {
			known = append(known, v)
		}
	}
	return known
}

// versionLines writes the versions as a reader at the instant sees them.
func versionLines(versions []Version, at time.Time) []VersionLine {
	list := []VersionLine{}
	holds := InForce(versions, at).Contract.Version
	for _, v := range versions {
		l := VersionLine{
			Version: v.Contract.Version, From: v.From, InForce: v.Contract.Version == holds, Changes: []string{},
			Recorded: v.Recorded.UTC(), Fact: v.Fact, SHA256: v.SHA256,
		}
		for _, a := range v.Contract.Amendments {
			if a.Version == v.Contract.Version {
				l.Reason, l.Changes = a.Reason, append(l.Changes, a.Changes...)
				l.Agency, l.Department = &Approval{a.Agency.By, a.Agency.On}, &Approval{a.Department.By, a.Department.On}
			}
		}
		list = append(list, l)
	}
	return list
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
