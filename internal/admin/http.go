package admin

import (
	"context"
	"net/http"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

// Handlers answers this package's requests.
type Handlers struct {
	Contracts Contracts
	Jobs      func() []JobState
	Settings  func(language string) []Setting
	Health    HealthOf
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	get := func(last, id, summary string) web.Route {
		return web.Route{Method: http.MethodGet, Path: "/admin/" + last, Operation: "service.read", ID: id, Tag: "admin", Summary: summary}
	}
	web.Register(r, get("contracts", "listAdminContracts", "Every contract with its versions and how far its log has come"), h.contracts)
	table := get("contracts/table", "getAdminContractsTable", "The same as a file")
	table.Table = true
	web.Register(r, table, h.contractTable)
	web.Register(r, get("jobs", "listJobs", "The work that runs beside the requests, and how it last went"), h.jobs)
	web.Register(r, get("settings", "listSettings", "The settings in force; of a secret only whether it is set"), h.settings)
	web.Register(r, get("health", "getHealth", "Whether everything that the service rests on answers"), h.health)
}

// ContractList are the contracts, by id.
type ContractList struct {
	Contracts []ContractState `json:"contracts" nullable:"false"`
}

// JobList are the jobs.
type JobList struct {
	Now  time.Time  `json:"now"`
	Jobs []JobState `json:"jobs" nullable:"false"`
}

// SettingList are the settings, in the order of the help.
type SettingList struct {
	Settings []Setting `json:"settings" nullable:"false"`
}

type bodyOf[T any] struct{ Body T }

func (h Handlers) contracts(ctx context.Context, _ *struct{}) (*bodyOf[ContractList], error) {
	all, err := h.Contracts(ctx)
	if err != nil {
		return nil, err
	}
	return &bodyOf[ContractList]{ContractList{all}}, nil
}

type tableInput struct {
	web.TableFormat
	web.Narrowed
}

func (h Handlers) contractTable(ctx context.Context, in *tableInput) (*web.File, error) {
	all, err := h.Contracts(ctx)
	if err != nil {
		return nil, err
	}
	var heads []sheet.Head
	for _, column := range []struct {
		key   string
		width int
	}{
		{"id", 20}, {"title", 44}, {"agency", 34}, {"from", 12}, {"to", 12}, {"version", 10}, {"facts", 10}, {"last", 20}, {"signed", 12}, {"signed_at", 20},
	} {
		heads = append(heads, sheet.Head{Name: catalogue.Text(web.Language(ctx), "admin.column."+column.key, nil), Width: column.width})
	}
	return in.Table(ctx, "opfyldt-contracts", heads, func(yield func([]any, error) bool) {
		for _, c := range all {
			if !in.Passes(c.Agency, c.Title, c.ID) {
				continue
			}
			if !yield([]any{c.ID, c.Title, c.Agency, c.From, c.To, len(c.Versions), c.Facts, instant(c.LastFact), c.Signed, instant(c.SignedAt)}, nil) {
				return
			}
		}
	}), nil
}

func instant(at *time.Time) any {
	if at == nil {
		return nil
	}
	return *at
}

func (h Handlers) jobs(context.Context, *struct{}) (*bodyOf[JobList], error) {
	return &bodyOf[JobList]{JobList{time.Now().UTC(), h.Jobs()}}, nil
}

func (h Handlers) settings(ctx context.Context, _ *struct{}) (*bodyOf[SettingList], error) {
	return &bodyOf[SettingList]{SettingList{h.Settings(web.Language(ctx))}}, nil
}

func (h Handlers) health(ctx context.Context, _ *struct{}) (*bodyOf[Health], error) {
	return &bodyOf[Health]{h.Health(ctx)}, nil
}
