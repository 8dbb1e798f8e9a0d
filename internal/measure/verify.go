package measure

import (
	"context"
	"encoding/json"

	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/web"
)

// Subsamples holds what a verification says against the cases behind the result.
type Subsamples interface {
	// Held finishes what was sent of a subsample, which must be of the very cases
	// that are drawn for the result; whoever brought any of them in is refused. It
	// answers what was sent where the result rests on no cases.
	Held(ctx context.Context, by ledger.Person, c *contract.Contract, r *contract.Requirement, result ledger.Fact, sent *record.CheckedCases) (*record.CheckedCases, error)
}

// Verified is the body of a result.verification. A result that rests on cases is
// accepted by a subsample of them, or with a reason why none was looked at.
type Verified struct {
	record.Verification
	Sample    *record.CheckedCases `json:"sample,omitempty" doc:"The subsample of the cases that the result rests on, each held against its file."`
	Unsampled string               `json:"unsampled,omitempty" doc:"Why no subsample was looked at, where the result rests on cases."`
}

// restsOnCases reports whether a result follows from imported cases.
func restsOnCases(r *contract.Requirement, result *ledger.Fact) bool {
	report := ReportOf(result)
	return r != nil && report != nil && report.Import != "" && (r.Measure == contract.Timeliness || r.Measure == contract.MonthlyCount)
}

// verifiedOf reads a recorded verification with what it says of a subsample.
func verifiedOf(f ledger.Fact) (v Verified) {
	if json.Unmarshal(f.Body, &v) != nil {
		return Verified{}
	}
	return v
}

// held puts what follows from the draw into a verification's subsample. What is no
// verification of a result is left to the kind's rule to refuse.
func (h Handlers) held(ctx context.Context, in *verificationInput, body json.RawMessage) (json.RawMessage, error) {
	by, err := web.MustPerson(ctx)
	if err != nil {
		return nil, err
	}
	var said struct {
		Fact   string               `json:"fact"`
		Sample *record.CheckedCases `json:"sample"`
	}
	if json.Unmarshal(body, &said) != nil {
		return body, nil
	}
	result, err := h.Facts.Fact(ctx, in.Contract, said.Fact)
	if fault.KindOf(err) == fault.NotFound || fault.KindOf(err) == fault.Invalid {
		return body, nil
	}
	if err != nil {
		return nil, err
	}
	c, err := h.Contracts.Contract(ctx, in.Contract, web.Now(ctx))
	if err != nil {
		return nil, err
	}
	_, r := c.Requirement(in.Requirement)
	if result.Kind != KindReport || !restsOnCases(r, &result) {
		return body, nil
	}
	sample, err := h.Subsamples.Held(ctx, by, c, r, result, said.Sample)
	if err != nil || sample == nil {
		return body, err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil {
		return nil, err
	}
	if members["sample"], err = json.Marshal(sample); err != nil {
		return nil, err
	}
	return json.Marshal(members)
}

// checkVerification applies the rule of the second pair of eyes, and that of the
// subsample. That the cases are those drawn, who takes the request has held.
func checkVerification(ctx context.Context, m ledger.Moment) (any, error) {
	reports, err := m.Facts.Newest(ctx, m.Contract.ID, m.Now, KindReport)
	if err != nil {
		return nil, err
	}
	newest := record.Newest(reports, KindReport)[m.Submission.Subject]
	v, rest, c, err := takeSubsample(m.Submission.Body)
	if err != nil {
		return nil, err
	}
	m.Submission.Body = rest
	if v.Verification, err = record.Verify(m, newest); err != nil {
		return nil, err
	}
	id, _ := requirementOf(m.Submission.Subject)
	_, r := m.Contract.Requirement(id)
	v.check(restsOnCases(r, newest), &c)
	return v, c.Err()
}

// takeSubsample parts what is said of a subsample from the verification.
func takeSubsample(body json.RawMessage) (v Verified, rest json.RawMessage, c record.Checks, err error) {
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil {
		return v, body, c, nil
	}
	if value, ok := members["sample"]; ok && json.Unmarshal(value, &v.Sample) != nil {
		c.Add("sample", "field.object", nil)
	}
	if value, ok := members["unsampled"]; ok && json.Unmarshal(value, &v.Unsampled) != nil {
		c.Add("unsampled", "field.text", nil)
	}
	delete(members, "sample")
	delete(members, "unsampled")
	rest, err = json.Marshal(members)
	return v, rest, c, err
}

// check holds that a result that rests on cases is accepted by a subsample, or with
// a reason.
func (v *Verified) check(rests bool, c *record.Checks) {
	c.Text("unsampled", &v.Unsampled, record.LongText)
	accepted := v.Verdict == record.Accepted
	switch {
	case v.Sample == nil && rests && accepted && v.Unsampled == "":
		c.Add("unsampled", "verification.unsampled", nil)
	case v.Sample == nil:
	case !rests:
		c.Add("sample", "verification.no_cases", nil)
	case v.Unsampled != "":
		c.Add("unsampled", "verification.sampled", nil)
	default:
		if v.Sample.Check("sample", c); v.Sample.Differing > 0 && accepted && v.Note == "" {
			c.Add("note", "verification.differs", nil)
		}
	}
}
