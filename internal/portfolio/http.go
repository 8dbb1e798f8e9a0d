package portfolio

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/web"
)

// Handlers answers this package's requests.
type Handlers struct{ Keeper *Keeper }

// Routes registers the handlers.
func (h Handlers) Routes(r *web.Router) {
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/portfolio", Operation: "contract.read",
		ID: "getPortfolio", Tag: "portfolio", Summary: "All contracts that one sees, side by side",
	}, h.list)
	web.Register(r, web.Route{
		Method: http.MethodGet, Path: "/portfolio/table", Operation: "contract.read", Table: true,
		ID: "getPortfolioTable", Tag: "portfolio", Summary: "The same as a file, a row for each contract and goal",
	}, h.table)
}

// ListFilter is how a reader narrows and orders the list.
type ListFilter struct {
	Text   string `query:"text" maxLength:"200" doc:"In the name of the contract or the agency."`
	Agency string `query:"agency" maxLength:"200" doc:"The agency's id."`
	Year   int    `query:"year" doc:"In which the contract's period begins."`
	Late   bool   `query:"late" doc:"With steps past their agreed or their expected date."`
	Missed bool   `query:"missed" doc:"With a goal that is not kept, or no longer can be in full."`
	Sort   SortBy `query:"sort" enum:"agency,year,total,best,late,deadline" default:"agency"`
	Down   bool   `query:"down" doc:"The order turned round."`
}

type listInput struct {
	ListFilter
	Skip  int `query:"skip" minimum:"0" doc:"Leave out so many of the first."`
	Limit int `query:"limit" default:"100" minimum:"1" maximum:"1000"`
	web.AsOf
}

// Agency names an agency to choose.
type Agency struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Portfolio is a stretch of the list, with what there is to narrow it by.
type Portfolio struct {
	Lines    []*Line       `json:"lines" nullable:"false"`
	Tally    Tally         `json:"tally" doc:"Of all lines that the filter leaves, on all pages."`
	Agencies []Agency      `json:"agencies" nullable:"false" doc:"Of all contracts that one sees."`
	Years    []int         `json:"years" nullable:"false"`
	Day      calendar.Date `json:"day" doc:"As of which the list is."`
}

type listOutput struct{ Body Portfolio }

func (h Handlers) list(ctx context.Context, in *listInput) (*listOutput, error) {
	page, err := h.read(ctx, in.At, in.ListFilter)
	if err != nil {
		return nil, err
	}
	first := min(in.Skip, len(page.Lines))
	page.Lines = page.Lines[first:min(first+in.Limit, len(page.Lines))]
	return &listOutput{page}, nil
}

// read reads, narrows and orders the whole list.
func (h Handlers) read(ctx context.Context, at web.Moment, f ListFilter) (Portfolio, error) {
	person, err := web.MustPerson(ctx)
	if err != nil {
		return Portfolio{}, err
	}
	all, err := h.Keeper.Lines(ctx, at, person.Sees)
	if err != nil {
		return Portfolio{}, err
	}
	page := Portfolio{Lines: []*Line{}, Day: at.Day}
	page.Agencies, page.Years = offers(all)
	by := Filter{Text: f.Text, Agency: f.Agency, Year: f.Year, Late: f.Late, Missed: f.Missed}
	for _, l := range all {
		if by.takes(l) {
			page.Lines = append(page.Lines, l)
		}
	}
	page.Tally = tally(page.Lines)
	sortLines(page.Lines, f.Sort, f.Down)
	return page, nil
}

// mostAgencies bounds the list to choose an agency from; where there are more,
// one writes the name.
const mostAgencies = 500

// offers lists what the lines can be narrowed by.
func offers(lines []*Line) ([]Agency, []int) {
	agencies, years := map[Agency]bool{}, map[int]bool{}
	for _, l := range lines {
		if len(agencies) <= mostAgencies {
			agencies[Agency{l.AgencyID, l.Contract.Agency}] = true
		}
		years[l.Contract.From.Year()] = true
	}
	if len(agencies) > mostAgencies {
		clear(agencies)
	}
	chosen, named := slices.Sorted(maps.Keys(years)), slices.AppendSeq([]Agency{}, maps.Keys(agencies))
	slices.SortFunc(named, func(a, b Agency) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return named, append([]int{}, chosen...)
}
