package draft

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
)

// Draft is what was answered. What is empty is left out of the file.
type Draft struct {
	ID         string              `json:"id"`
	Language   string              `json:"language" enum:"da,en"`
	Title      string              `json:"title"`
	Agency     string              `json:"agency"`
	Department string              `json:"department"`
	Signed     calendar.Date       `json:"signed,omitzero"`
	From       calendar.Date       `json:"from,omitzero"`
	To         calendar.Date       `json:"to,omitzero"`
	Weights    contract.WeightKind `json:"weights" enum:"percent,points,fractions,money,none"`
	Sum        exact.Rat           `json:"sum"`
	Goals      []Goal              `json:"goals" nullable:"false"`
}

// Goal is one goal as it was answered.
type Goal struct {
	Number       string        `json:"number"`
	Title        string        `json:"title"`
	Lead         string        `json:"lead,omitempty" doc:"The role that leads it; lead where empty."`
	Weight       exact.Rat     `json:"weight"`
	Printed      string        `json:"printed" doc:"The weight as the paper prints it."`
	Scale        Scale         `json:"scale" enum:"yes-no,half,open"`
	Place        Place         `json:"place"`
	Requirements []Requirement `json:"requirements" nullable:"false" doc:"None: the goal is assessed."`
}

// Scale is which degrees a goal can take.
type Scale string

// The scales that most papers have.
const (
	YesNo Scale = "yes-no" // 0 or 100
	Half  Scale = "half"   // 0, 50 or 100
	Open  Scale = "open"   // anything from 0 to 100
)

// Place says where in the paper something stands.
type Place struct {
	Page  string `json:"page,omitempty"`
	Table string `json:"table,omitempty"`
	Line  int    `json:"line,omitempty" doc:"In the text that was pasted."`
	Words string `json:"words,omitempty" doc:"The paper's own."`
}

// Requirement is one thing that a goal needs.
type Requirement struct {
	Title   string           `json:"title"`
	Measure contract.Measure `json:"measure" enum:"milestones,timeliness,monthly-count,survey,deviation,number,yes-no"`
	Unit    string           `json:"unit,omitempty"`
	Bound   contract.Bound   `json:"bound,omitempty" enum:"at-least,at-most"`
	Value   *exact.Rat       `json:"value,omitempty"`
	Limit   *Limit           `json:"limit,omitempty" doc:"Of timeliness."`
	Place   Place            `json:"place"`
	Steps   []Step           `json:"steps,omitempty" doc:"Of milestones."`
}

// Limit is how long a case may take.
type Limit struct {
	Count int                `json:"count"`
	Unit  contract.LimitUnit `json:"unit" enum:"months,days,working-days"`
}

// Step is a dated milestone.
type Step struct {
	Title string        `json:"title"`
	Due   calendar.Date `json:"due,omitzero"`
	Place Place         `json:"place"`
}
