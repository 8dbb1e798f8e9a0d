package access

import (
	"context"
	"net/http"
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/web"
)

// Handlers answers the requests about who somebody is and what they may do.
type Handlers struct {
	Service *Service
	// Contracts lists all contracts; who sees which is decided here.
	Contracts func(ctx context.Context) ([]SessionContract, error)
	// Goals names the goals of every contract, by the contract's id.
	Goals               func(ctx context.Context) (map[string][]string, error)
	Demo                bool
	DevelopmentProvider bool
}

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	get, post := http.MethodGet, http.MethodPost
	web.Register(r, web.Route{Method: get, Path: "/session", Operation: "session.read", ID: "getSession", Tag: "access",
		Summary: "Who is logged in, and what they may do"}, h.session)
	web.Register(r, web.Route{Method: get, Path: "/tokens", Operation: "token.manage", ID: "listTokens", Tag: "access",
		Summary: "One's API tokens; everybody's for an administrator"}, h.listTokens)
	web.Register(r, web.Route{Method: post, Path: "/tokens", Operation: "token.manage", ID: "makeToken", Tag: "access",
		Summary: "Make an API token; its secret is shown in this answer alone", Status: http.StatusCreated}, h.makeToken)
	web.Register(r, web.Route{Method: http.MethodDelete, Path: "/tokens/{token}", Operation: "token.manage", ID: "revokeToken", Tag: "access",
		Summary: "Revoke an API token for good", Status: http.StatusOK}, h.revokeToken)
	web.Register(r, web.Route{Method: get, Path: "/tokens/{token}/uses", Operation: "token.manage", ID: "listTokenUses", Tag: "access",
		Summary: "The minutes in which an API token was used, the latest hundred"}, h.listTokenUses)
	web.Register(r, web.Route{Method: get, Path: "/access/people", Operation: "access.read", ID: "listPeople", Tag: "access",
		Summary: "Who has logged in or tried to"}, h.listPeople)
	web.Register(r, web.Route{Method: get, Path: "/access/people/table", Operation: "access.read", ID: "getPeopleTable", Tag: "access",
		Summary: "The same as a file", Table: true}, h.peopleTable)
	web.Register(r, web.Route{Method: get, Path: "/tokens/table", Operation: "token.manage", ID: "getTokensTable", Tag: "access",
		Summary: "The API tokens as a file", Table: true}, h.tokenTable)
	web.Register(r, web.Route{Method: get, Path: "/access/grants", Operation: "access.read", ID: "listGrants", Tag: "access",
		Summary: "What administrators gave and took back, oldest first"}, h.listGrants)
	web.Register(r, web.Route{Method: post, Path: "/access/grants", Operation: "access.grant", ID: "addGrant", Tag: "access",
		Summary: "Give somebody a role, a goal or a contract, or take it back", Status: http.StatusCreated}, h.addGrant)
	web.Register(r, web.Route{Method: get, Path: "/access/table", Operation: "session.read", ID: "getAccessTable", Tag: "access",
		Summary: "Which role may do what"}, h.table)
}

// person returns who asks, as access knows them.
func person(ctx context.Context) (Person, error) {
	if p, ok := web.PersonFrom(ctx).(Person); ok {
		return p, nil
	}
	return Person{}, fault.New(fault.Unauthenticated, "access.no_session", nil)
}

func (h Handlers) session(ctx context.Context, _ *struct{}) (*bodyOf[Session], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	all, err := h.Contracts(ctx)
	if err != nil {
		return nil, err
	}
	out := Session{Subject: p.ID, Name: p.Name(), Roles: roleNames(p.Roles), Goals: list(p.Goals),
		Operations: list(p.Operations("")), Contracts: []SessionContract{}, Today: calendar.DateOf(web.Now(ctx)),
		Demo: h.Demo, DevelopmentProvider: h.DevelopmentProvider}
	for _, c := range all {
		if p.Sees(c.ID) {
			out.Contracts = append(out.Contracts, c)
		}
	}
	return &bodyOf[Session]{out}, nil
}

func (h Handlers) listTokens(ctx context.Context, _ *struct{}) (*bodyOf[TokenList], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	tokens, err := h.Service.Tokens(ctx, p)
	if err != nil {
		return nil, err
	}
	out := TokenList{Tokens: []TokenLine{}}
	for _, t := range tokens {
		out.Tokens = append(out.Tokens, lineOf(t, h.Service.clock()))
	}
	return &bodyOf[TokenList]{out}, nil
}

func (h Handlers) makeToken(ctx context.Context, in *struct{ Body NewToken }) (*bodyOf[MadeToken], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	scope := Scope{Name: in.Body.Name, Operations: in.Body.Operations, Contracts: in.Body.Contracts, Goals: in.Body.Goals}
	goals, err := h.Goals(ctx)
	if err != nil {
		return nil, err
	}
	if err := CheckReach(p, scope, goals); err != nil {
		return nil, err
	}
	t, secret, err := h.Service.MakeToken(ctx, p, scope, in.Body.Expires)
	if err != nil {
		return nil, err
	}
	return &bodyOf[MadeToken]{MadeToken{lineOf(t, h.Service.clock()), secret}}, nil
}

type tokenPath struct {
	Token string `path:"token" maxLength:"36"`
}

func (h Handlers) revokeToken(ctx context.Context, in *tokenPath) (*bodyOf[TokenLine], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	t, err := h.Service.RevokeToken(ctx, p, in.Token)
	if err != nil {
		return nil, err
	}
	return &bodyOf[TokenLine]{lineOf(t, h.Service.clock())}, nil
}

func (h Handlers) listTokenUses(ctx context.Context, in *tokenPath) (*bodyOf[TokenUses], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	minutes, err := h.Service.TokenUses(ctx, p, in.Token)
	if err != nil {
		return nil, err
	}
	return &bodyOf[TokenUses]{TokenUses{append([]time.Time{}, minutes...)}}, nil
}

func (h Handlers) listPeople(ctx context.Context, _ *struct{}) (*bodyOf[PeopleList], error) {
	people, err := h.Service.People(ctx)
	if err != nil {
		return nil, err
	}
	claims := h.Service.claims
	out := PeopleList{People: []PersonLine{}, Claims: ClaimNames{claims.Roles, claims.Goals, claims.Contracts}}
	for _, a := range people {
		out.People = append(out.People, PersonLine{Subject: a.Subject, Name: a.Known.Name,
			Rights: rightsOf(a.Now.Roles, a.Now.Goals, a.Now.Contracts), Claimed: rightsOf(a.Known.Roles, a.Known.Goals, a.Known.Contracts),
			Appointed: slices.Contains(claims.Admins, a.Subject), FirstSeen: a.FirstSeen.UTC(), LastSeen: a.LastSeen.UTC()})
	}
	return &bodyOf[PeopleList]{out}, nil
}

func (h Handlers) listGrants(ctx context.Context, _ *struct{}) (*bodyOf[GrantList], error) {
	rows, err := h.Service.Grants(ctx)
	if err != nil {
		return nil, err
	}
	out := GrantList{Grants: []GrantLine{}}
	for _, g := range rows {
		out.Grants = append(out.Grants, GrantLine(g))
	}
	return &bodyOf[GrantList]{out}, nil
}

func (h Handlers) addGrant(ctx context.Context, in *struct{ Body NewGrant }) (*bodyOf[GrantLine], error) {
	p, err := person(ctx)
	if err != nil {
		return nil, err
	}
	b := in.Body
	g, err := h.Service.AddGrant(ctx, p, Grant{ID: b.ID, Subject: b.Subject, Kind: b.Kind, Value: b.Value, Granted: b.Granted})
	if err != nil {
		return nil, err
	}
	return &bodyOf[GrantLine]{GrantLine(g)}, nil
}

func (h Handlers) table(context.Context, *struct{}) (*bodyOf[AccessTable], error) {
	out := AccessTable{Roles: roleNames(Roles())}
	for _, row := range Table() {
		line := AccessRow{Operation: row.Operation, Public: row.Public, Reach: map[string]string{}}
		for i, role := range Roles() {
			line.Reach[string(role)] = row.Reach[i].String()
		}
		out.Rows = append(out.Rows, line)
	}
	return &bodyOf[AccessTable]{out}, nil
}
