package cases

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
	"opfyldt/internal/intake"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// mostCase is how many bytes a case may have as JSON.
const mostCase = 1 << 20

// asJSON is the format of cases that another system pushes.
const asJSON sheet.Format = "json"

// SentCase is a case as another system sends it.
type SentCase struct {
	Reference string          `json:"reference" doc:"Never a person number; once in the request." example:"2014-4711"`
	Received  calendar.Date   `json:"received"`
	Concluded calendar.Date   `json:"concluded,omitzero" doc:"Left out while the case is open."`
	Kind      string          `json:"kind,omitempty"`
	Outcome   string          `json:"outcome,omitempty"`
	Stops     []SentStop      `json:"stops,omitempty"`
	More      json.RawMessage `json:"more,omitempty" doc:"Texts by name, kept with the case and shown with it; at most 20."`
}

// SentStop is a stop as another system sends it.
type SentStop struct {
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to,omitzero" doc:"Left out while the stop runs."`
	Reason string        `json:"reason" doc:"The contract's id or title of the reason, or the sender's own words."`
}

// Pushed is a request's cases while they are read: a JSON array, or one case a
// line. No more than one case is held at a time.
type Pushed struct {
	in     *metered
	sum    hash.Hash
	read   *json.Decoder
	list   bool // an array
	rule   Rule
	day    calendar.Date // what it speaks of
	rows   int
	faulty sheet.Faulty // with the pointer in Header
}

// OpenPushed reads down to the first case.
func OpenPushed(in io.Reader, rule Rule, day calendar.Date) (*Pushed, error) {
	sum := sha256.New()
	p := &Pushed{in: &metered{in: io.TeeReader(in, sum)}, sum: sum, rule: rule, day: day}
	p.in.most = mostCase
	first, begin, err := firstOf(p.in)
	if err != nil {
		return nil, err
	}
	p.read, p.list = json.NewDecoder(io.MultiReader(bytes.NewReader(begin), p.in)), first == '['
	if p.list {
		_, err = p.read.Token()
	}
	return p, err
}

// firstOf reads to the first character that is no blank, and answers all that it
// read.
func firstOf(in io.Reader) (byte, []byte, error) {
	one, read := make([]byte, 1), []byte{}
	for len(read) < mostCase {
		if _, err := io.ReadFull(in, one); errors.Is(err, io.EOF) {
			return 0, read, nil
		} else if err != nil {
			return 0, nil, err
		}
		if read = append(read, one[0]); strings.IndexByte(" \t\r\n", one[0]) < 0 {
			return one[0], read, nil
		}
	}
	return 0, read, nil
}

// errTooLong ends a reading in the middle of a case.
var errTooLong = errors.New("a case is too long")

// metered reads no more than most bytes beyond where the decoder stands.
type metered struct {
	in   io.Reader
	read int64
	most int64
}

func (m *metered) Read(p []byte) (int, error) {
	if m.read >= m.most {
		return 0, errTooLong
	}
	n, err := m.in.Read(p[:min(int64(len(p)), m.most-m.read)])
	m.read += int64(n)
	return n, err
}

// Rows goes through the cases that have no fault. What is wrong is told by Close.
func (p *Pushed) Rows() rowsOf {
	return func(yield func(Incoming, error) bool) {
		for {
			raw, more := p.next()
			if !more {
				return
			}
			number := p.rows
			p.rows++
			before := p.faulty.Count
			row := p.row(number, raw)
			if p.faulty.Count > before {
				continue
			}
			text, err := row.canonical()
			if !yield(Incoming{row, number, text}, err) {
				return
			}
		}
	}
}

// next reads a case as it was sent; false behind the last, and where nothing behind
// can be trusted.
func (p *Pushed) next() (json.RawMessage, bool) {
	p.in.most = p.read.InputOffset() + mostCase
	if p.list && !p.read.More() {
		if _, err := p.read.Token(); err != nil {
			p.broken(err)
		} else if _, err := p.read.Token(); !errors.Is(err, io.EOF) {
			p.wrong(whole, "", "cases.json", nil)
		}
		return nil, false
	}
	var raw json.RawMessage
	err := p.read.Decode(&raw)
	switch {
	case errors.Is(err, io.EOF) && !p.list:
		return nil, false
	case err != nil:
		p.broken(err)
		return nil, false
	case p.rows == mostRows:
		p.wrong(whole, "", "sheet.too_many_rows", fault.Params{"most": mostRows})
		return nil, false
	}
	return raw, true
}

// broken notes where the reading ended early.
func (p *Pushed) broken(err error) {
	if errors.Is(err, errTooLong) {
		p.wrong(p.rows, "", "field.too_long", fault.Params{"most": mostCase})
		return
	}
	p.wrong(p.rows, "", "cases.json", nil)
}

// whole is the place of what is wrong with the request as such.
const whole = -1

// wrong notes a fault of a case, at a path under it.
func (p *Pushed) wrong(number int, path, code string, params fault.Params) {
	if p.faulty.Count++; len(p.faulty.Problems) == sheet.MostListed {
		return
	}
	place := ""
	if number != whole {
		place = pointer(number, path)
	}
	p.faulty.Problems = append(p.faulty.Problems, sheet.Problem{Row: number, Header: place, Code: code, Params: params})
}

// row reads a case by the rules of a file's rows.
func (p *Pushed) row(number int, raw json.RawMessage) CaseRow {
	var sent SentCase
	c := record.Checks{Wrong: intake.Document(raw, "body")}
	if len(c.Wrong) == 0 {
		c.Wrong = record.Decode(raw, &sent)
	}
	row := CaseRow{Reference: sent.Reference, Received: sent.Received, Concluded: sent.Concluded, Kind: sent.Kind, Outcome: sent.Outcome}
	if len(c.Wrong) == 0 {
		sent.check(&c, &row, p.day)
	}
	for _, w := range c.Wrong {
		p.wrong(number, w.Path, w.Code, w.Params)
	}
	p.rule.judge(&row)
	return row
}

// check holds the case's fields to their rules and finishes the row.
func (s *SentCase) check(c *record.Checks, row *CaseRow, of calendar.Date) {
	needed := func(field string, empty bool) {
		if empty {
			c.Add(field, "field.needed", nil)
		}
	}
	text(c, colReference, &row.Reference)
	text(c, colKind, &row.Kind)
	text(c, colOutcome, &row.Outcome)
	needed(colReference, row.Reference == "")
	needed(colReceived, row.Received.IsZero())
	for _, slip := range daySlips(*row, of) {
		c.Add(slip.key, slip.code, slip.params)
	}
	if len(s.Stops) > mostOnSheet {
		c.Add("stops", "cases.stops", fault.Params{"most": mostOnSheet})
		return
	}
	for i, sent := range s.Stops {
		at := fmt.Sprintf("stops[%d].", i)
		stop := CaseStop{From: sent.From, To: sent.To, Reason: sent.Reason}
		text(c, at+colReason, &stop.Reason)
		for _, slip := range stopSlips(stop, of) {
			c.Add(at+slip.key, slip.code, slip.params)
		}
		row.Stops = append(row.Stops, stop)
	}
	s.more(c, row)
}

// more keeps what else was sent of the case.
func (s *SentCase) more(c *record.Checks, row *CaseRow) {
	if len(s.More) == 0 || string(s.More) == "null" {
		return
	}
	var texts map[string]string
	switch err := json.Unmarshal(s.More, &texts); {
	case err != nil:
		c.Add("more", "cases.more", nil)
	case len(texts) > mostMore:
		c.Add("more", "cases.columns", fault.Params{"most": mostMore})
	}
	for _, name := range sortedKeys(texts) {
		name, value := name, texts[name]
		if text(c, "more", &name); name == "" {
			c.Add("more", "cases.more", nil)
		}
		if text(c, "more", &value); value == "" {
			continue
		}
		if row.More == nil {
			row.More = map[string]string{}
		}
		row.More[name] = value
	}
}

// text holds a text that lists, filters and links are made of.
func text(c *record.Checks, field string, s *string) {
	if len(*s) > mostText {
		c.Add(field, "field.too_long", fault.Params{"most": mostText})
		return
	}
	c.Text(field, s, record.ShortText)
}

// pointer is the place in the request as a JSON pointer (RFC 6901): of
// "body.stops[0].from" in the fifth case, "/4/stops/0/from".
func pointer(number int, path string) string {
	path = strings.NewReplacer("~", "~0", "/", "~1", ".", "/", "[", "/", "]", "").Replace(strings.TrimPrefix(path, "body"))
	return "/" + strconv.Itoa(number) + path
}

// Close says whether the cases may be taken: a *sheet.Faulty with every faulty
// place, those of references sent twice among them.
func (p *Pushed) Close(twice []Double) (sheet.Info, error) {
	info := sheet.Info{Format: asJSON, SHA256: hex.EncodeToString(p.sum.Sum(nil)), Encoding: "UTF-8", Rows: p.rows}
	if p.rows == 0 && p.faulty.Count == 0 {
		p.wrong(whole, "", "cases.none_sent", nil)
	}
	for _, d := range twice {
		p.wrong(d.Row, "."+colReference, "cases.sent_twice", fault.Params{"first": pointer(d.First, "")})
	}
	if p.faulty.Count == 0 {
		return info, nil
	}
	slices.SortStableFunc(p.faulty.Problems, func(a, b sheet.Problem) int { return a.Row - b.Row })
	return info, &p.faulty
}

// refusal is what a system is told of cases that were not taken: each place by its
// pointer.
func refusal(f *sheet.Faulty) error {
	out := fault.New(fault.Invalid, "cases.sent_faulty", fault.Params{"count": f.Count, "listed": len(f.Problems)})
	for _, problem := range f.Problems {
		out.Fields = append(out.Fields, fault.Field{Path: problem.Header, Code: problem.Code, Params: problem.Params})
	}
	return out
}
