package record

// DocumentKind sorts what can be searched for.
type DocumentKind string

// The kinds of documents.
const (
	OfContract    DocumentKind = "contract"
	OfGoal        DocumentKind = "goal"
	OfRequirement DocumentKind = "requirement"
	OfStep        DocumentKind = "step"
	OfFact        DocumentKind = "fact"
	OfLink        DocumentKind = "link"
	OfPerson      DocumentKind = "person"
)

// Document is something that a fact brings about and that people search for.
type Document struct {
	Kind DocumentKind
	// Key names it within its kind; a later fact's document of the same key takes
	// its place.
	Key   string
	Goal  string // the goal that it belongs to; empty for the contract as a whole
	Title string // what it is called
	Text  string // what else it says
	URL   string // of a link
	// Version is the version of the contract that it holds in; 0 for one that holds
	// in all.
	Version int
}

// Said is the document of a fact: what it is about, and everything said in it.
func Said(id, goal, title string, texts ...string) Document {
	d := Document{Kind: OfFact, Key: id, Goal: goal, Title: title}
	for _, text := range texts {
		if text == "" {
			continue
		}
		if d.Text != "" {
			d.Text += "\n"
		}
		d.Text += text
	}
	return d
}

// Linked are the documents of a fact's evidence.
func Linked(id, goal string, links []Link) []Document {
	var list []Document
	for _, l := range links {
		list = append(list, Document{Kind: OfLink, Key: id + " " + l.URL, Goal: goal, Title: l.Title, Text: l.URL, URL: l.URL})
	}
	return list
}
