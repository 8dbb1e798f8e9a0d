package spotcheck

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/http"
	"slices"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/web"
)

const (
	pdfType  = "application/pdf"
	docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// letterRoutes registers the letters to a customer. They name the customer: whoever
// reviews writes them.
func (h Handlers) letterRoutes(r *web.Router) {
	get := func(format, media, id string) web.Route {
		return web.Route{
			Method: http.MethodGet, Path: under + "/rounds/{round}/customers/{number}/letters/{letter}/" + format, Operation: opReview, Unkept: true, Media: media,
			ID: id, Tag: tag, Summary: "A letter to a customer: what was found and by when they can comment, or what came of it",
		}
	}
	web.Register(r, get("pdf", pdfType, "getSpotcheckLetter"), h.letterAs("pdf", pdfType, letter.pdf))
	web.Register(r, get("docx", docxType, "getSpotcheckLetterText"), h.letterAs("docx", docxType, letter.docx))
}

type letterInput struct {
	OfRound
	Number   int    `path:"number" minimum:"1"`
	Letter   Letter `path:"letter" enum:"hearing,result"`
	Language string `query:"language" enum:"da,en" default:"da"`
}

// letterFile is a letter that the browser saves.
type letterFile struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

func (h Handlers) letterAs(ending, media string, write func(letter, io.Writer) error) func(context.Context, *letterInput) (*letterFile, error) {
	return func(ctx context.Context, in *letterInput) (*letterFile, error) {
		l, err := h.letter(ctx, in)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		if err := write(l, &out); err != nil {
			return nil, err
		}
		name := catalogue.Text(in.Language, "spotcheck.letter."+string(in.Letter)+".file", fault.Params{"round": in.Round, "number": in.Number})
		return &letterFile{media, `attachment; filename="` + web.FileName(name) + "." + ending + `"`, out.Bytes()}, nil
	}
}

// letter writes the letter that is asked for.
func (h Handlers) letter(ctx context.Context, in *letterInput) (letter, error) {
	s, r, err := h.find(ctx, &in.OfRound)
	if err != nil {
		return letter{}, err
	}
	if !s.reader.May(opReview, s.goal.ID) {
		return letter{}, fault.New(fault.Forbidden, "access.forbidden", fault.Params{"operation": opReview})
	}
	c := r.byNumber[in.Number]
	if c == nil {
		return letter{}, notFound()
	}
	k, err := h.Store.one(ctx, version{s.contract.ID, r.Plan().Population}, c.Ref)
	if err != nil {
		return letter{}, err
	}
	a := addressed{lang: in.Language, agency: s.contract.Agency.Name, plan: r.Plan(), ref: c.Ref, who: k.Personal}
	if in.Letter == HearingLetter {
		return h.hearingLetter(ctx, s, c, a)
	}
	return h.resultLetter(ctx, s, r, c, a)
}

func (h Handlers) hearingLetter(ctx context.Context, s *seen, c *Customer, a addressed) (letter, error) {
	switch c.Hearing(s.reader.Today) {
	case NotHeard, HearingRevoked, HearingDismissed:
		return letter{}, fault.New(fault.Conflict, "spotcheck.letter_no_hearing", nil)
	}
	b := read[Hearing](c.heard.opened)
	verdict, err := h.Facts.Fact(ctx, s.contract.ID, b.Verdict)
	if err != nil {
		return letter{}, err
	}
	a.day = c.heard.opened.Day
	return a.hearing(deviations(a.plan, read[Verdict](&verdict)), b), nil
}

func (h Handlers) resultLetter(ctx context.Context, s *seen, r *Round, c *Customer, a addressed) (letter, error) {
	if c.State() != Countersigned {
		return letter{}, fault.New(fault.Conflict, "spotcheck.letter_no_result", nil)
	}
	facts, err := h.Facts.Newest(ctx, s.contract.ID, s.at, findingKinds()...)
	if err != nil {
		return letter{}, err
	}
	var follow []*found
	for _, f := range findings(facts) {
		if f.made != nil && f.goal == r.Goal && f.round == r.Name && f.number == c.Number {
			follow = append(follow, f)
		}
	}
	slices.SortFunc(follow, func(a, b *found) int { return cmp.Compare(a.clause, b.clause) })
	var answered calendar.Date
	if f := c.heard.answered(); f != nil {
		answered = f.Day
	}
	a.day = s.reader.Today
	return a.result(deviations(a.plan, read[Verdict](c.verdict)), c.Hearing(s.reader.Today), answered, follow), nil
}
