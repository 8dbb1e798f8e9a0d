package record

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
)

// How long texts may be, in characters, and how many links a fact may carry.
const (
	LongText  = 4000 // notes, reasons
	ShortText = 200  // titles, names
	maxURL    = 2000
	maxLinks  = 20
)

// Link is evidence: a file that was added to the contract, or an address where
// something lies.
type Link struct {
	Title string `json:"title"`
	URL   string `json:"url,omitempty" doc:"An address; empty for a file."`
	File  string `json:"file,omitempty" doc:"The id of the fact that brought the file in; empty for an address."`
}

// Checks gathers what is wrong with a body, so that all of it is told at once.
type Checks struct{ Wrong []fault.Field }

// Add names a mistake at a field of the body.
func (c *Checks) Add(field, code string, params fault.Params) {
	c.Wrong = append(c.Wrong, fault.Field{Path: "body." + field, Code: code, Params: params})
}

// need names a field that is missing, unless something is wrong with it already.
func (c *Checks) need(field string) {
	for _, f := range c.Wrong {
		if f.Path == "body."+field {
			return
		}
	}
	c.Add(field, "field.needed", nil)
}

// Err returns the fault with everything gathered, nil where nothing was.
func (c *Checks) Err() error { return fault.Fields(c.Wrong...) }

// Text trims the text and checks its length and characters.
func (c *Checks) Text(field string, text *string, most int) {
	*text = strings.TrimSpace(*text)
	switch {
	case utf8.RuneCountInString(*text) > most:
		c.Add(field, "field.too_long", fault.Params{"most": most})
	case strings.ContainsFunc(*text, unprintable):
		c.Add(field, "field.characters", nil)
	}
}

// Needed is Text for a text that may not be left out.
func (c *Checks) Needed(field string, text *string, most int, code string) {
	c.Text(field, text, most)
	if *text == "" {
		c.Add(field, code, nil)
	}
}

// Day holds that a fact speaks of no day to come, nor of one before earliest.
func (c *Checks) Day(day, earliest, today calendar.Date) {
	switch {
	case day.IsZero():
		c.Add("day", "field.needed", nil)
	case day.After(today):
		c.Add("day", "field.future", fault.Params{"today": today})
	case day.Before(earliest):
		c.Add("day", "field.too_early", fault.Params{"earliest": earliest})
	}
}

// Links checks evidence: few enough, titled, and addresses that a browser can
// open safely. A link without a title is called by its host.
func (c *Checks) Links(links *[]Link) {
	if *links == nil {
		*links = []Link{}
	}
	if len(*links) > maxLinks {
		c.Add("evidence", "field.too_many", fault.Params{"most": maxLinks})
		return
	}
	for i := range *links {
		c.link("evidence["+strconv.Itoa(i)+"]", &(*links)[i])
	}
}

func (c *Checks) link(field string, l *Link) {
	c.Text(field+".title", &l.Title, ShortText)
	l.URL = strings.TrimSpace(l.URL)
	if l.File != "" {
		c.file(field, l)
		return
	}
	u, err := url.Parse(l.URL)
	safe := err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
	switch {
	case len(l.URL) > maxURL:
		c.Add(field+".url", "field.too_long", fault.Params{"most": maxURL})
	case !safe || strings.ContainsFunc(l.URL, unprintable):
		c.Add(field+".url", "field.url", nil)
	case l.Title == "":
		l.Title = u.Hostname()
	}
}

func (c *Checks) file(field string, l *Link) {
	if l.URL != "" {
		c.Add(field+".url", "evidence.either", nil)
	}
	if l.Title == "" {
		c.Add(field+".title", "field.needed", nil)
	}
}

// unprintable reports characters that have no place in a text that people read:
// controls but for line breaks and tabs, turned writing direction, no character
// at all.
func unprintable(r rune) bool {
	if r == '\n' || r == '\r' || r == '\t' {
		return false
	}
	turns := r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	return unicode.IsControl(r) || turns || r == utf8.RuneError
}

// Shorten cuts a text to so many characters, for messages.
func Shorten(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}
