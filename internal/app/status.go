package app

import (
	"context"
	"net/http"

	"opfyldt/internal/calendar"
	"opfyldt/internal/web"
)

// status is what everybody may know of the service before they log in.
type status struct {
	Version             string        `json:"version"`
	Demo                bool          `json:"demo" doc:"The facts are invented."`
	DemoUntil           calendar.Date `json:"demoUntil" doc:"The day at which the demo's story was stopped; empty where it runs to its end."`
	Contact             string        `json:"contact" doc:"Whom people write to who cannot use a page; empty where nobody is named."`
	DevelopmentProvider bool          `json:"developmentProvider" doc:"Anybody can log in as anybody: for a developer's own machine."`
}

type statusOutput struct{ Body status }

// Routes registers the handler.
func (s status) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/status", Public: true,
		ID: "getStatus", Tag: "service", Summary: "What the service is",
	}, func(context.Context, *struct{}) (*statusOutput, error) { return &statusOutput{s}, nil })
}
