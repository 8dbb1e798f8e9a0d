package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/personnumber"
	"opfyldt/internal/record"
)

// Source is what a slice gives the index: of a fact the documents that it holds.
// It is asked for every fact, and answers none for those of other slices.
type Source func(c *contract.Contract, f ledger.Fact) []record.Document

// The bounds of a search.
const (
	mostWords = 8
	mostText  = 200 // characters
)

// words takes a query apart into what is looked for, or says what is wrong with
// it. A person number is refused, and not repeated.
func words(query string) ([]string, error) {
	if _, _, found := personnumber.Find(query); found {
		return nil, fault.Fields(fault.Field{Path: "query.q", Code: "person-number"})
	}
	if utf8.RuneCountInString(query) > mostText {
		return nil, fault.Fields(fault.Field{Path: "query.q", Code: "field.too_long", Params: fault.Params{"most": mostText}})
	}
	list := strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return list[:min(len(list), mostWords)], nil
}

// The two ways in which people write Danish letters that they do not have: two
// letters for one, and the letter without its mark.
var (
	twoLetters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa")
	plainOnes  = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "é", "e", "ä", "a", "ö", "o", "ü", "u")
)

// spellings returns a word as it is and in the ways that differ from it.
func spellings(word string) []string {
	list := []string{word}
	for _, other := range []string{twoLetters.Replace(word), plainOnes.Replace(word)} {
		if other != word && other != list[len(list)-1] {
			list = append(list, other)
		}
	}
	return list
}

// folded is a text with the other spellings of its words behind it, for the
// index.
func folded(text string) string {
	var b strings.Builder
	b.WriteString(text)
	for _, word := range strings.Fields(strings.ToLower(text)) {
		for _, other := range spellings(word)[1:] {
			b.WriteString(" " + other)
		}
	}
	return b.String()
}

// queries are what is looked for, a line for each word: any spelling of it, as a
// beginning, or whole where it is one letter. A word that was typed as two letters is found where it is written
// with one, since the index holds both.
func queries(list []string) []string {
	lines := make([]string, len(list))
	for i, word := range list {
		var either []string
		for _, w := range spellings(word) {
			if utf8.RuneCountInString(word) > 1 {
				w += ":*" // a letter alone begins too many words
			}
			either = append(either, w)
		}
		lines[i] = strings.Join(either, " | ")
	}
	return lines
}

// Hit is a document that was found.
type Hit struct {
	Kind     record.DocumentKind `json:"kind" enum:"contract,goal,requirement,step,fact,link,person"`
	Contract string              `json:"contract"`
	Agency   string              `json:"agency"`
	Year     int                 `json:"year" doc:"In which the contract's period begins."`
	Goal     string              `json:"goal" doc:"Id of the goal it belongs to; empty for the contract as a whole."`
	Key      string              `json:"key" doc:"Names it within its kind: a goal's, a step's or a fact's id; a person's subject."`
	Fact     string              `json:"fact" doc:"The fact that it comes from."`
	FactKind string              `json:"factKind"`
	Title    []Piece             `json:"title" nullable:"false"`
	Text     []Piece             `json:"text" nullable:"false" doc:"Where in its text the words stand; empty where they stand in the title alone."`
	URL      string              `json:"url" doc:"Of a link."`
	Day      calendar.Date       `json:"day" doc:"The day that its fact speaks of."`
}

// Piece is a piece of a text, marked where it is what was looked for.
type Piece struct {
	Text string `json:"text"`
	Mark bool   `json:"mark"`
}

// stem is a word that is looked for, as typed and cut down to what its forms
// share.
type stem struct{ typed, cut string }

// finds reports whether the word of a text is one that the stem looks for: in
// any spelling it begins with what was typed or with what is left of it.
func (s stem) finds(word string) bool {
	if utf8.RuneCountInString(s.typed) == 1 {
		return strings.ToLower(word) == s.typed
	}
	for _, w := range spellings(strings.ToLower(word)) {
		for _, looked := range append(spellings(s.typed), spellings(s.cut)...) {
			if looked != "" && strings.HasPrefix(w, looked) {
				return true
			}
		}
	}
	return false
}

// mark takes a text apart at the words that are looked for.
func mark(text string, stems []stem) (pieces []Piece, found bool) {
	pieces = []Piece{}
	add := func(part string, marked bool) {
		if last := len(pieces) - 1; last >= 0 && pieces[last].Mark == marked {
			pieces[last].Text += part
		} else if part != "" {
			pieces = append(pieces, Piece{part, marked})
		}
		found = found || marked
	}
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return !inWord(r) })
		if end == 0 {
			_, size := utf8.DecodeRuneInString(text)
			add(text[:size], false)
			text = text[size:]
			continue
		}
		if end < 0 {
			end = len(text)
		}
		add(text[:end], finds(stems, text[:end]))
		text = text[end:]
	}
	return pieces, found
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func finds(stems []stem, word string) bool {
	for _, s := range stems {
		if s.finds(word) {
			return true
		}
	}
	return false
}

// around is how many characters of a text are shown before and behind the first
// word found.
const around = 90

// excerpt marks a text and cuts it down to the neighbourhood of the first word
// found; where none is, there is no excerpt.
func excerpt(text string, stems []stem) []Piece {
	all, found := mark(text, stems)
	if !found {
		return []Piece{}
	}
	first := 0
	for !all[first].Mark {
		first++
	}
	before, room := "", around*2
	if first > 0 {
		before = all[first-1].Text
		if n := utf8.RuneCountInString(before); n > around {
			before = "…" + string([]rune(before)[n-around:])
		}
	}
	var pieces []Piece
	if before != "" {
		pieces = append(pieces, Piece{before, false})
	}
	for _, p := range all[first:] {
		if n := utf8.RuneCountInString(p.Text); n > room {
			pieces = append(pieces, Piece{string([]rune(p.Text)[:room]) + "…", p.Mark})
			break
		}
		room -= utf8.RuneCountInString(p.Text)
		pieces = append(pieces, p)
	}
	return pieces
}
