package access

import (
	"context"
	"slices"
	"strings"
	"time"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
	"opfyldt/internal/web"
)

type tableInput struct {
	web.TableFormat
	web.Narrowed
}

// heads names the columns of a list's file.
func heads(ctx context.Context, keys ...string) []sheet.Head {
	list := make([]sheet.Head, len(keys))
	for i, key := range keys {
		list[i] = sheet.Head{Name: catalogue.Text(web.Language(ctx), "access.column."+key, nil), Width: 24}
	}
	return list
}

// peopleTable is who has logged in or tried to, as a file.
func (h Handlers) peopleTable(ctx context.Context, in *tableInput) (*web.File, error) {
	people, err := h.Service.People(ctx)
	if err != nil {
		return nil, err
	}
	return in.Table(ctx, "opfyldt-people", heads(ctx, "name", "subject", "roles", "from", "goals", "contracts", "first", "last"),
		func(yield func([]any, error) bool) {
			for _, a := range people {
				if !in.Passes(append([]string{a.Known.Name, a.Subject}, append(roleNames(a.Now.Roles), a.Now.Contracts...)...)...) {
					continue
				}
				row := []any{a.Known.Name, a.Subject, strings.Join(roleNames(a.Now.Roles), ", "), h.source(ctx, a),
					strings.Join(a.Now.Goals, ", "), strings.Join(a.Now.Contracts, ", "), a.FirstSeen.UTC(), a.LastSeen.UTC()}
				if !yield(row, nil) {
					return
				}
			}
		}), nil
}

// source says where somebody's roles come from.
func (h Handlers) source(ctx context.Context, a Acquaintance) string {
	lang, claims := web.Language(ctx), h.Service.claims
	switch {
	case slices.Contains(claims.Admins, a.Subject):
		return catalogue.Text(lang, "access.source.settings", nil)
	case len(a.Known.Roles) > 0:
		return catalogue.Text(lang, "access.source.claim", map[string]any{"claim": claims.Roles})
	case len(a.Now.Roles) > 0:
		return catalogue.Text(lang, "access.source.here", nil)
	}
	return ""
}

// tokenTable is the list of API tokens, as a file.
func (h Handlers) tokenTable(ctx context.Context, in *tableInput) (*web.File, error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	tokens, err := h.Service.Tokens(ctx, p)
	if err != nil {
		return nil, err
	}
	now := h.Service.clock()
	return in.Table(ctx, "opfyldt-tokens", heads(ctx, "token", "owner", "operations", "contracts", "goals", "created", "expires", "used", "state"),
		func(yield func([]any, error) bool) {
			for _, t := range tokens {
				l := lineOf(t, now)
				if !in.Passes(l.Name, l.OwnerName) {
					continue
				}
				row := []any{l.Name, l.OwnerName, strings.Join(l.Operations, ", "), strings.Join(l.Contracts, ", "), strings.Join(l.Goals, ", "),
					l.Created, l.Expires, instant(l.Used), catalogue.Text(web.Language(ctx), "access.state."+l.State, nil)}
				if !yield(row, nil) {
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
