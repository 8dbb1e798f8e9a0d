package cases

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// Service takes cases in: the rows first, then the fact that makes them count.
type Service struct {
	record.Book
	Store *Store
	Roots Roots // what subsamples are drawn by; a service that only takes cases in has none
}

// Request is an import as somebody asks for it.
type Request struct {
	Contract, Requirement string
	ID                    string // of the fact; "" in a preview
	SHA256                string // of what was sent, byte by byte; "" where nobody reckoned it
	Expects               *string
	Day                   calendar.Date
	Name, Note            string
	Part                  bool
	Vanished              Vanished
	Preview               bool
	Now                   time.Time
	Tell                  func(stage string, done, of int)
}

// Vanished says what becomes of cases that a whole file does not have.
type Vanished string

// What may be said of them.
const (
	NotSaid Vanished = ""
	Keep    Vanished = "keep"
	Remove  Vanished = "remove"
)

// Reading is an import's rows, and what is said of them when they are read.
type Reading interface {
	Rows() rowsOf
	// Close tells where the rows came from, or fails with a *sheet.Faulty.
	Close(twice []Double) (sheet.Info, error)
}

// Outcome is what came of an import, or would come.
type Outcome struct {
	Taken
	Info    sheet.Info
	Faulty  *sheet.Faulty // nil where nothing is wrong
	Fact    *ledger.Fact  // nil where nothing was written
	Known   bool          // the fact was there already
	Coming  []ledger.Fact // of a preview: the results that would follow
	Expects string        // the import that the comparison is with
	Rule    Rule
}

// Take compares an import with what stands and, unless it is a preview or changes
// nothing, writes it: wholly or not at all.
func (s Service) Take(ctx context.Context, by ledger.Person, q Request, open func(Rule) (Reading, error)) (*Outcome, error) {
	c, err := s.Contracts.Contract(ctx, q.Contract, q.Now)
	if err != nil {
		return nil, err
	}
	goal, r, rule, err := Find(c, q.Requirement)
	if err != nil {
		return nil, err
	}
	if _, err := by.Permit(opImport, q.Contract, goal.ID); err != nil {
		return nil, err
	}
	if err := q.check(); err != nil {
		return nil, err
	}
	if !q.Preview {
		release, err := s.Store.hold(q.Contract, q.ID)
		if err != nil {
			return nil, err
		}
		defer release()
	}
	if known, err := s.known(ctx, q); known != nil || err != nil {
		return &Outcome{Fact: known, Known: true, Rule: rule}, err
	}
	head, chain, err := s.head(ctx, q.Contract, q.Requirement)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Rule: rule}
	if head != nil {
		out.Expects = head.ID
	}
	if q.Expects != nil && *q.Expects != out.Expects {
		return nil, fault.New(fault.Conflict, "cases.overtaken", nil)
	}
	reading, err := open(rule)
	if err != nil {
		return out.refused(err)
	}
	return s.take(ctx, by, intaking{q, c, r, head, chain, reading, out})
}

// intaking is an import with everything it is taken in against.
type intaking struct {
	Request
	c       *contract.Contract
	r       *contract.Requirement
	head    *ledger.Fact
	chain   []string
	reading Reading
	out     *Outcome
}

// take compares and writes.
func (s Service) take(ctx context.Context, by ledger.Person, i intaking) (*Outcome, error) {
	writes, err := s.rows(ctx, i)
	if err != nil {
		return i.out.refused(err)
	}
	if !writes {
		i.out.Coming, err = s.coming(ctx, i)
		return i.out, err
	}
	body, err := i.body()
	if err != nil {
		return nil, err
	}
	f, err := s.Recorder.Record(ctx, by, ledger.Submission{
		Contract: i.Contract, ID: i.ID, Kind: KindImport, Subject: i.Requirement, Day: i.Day, Expects: i.out.Expects, Body: body,
	})
	if err != nil {
		return nil, errors.Join(err, s.Store.Discard(context.WithoutCancel(ctx), i.Contract, i.ID))
	}
	i.out.Fact = &f
	return i.out, nil
}

// coming are the results that a preview's rows would bring about.
func (s Service) coming(ctx context.Context, i intaking) ([]ledger.Fact, error) {
	if !i.Preview {
		return nil, nil
	}
	body, err := i.body()
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	goal, _ := i.c.Requirement(i.Requirement)
	cause := ledger.Fact{ID: id.String(), Contract: i.Contract, Kind: KindImport, Subject: i.Requirement, Goal: goal.ID, Day: i.Day, Recorded: i.Now, Body: body}
	all, err := results(ctx, ledger.Moment{Contract: i.c, Now: i.Now, Facts: s.Facts}, cause)
	var list []ledger.Fact
	for _, sub := range all {
		list = append(list, ledger.Fact{ID: sub.ID, Contract: sub.Contract, Kind: sub.Kind, Subject: sub.Subject, Goal: goal.ID,
			Day: sub.Day, Recorded: i.Now, Leaf: ledger.NoLeaf, Body: sub.Body})
	}
	return list, err
}

// rows compares the rows and writes those that are to be written.
func (s Service) rows(ctx context.Context, i intaking) (writes bool, err error) {
	in := Intake{Contract: i.Contract, Requirement: i.Requirement, ID: i.ID, Chain: i.chain, Day: i.Day, Rule: i.out.Rule,
		Part: i.Part, Remove: i.Vanished == Remove && !i.Part, Tell: i.Tell}
	taken, err := s.Store.Take(ctx, in, i.reading.Rows(), func(t *Taken) (bool, error) {
		var err error
		writes, err = i.writes(t)
		return writes, err
	})
	if err == nil {
		i.out.Taken = *taken
	}
	return writes, err
}

// Prepare writes a whole file's rows for a submission that is to become the
// import's fact, and answers it as it is to be recorded; cases that the file does
// not have are removed. The same again answers the same.
func (s Service) Prepare(ctx context.Context, c *contract.Contract, sub ledger.Submission, now time.Time, name string, file []byte) (ledger.Submission, error) {
	_, r, rule, err := Find(c, sub.Subject)
	if err != nil {
		return sub, err
	}
	q := Request{Contract: sub.Contract, Requirement: sub.Subject, ID: sub.ID, Day: sub.Day, Name: name, Vanished: Remove, Now: now, Tell: func(string, int, int) {}}
	if known, err := s.known(ctx, q); err != nil || known != nil {
		if err == nil {
			sub.Body, err = json.Marshal(ImportOf(known))
		}
		return sub, err
	}
	head, chain, err := s.head(ctx, q.Contract, q.Requirement)
	if err != nil {
		return sub, err
	}
	reading, err := OpenFile(bytes.NewReader(file), int64(len(file)), c.Language, rule, sub.Day)
	if err != nil {
		return sub, err
	}
	i := intaking{q, c, r, head, chain, reading, &Outcome{Rule: rule}}
	if _, err := s.rows(ctx, i); err != nil {
		return sub, err
	}
	sub.Body, err = i.body()
	return sub, err
}

// writes reports whether the rows are to be written, once they have been read.
func (i *intaking) writes(t *Taken) (bool, error) {
	if i.Part {
		t.Vanished = 0 // what a part does not name it says nothing of
	}
	info, err := i.reading.Close(t.Twice)
	i.out.Info = info
	if err != nil || i.Preview {
		return false, err
	}
	if t.Vanished > 0 && i.Vanished == NotSaid {
		return false, fault.Fields(fault.Field{Path: "query.vanished", Code: "cases.vanished", Params: fault.Params{"count": t.Vanished}})
	}
	if t.Nothing(i.Vanished == Remove && !i.Part) && i.says(info) {
		return false, nil
	}
	return true, nil
}

// says reports whether the newest import says the same: the very file, or no case
// otherwise and no later day.
func (i *intaking) says(info sheet.Info) bool {
	before := ImportOf(i.head)
	if before == nil {
		return false
	}
	return info.SHA256 != "" && info.SHA256 == before.File.SHA256 || !i.head.Day.Before(i.Day)
}

func (i *intaking) body() (json.RawMessage, error) {
	t := i.out.Taken
	body := Import{
		Number: len(i.chain) + 1, Rows: t.Bound, New: t.New, Changed: t.Changed, Unchanged: t.Unchanged, Figures: t.After, Note: i.Note,
		File: Source{Name: i.Name, SHA256: i.out.Info.SHA256, Format: string(i.out.Info.Format), Encoding: i.out.Info.Encoding, Rows: i.out.Info.Rows, Part: i.Part},
	}
	if i.Vanished == Remove {
		body.Removed = t.Vanished
	} else {
		body.Vanished = t.Vanished
	}
	return json.Marshal(body)
}

// check holds what can be said before a row is read.
func (q *Request) check() error {
	var c record.Checks
	c.Day(q.Day, earliest, calendar.DateOf(q.Now))
	c.Needed("name", &q.Name, record.ShortText, "field.needed")
	c.Text("note", &q.Note, record.LongText)
	if !q.Preview && q.ID == "" {
		c.Add("id", "field.needed", nil)
	}
	return c.Err()
}

// known is the fact of the same request sent before.
func (s Service) known(ctx context.Context, q Request) (*ledger.Fact, error) {
	if q.ID == "" {
		return nil, nil
	}
	f, err := s.Facts.Fact(ctx, q.Contract, q.ID)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	case f.Kind != KindImport || f.Subject != q.Requirement || q.SHA256 != "" && ImportOf(&f).File.SHA256 != q.SHA256:
		return nil, fault.New(fault.Conflict, "fact.id-used", nil)
	}
	return &f, nil
}

// head is the requirement's newest import, with all that count.
func (s Service) head(ctx context.Context, contractID, requirement string) (*ledger.Fact, []string, error) {
	chain, err := s.Store.Chain(ctx, contractID, requirement, time.Time{})
	if err != nil || len(chain) == 0 {
		return nil, chain, err
	}
	f, err := s.Facts.Fact(ctx, contractID, chain[len(chain)-1])
	return &f, chain, err
}

// refused puts what is wrong with the rows into the outcome; what is not theirs is
// passed on.
func (o *Outcome) refused(err error) (*Outcome, error) {
	faulty, ok := errors.AsType[*sheet.Faulty](err)
	if !ok {
		return nil, err
	}
	o.Faulty = faulty
	return o, nil
}
