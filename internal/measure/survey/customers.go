package survey

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"net/mail"
	"slices"
	"strings"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/record"
	"opfyldt/internal/sheet"
)

// Invitee is a customer who is asked.
type Invitee struct {
	Recipient string
	Sector    string
	Language  string
}

// customers are those of a list.
type customers struct {
	list    []draw.Customer
	byID    map[string]Invitee
	sectors []string
	sha256  string
}

const mostCustomers = 200_000

func customerShape() sheet.Shape {
	return sheet.Shape{
		Columns: []sheet.Column{
			{Key: "id", Names: []string{"Kunde", "Customer", "Id"}, Filled: true, Unique: true},
			{Key: "mail", Names: []string{"E-mail", "Email", "Mail"}, Filled: true, Unique: true},
			{Key: "sector", Names: []string{"Sektor", "Sector", "Gruppe"}, Optional: true, Filled: true},
			{Key: "language", Names: []string{"Sprog", "Language"}, Optional: true},
		},
		Bounds: sheet.Bounds{Bytes: MaxFile, Expanded: maxExpanded, Rows: mostCustomers},
	}
}

// readCustomers reads a customers' list. The error is a *sheet.Faulty where the file is
// to blame.
func readCustomers(file []byte, a *contract.Answers) (*customers, error) {
	table, err := sheet.Open(bytes.NewReader(file), int64(len(file)), customerShape())
	if err != nil {
		return nil, err
	}
	out := &customers{byID: map[string]Invitee{}}
	r := reading{sectors: a.Sectors, m: &ColumnMapping{Sector: "sector"}, out: &Answers{}}
	languages := []sheet.Choice{{Value: catalogue.Danish, Names: []string{"da", "dansk", "danish"}}, {Value: catalogue.English, Names: []string{"en", "engelsk", "english"}}}
	for row := range table.Rows() {
		to := Invitee{Recipient: row.Text("mail"), Language: row.Choice("language", languages)}
		if row.Has("sector") {
			to.Sector = r.sector(row)
		}
		if to.Language == "" {
			to.Language = catalogue.Danish
		}
		if address, err := mail.ParseAddress(to.Recipient); !row.Spoilt("mail") && (err != nil || address.Address != to.Recipient) {
			row.Wrong("mail", "survey.no_mail", fault.Params{"found": record.Shorten(to.Recipient, 60)})
		}
		if id := draw.Normal(row.Text("id")); !row.Faulty() {
			out.list = append(out.list, draw.Customer{ID: id, Stratum: to.Sector})
			out.byID[id] = to
		}
	}
	info, err := table.Close()
	out.sha256, out.sectors = info.SHA256, r.out.Sectors
	return out, err
}

// drawn draws the plan's sample, stratified by sector, and notes in the plan by what
// it can be drawn again: the list, the frame and a random value.
func (p *Plan) drawn(id string, c *customers) ([]Invitee, error) {
	if p.Size > int64(len(c.list)) {
		return nil, fault.Fields(fault.Field{Path: "body.size", Code: "survey.size_above", Params: fault.Params{"most": len(c.list)}})
	}
	var random [32]byte
	rand.Read(random[:]) //nolint:errcheck // never fails, by its documentation
	p.SHA256, p.Frame, p.Random = c.sha256, draw.Frame(c.list), hex.EncodeToString(random[:])
	return p.sample(id, c)
}

// sample is the draw itself, the same for the same plan and list.
func (p *Plan) sample(id string, c *customers) ([]Invitee, error) {
	seed := draw.Seed{Round: id, Frame: p.Frame, Random: p.Random}.String()
	drawn, err := draw.Sample(seed, c.list, p.Size, len(c.sectors) > 0)
	if err != nil {
		return nil, err
	}
	asked, all := map[string]int64{}, map[string]int64{}
	var list []Invitee
	for _, d := range drawn {
		asked[d.Stratum]++
		list = append(list, c.byID[d.ID])
	}
	for _, one := range c.list {
		all[one.Stratum]++
	}
	p.Sectors = []SurveySector{}
	names := slices.Clone(c.sectors)
	if len(names) == 0 {
		names = []string{""}
	}
	slices.SortFunc(names, strings.Compare)
	for _, name := range names {
		p.Sectors = append(p.Sectors, SurveySector{Name: name, Asked: asked[name], Population: all[name]})
	}
	return list, nil
}
