package comparison

import (
	"opfyldt/internal/contract"
)

// Text is a text of a contract by its place: a code for what it is, and the id
// and the name of what it belongs to.
type Text struct {
	Field   string // "title", "text", "says"
	Subject string // "goal:2", "step:plan.done", "contract"
	Name    string // of the subject, for the reader
	Text    string
}

// TextPair is a text that differs, told apart word by word.
type TextPair struct {
	Field, Subject, Name string
	Parts                []Part
}

// Texts lists the contract's texts in the paper's order, empty ones left out.
func Texts(c *contract.Contract) []Text {
	w := &walk{}
	w.add("title", "contract", c.Title, c.Title)
	w.add("text", "contract", c.Title, c.Text)
	w.add("agency", "contract", c.Title, c.Agency.Name)
	w.add("department", "contract", c.Title, c.Department.Name)
	w.blocks(c.Blocks)
	for _, o := range c.Obligations {
		w.add("obligation", "obligation:"+o.ID, o.ID, o.Text)
	}
	for _, r := range c.Readings {
		w.add("says", "reading:"+r.ID, r.ID, r.Says)
		w.add("taken", "reading:"+r.ID, r.ID, r.Taken)
		w.add("why", "reading:"+r.ID, r.ID, r.Why)
	}
	return w.texts
}

type walk struct{ texts []Text }

func (w *walk) add(field, subject, name, text string) {
	if text != "" {
		w.texts = append(w.texts, Text{field, subject, name, text})
	}
}

func (w *walk) blocks(blocks []contract.Block) {
	for i := range blocks {
		b := &blocks[i]
		w.add("title", "block:"+b.ID, b.Title, b.Title)
		w.add("text", "block:"+b.ID, b.Title, b.Text)
		for j := range b.Goals {
			w.goal(&b.Goals[j])
		}
		w.blocks(b.Blocks)
	}
}

func (w *walk) goal(g *contract.Goal) {
	name := g.Number + " " + g.Title
	w.add("title", "goal:"+g.ID, name, g.Title)
	w.add("text", "goal:"+g.ID, name, g.Text)
	for i := range g.Requirements {
		r := &g.Requirements[i]
		title := r.Title
		if title == "" {
			title = name
		}
		w.add("title", "requirement:"+r.ID, title, r.Title)
		w.add("text", "requirement:"+r.ID, title, r.Text)
		for j := range r.Items {
			w.item(&r.Items[j])
		}
	}
}

func (w *walk) item(item *contract.Item) {
	w.add("title", "item:"+item.ID, item.Title, item.Title)
	w.add("text", "item:"+item.ID, item.Title, item.Text)
	for i := range item.Steps {
		s := &item.Steps[i]
		w.add("title", "step:"+s.ID, item.Title+": "+s.Title, s.Title)
	}
}

// texts pairs the texts that differ; one that only one side has is told against
// nothing.
func texts(left, right []Text) []TextPair {
	place := func(t Text) string { return t.Subject + "\x00" + t.Field }
	before, after := map[string]string{}, map[string]string{}
	for _, t := range left {
		before[place(t)] = t.Text
	}
	for _, t := range right {
		after[place(t)] = t.Text
	}
	list := []TextPair{}
	for _, t := range union(left, right, place) {
		if l, r := before[place(t)], after[place(t)]; l != r {
			list = append(list, TextPair{t.Field, t.Subject, t.Name, Words(l, r)})
		}
	}
	return list
}
