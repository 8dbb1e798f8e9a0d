package spotcheck

import (
	"context"
	"slices"
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

type goalInput struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	web.AsOf
}

// SpotcheckLine is a round in a list.
type SpotcheckLine struct {
	Round     string `json:"round"`
	Title     string `json:"title"`
	State     State  `json:"state" enum:"planned,fixed,reviewing,concluded,abandoned"`
	Size      int64  `json:"size"`
	Customers int64  `json:"customers"`
	Missing   int    `json:"missing" doc:"Customers without a countersigned review or a replacement."`
}

// SpotchecksPage is a goal's rounds, the newest plan first.
type SpotchecksPage struct {
	Goal       string               `json:"goal"`
	GoalTitle  string               `json:"goalTitle"`
	Today      calendar.Date        `json:"today" doc:"The day that is looked at."`
	MayPlan    bool                 `json:"mayPlan"`
	Population *Population          `json:"population" doc:"The newest list; null where there is none."`
	List       *record.Fact         `json:"list" doc:"Its fact."`
	People     []Participant        `json:"people" nullable:"false" doc:"Who can take part."`
	Rounds     []SpotcheckLine      `json:"rounds" nullable:"false"`
	Checklists []SpotcheckChecklist `json:"checklists" nullable:"false" doc:"For who plans: those of the rounds, the newest first."`
}

type goalOutput struct{ Body SpotchecksPage }

// seen is a goal's rounds as somebody may read them.
type seen struct {
	contract *contract.Contract
	goal     *contract.Goal
	reader   record.Reader
	at       time.Time // of the facts that are read
	now      time.Time
	facts    []ledger.Fact
	rounds   map[string]*Round
}

// see reads the goal's rounds as of the moment. The owner of the contract reads
// those that are concluded.
func (h Handlers) see(ctx context.Context, contractID, goal string, at web.Moment) (*seen, error) {
	c, reader, err := h.Reader.At(ctx, contractID, at)
	if err != nil {
		return nil, err
	}
	if _, err := goalOf(c, PopulationOf(goal)); err != nil {
		return nil, err
	}
	person, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := person.Permit(opRead, c.ID, goal); err != nil {
		return nil, err
	}
	s := &seen{contract: c, goal: c.Goal(goal), reader: reader, now: at.Instant}
	if at.Past {
		s.at = at.Instant
	}
	if s.facts, err = h.Facts.Newest(ctx, c.ID, s.at, kinds()...); err != nil {
		return nil, err
	}
	s.rounds = rounds(s.facts)
	for subject, r := range s.rounds {
		if r.Goal != goal || !s.works() && r.State(s.now) != Concluded {
			delete(s.rounds, subject)
		}
	}
	return s, nil
}

// works reports whether the reader sees rounds before they are concluded.
func (s *seen) works() bool {
	return s.reader.May(opPlan, s.goal.ID) || s.reader.May(opRespond, s.goal.ID) || s.reader.May("milestone.report", s.goal.ID)
}

// all answers a goal's rounds.
func (h Handlers) all(ctx context.Context, in *goalInput) (*goalOutput, error) {
	s, err := h.see(ctx, in.Contract, in.Goal, in.At)
	if err != nil {
		return nil, err
	}
	out := &goalOutput{}
	b := &out.Body
	b.Goal, b.GoalTitle, b.MayPlan = s.goal.ID, s.goal.Title, s.reader.May(opPlan, s.goal.ID)
	b.Today = s.reader.Today
	b.People, b.Rounds, b.Checklists = []Participant{}, []SpotcheckLine{}, []SpotcheckChecklist{}
	if f := record.Newest(s.facts, KindPopulation)[PopulationOf(in.Goal)]; f != nil {
		p, wire := PopulationIn(f), s.reader.Wire(*f)
		b.Population, b.List = &p, &wire
	}
	if b.MayPlan {
		if b.People, err = h.People(ctx, in.Contract); err != nil {
			return nil, err
		}
	}
	var list []*Round
	for _, r := range s.rounds {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b *Round) int { return int(min(1, max(-1, b.plan.Leaf-a.plan.Leaf))) })
	for _, r := range list {
		p := r.Plan()
		b.Rounds = append(b.Rounds, SpotcheckLine{r.Name, p.Title, r.State(s.now), p.Size, p.Customers, r.Missing()})
	}
	if b.MayPlan {
		b.Checklists = checklists(list)
	}
	return out, nil
}

// OfRound names a round and the instant.
type OfRound struct {
	Contract string `path:"contract"`
	Goal     string `path:"goal"`
	Round    string `path:"round"`
	web.AsOf
}

// DrawnCustomer is a customer of a round with what was found.
type DrawnCustomer struct {
	Number     int               `json:"number"`
	Ref        string            `json:"ref"`
	Stratum    string            `json:"stratum"`
	Ticket     string            `json:"ticket"`
	Hits       int               `json:"hits" doc:"By volume: how many picks hit it; 0 where it is not drawn by volume."`
	Name       string            `json:"name" doc:"Empty once it is erased."`
	Contact    string            `json:"contact"`
	Erased     bool              `json:"erased"`
	Cells      map[string]string `json:"cells"`
	State      CustomerState     `json:"state" enum:"waiting,reviewed,returned,countersigned,replaced"`
	For        int               `json:"for" doc:"The number of the customer whose place it took; 0 in the sample."`
	Assigned   *Participant      `json:"assigned" doc:"Who is to review it."`
	Assignment *record.Fact      `json:"assignment" doc:"By which fact."`
	Reviews    []record.Fact     `json:"reviews" nullable:"false" doc:"Every review, the newest first."`
	Asides     []record.Fact     `json:"asides" nullable:"false" doc:"Reviews that were written at the same time as one that stands, or too late, the newest first."`
	Signed     []record.Fact     `json:"signed" nullable:"false" doc:"Every countersignature and question, the newest first."`
	Replaced   *record.Fact      `json:"replaced"`
	MaySign    bool              `json:"maySign" doc:"The newest review is somebody else's, and the reader may countersign."`
	MayMail    bool              `json:"mayMail" doc:"The contact is a mail address."`
	Hearing    *CustomerHearing  `json:"hearing" doc:"Null where the customer was not heard."`
}

// SpotcheckRound is a round whole.
type SpotcheckRound struct {
	Goal       string                  `json:"goal"`
	GoalTitle  string                  `json:"goalTitle"`
	Today      calendar.Date           `json:"today" doc:"The day that is looked at."`
	Round      string                  `json:"round"`
	State      State                   `json:"state" enum:"planned,fixed,reviewing,concluded,abandoned"`
	Plan       RoundPlan               `json:"plan"`
	Plans      []record.Fact           `json:"plans" nullable:"false" doc:"Every version of the plan, the newest first."`
	Population Population              `json:"population"`
	Facts      map[string]*record.Fact `json:"facts" doc:"The newest of each kind that is about the round, by kind; of two people's, followed by their number."`
	Draw       *Draw                   `json:"draw"`
	Customers  []DrawnCustomer         `json:"customers" nullable:"false"`
	Missing    int                     `json:"missing"`
	Hearings   HearingCount            `json:"hearings"`
	Findings   []SpotcheckFinding      `json:"findings" nullable:"false" doc:"What is followed up of it, also when it is concluded."`
	Figures    *RoundFigures           `json:"figures" doc:"What the countersigned reviews come to so far; null before the draw."`
	May        SpotcheckMay            `json:"may"`
	People     []Participant           `json:"people" nullable:"false" doc:"For who plans: who can review."`
	Owners     []Participant           `json:"owners" nullable:"false" doc:"For who reviews: who can own a finding."`
}

// SpotcheckMay says what the reader may do.
type SpotcheckMay struct {
	Plan    bool `json:"plan"`
	Review  bool `json:"review"`
	Sign    bool `json:"sign"`
	Respond bool `json:"respond"`
	Number  int  `json:"number" doc:"Which of the two people whose secrets make the seed they are; 0 for neither."`
}

type roundOutput struct{ Body SpotcheckRound }

// one answers a round.
func (h Handlers) one(ctx context.Context, in *OfRound) (*roundOutput, error) {
	s, r, err := h.find(ctx, in)
	if err != nil {
		return nil, err
	}
	out := &roundOutput{}
	b := &out.Body
	b.Goal, b.GoalTitle, b.Round, b.State = s.goal.ID, s.goal.Title, r.Name, r.State(s.now)
	b.Plan, b.Facts, b.May = r.Plan(), r.wire(s.reader), s.may(r)
	b.Today = s.reader.Today
	b.Missing, b.Customers, b.People = r.Missing(), []DrawnCustomer{}, []Participant{}
	b.Findings, b.Owners = []SpotcheckFinding{}, []Participant{}
	list, err := h.Facts.Fact(ctx, s.contract.ID, b.Plan.Population)
	if err != nil {
		return nil, err
	}
	b.Population = PopulationIn(&list)
	if b.Plans, err = h.plans(ctx, s, r); err != nil {
		return nil, err
	}
	if r.draw == nil {
		return out, nil
	}
	if b.Draw = &r.drawn; b.May.Plan {
		if b.People, err = h.People(ctx, in.Contract); err != nil {
			return nil, err
		}
	}
	if b.May.Review {
		if b.Owners, err = h.Owners(ctx, in.Contract); err != nil {
			return nil, err
		}
	}
	figures, err := r.Figures()
	if err != nil {
		return nil, err
	}
	b.Figures, b.Hearings = &figures, r.Hearings(b.Today)
	if b.Customers, err = h.customers(ctx, s, r, r.Customers); err != nil {
		return nil, err
	}
	b.Findings, err = h.findings(ctx, s, func(f *found) bool { return f.round == r.Name })
	return out, err
}

// find finds a round that the reader sees.
func (h Handlers) find(ctx context.Context, in *OfRound) (*seen, *Round, error) {
	s, err := h.see(ctx, in.Contract, in.Goal, in.At)
	if err != nil {
		return nil, nil, err
	}
	r := s.rounds[RoundOf(in.Goal, in.Round)]
	if r == nil {
		return nil, nil, notFound()
	}
	return s, r, nil
}

func (s *seen) may(r *Round) SpotcheckMay {
	may := func(operation string) bool { return s.reader.May(operation, s.goal.ID) }
	number := 1 + slices.IndexFunc(r.Plan().People, func(p Participant) bool { return p.Subject == s.reader.Subject })
	return SpotcheckMay{may(opPlan), may(opReview), may(opSign), may(opRespond), number}
}
