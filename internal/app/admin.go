package app

import (
	"context"
	"runtime"
	"strconv"
	"time"

	"opfyldt/internal/admin"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/config"
	"opfyldt/internal/database"
)

// checkPatience bounds how long one check of the health page may take.
const checkPatience = 3 * time.Second

func (a *App) admin() admin.Handlers {
	return admin.Handlers{Contracts: a.adminContracts, Jobs: a.adminJobs, Settings: a.adminSettings, Health: a.health}
}

// adminContracts joins what was agreed with how far the logs have come.
func (a *App) adminContracts(ctx context.Context) ([]admin.ContractState, error) {
	all, err := a.facts.agreements.All(ctx, a.options.Clock())
	if err != nil {
		return nil, err
	}
	states, err := a.facts.signer.States(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]admin.ContractState, 0, len(all))
	for _, c := range all {
		s := states[c.ID]
		line := admin.ContractState{ID: c.ID, Title: c.Title, Agency: c.Agency.Name, Department: c.Department.Name,
			From: c.Period.From, To: c.Period.To, Versions: []admin.LoadedVersion{}, Facts: s.Size, LastFact: knownTime(s.Last), Signed: s.Signed, SignedAt: knownTime(s.SignedAt)}
		versions, err := a.facts.agreements.Versions(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		for _, v := range versions {
			line.Versions = append(line.Versions, admin.LoadedVersion{Version: v.Contract.Version, From: v.From, Recorded: v.Recorded.UTC(), SHA256: v.SHA256})
		}
		list = append(list, line)
	}
	return list, nil
}

func knownTime(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	at = at.UTC()
	return &at
}

func (a *App) adminJobs() []admin.JobState {
	list := []admin.JobState{}
	for _, r := range a.jobs.Runs() {
		list = append(list, admin.JobState{Name: r.Name, Every: r.Every.Seconds(), Began: knownTime(r.Began), Took: r.Took.Seconds(),
			Did: r.Did, Failed: r.Failed, Runs: r.Runs, Failing: r.Fails})
	}
	return list
}

func (a *App) adminSettings(language string) []admin.Setting {
	list := []admin.Setting{}
	for _, s := range a.config.Settings() {
		list = append(list, admin.Setting{Name: config.Prefix + s.Name, Value: s.Value, State: string(s.State), Meaning: catalogue.Text(language, "setting."+s.Name, nil)})
	}
	return list
}

// health asks the database, the provider and the disk.
func (a *App) health(ctx context.Context) admin.Health {
	ctx, cancel := context.WithTimeout(ctx, checkPatience)
	defer cancel()
	h := admin.Health{Version: a.options.Version, Go: runtime.Version(), Started: a.started.UTC(), Checks: []admin.Check{}}
	look, err := a.db.Look(ctx)
	h.Checks = append(h.Checks, admin.Check{Name: "database", OK: err == nil, Figure: look.Server})
	schema := admin.Check{Name: "schema", Figure: strconv.FormatInt(look.Schema, 10)}
	if latest, err := database.Latest(); err == nil {
		schema.Wanted, schema.OK = strconv.FormatInt(latest, 10), latest == look.Schema
	}
	h.Checks = append(h.Checks, schema)
	h.Checks = append(h.Checks, admin.Check{Name: "provider", OK: a.access.Reach(ctx) == nil, Figure: a.access.Issuer()})
	if free, ok := freeSpace(a.config.Data); ok {
		h.Checks = append(h.Checks, admin.Check{Name: "disk", OK: free > leastFree, Figure: strconv.FormatUint(free, 10), Wanted: strconv.FormatUint(leastFree, 10)})
	}
	return h
}

// leastFree is how many bytes must be free where the data folder lies.
const leastFree = 1 << 30
