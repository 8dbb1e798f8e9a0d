package spotcheck

import (
	"context"
	"slices"
	"strconv"

	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// wire names the facts about the round, by their kinds.
func (r *Round) wire(reader record.Reader) map[string]*record.Fact {
	named := map[string]*ledger.Fact{
		KindPlan: r.plan, KindPublic: r.public, KindDraw: r.draw,
		KindConclusion: r.conclusion, KindResponse: r.response, KindAbandonment: r.abandonment,
	}
	for i := range r.commitments {
		named[KindCommitment+" "+strconv.Itoa(i+1)] = r.commitments[i]
		named[KindReveal+" "+strconv.Itoa(i+1)] = r.reveals[i]
	}
	out := map[string]*record.Fact{}
	for name, f := range named {
		if f != nil {
			wire := reader.Wire(*f)
			out[name] = &wire
		}
	}
	return out
}

// customers answers the drawn customers, with everything that was ever found.
func (h Handlers) customers(ctx context.Context, s *seen, r *Round, of []*Customer) ([]DrawnCustomer, error) {
	refs := make([]string, len(of))
	for i, c := range of {
		refs[i] = c.Ref
	}
	known, err := h.Store.Known(ctx, version{s.contract.ID, r.Plan().Population}, refs)
	if err != nil {
		return nil, err
	}
	said, err := h.byPlace(ctx, s, KindVerdict, KindAside, KindSignature)
	if err != nil {
		return nil, err
	}
	hearings, err := h.hearings(ctx, s, r)
	if err != nil {
		return nil, err
	}
	list := make([]DrawnCustomer, len(of))
	for i, c := range of {
		k := known[c.Ref]
		one := DrawnCustomer{
			Number: c.Number, Ref: c.Ref, Stratum: c.Stratum, Ticket: c.Ticket, Hits: c.Hits, For: c.For, State: c.State(),
			Name: k.Name, Contact: k.Contact, Erased: k.Erased, Cells: k.Cells,
			MayMail: mailAddress(k.Contact) != "", Hearing: hearings[c.Number],
		}
		subject := CustomerOf(r.Goal, r.Name, c.Number)
		one.Reviews, one.Signed = orNone(said[KindVerdict+" "+subject]), orNone(said[KindSignature+" "+subject])
		one.Asides = orNone(said[KindAside+" "+subject])
		if c.replacement != nil {
			wire := s.reader.Wire(*c.replacement)
			one.Replaced = &wire
		}
		if c.assignment != nil {
			to, wire := read[Assignment](c.assignment).To, s.reader.Wire(*c.assignment)
			one.Assigned, one.Assignment = &to, &wire
		}
		one.MaySign = c.verdict != nil && c.replacement == nil && s.reader.MayVerify(opSign, s.goal.ID, c.verdict.Actor)
		list[i] = one
	}
	return list, nil
}

// byPlace reads every fact of the kinds, the newest first, by kind and subject.
func (h Handlers) byPlace(ctx context.Context, s *seen, kinds ...string) (map[string][]record.Fact, error) {
	facts, err := h.Log.All(ctx, s.contract.ID, s.at, kinds...)
	if err != nil {
		return nil, err
	}
	places := map[string][]record.Fact{}
	for _, f := range slices.Backward(facts) {
		places[f.Kind+" "+f.Subject] = append(places[f.Kind+" "+f.Subject], s.reader.Wire(f))
	}
	return places, nil
}

// orNone is the list, empty where there is none.
func orNone(list []record.Fact) []record.Fact {
	if list == nil {
		return []record.Fact{}
	}
	return list
}
