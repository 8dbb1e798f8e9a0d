package contract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
	"opfyldt/internal/yamlfile"
)

// text reads a text. A plain number or flag is no text: ids are quoted.
func (o *object) text(key string, need need) string {
	n := o.get(key, need)
	if n == nil {
		return ""
	}
	return o.asText(key, n)
}

func (o *object) asText(key string, n *yamlfile.Node) string {
	switch {
	case n.Kind != yamlfile.Scalar:
		o.wrong(key, n, "not-text", "found", describe(n))
	case n.Plain != yamlfile.Text:
		o.wrong(key, n, "quote", "text", n.Text)
	case strings.TrimSpace(n.Text) == "":
		o.wrong(key, n, "no-value")
	case strings.ContainsFunc(n.Text, unseen):
		o.wrong(key, n, "unseen", "found", fmt.Sprintf("U+%04X", []rune(n.Text[strings.IndexFunc(n.Text, unseen):])[0]))
	default:
		return strings.TrimSpace(n.Text)
	}
	return ""
}

// unseen holds for what a reader does not see and a text is changed by: control
// characters, and marks that turn the direction of writing.
func unseen(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
		return true
	}
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// texts reads a list of texts.
func (o *object) texts(key string, need need) []string {
	var out []string
	o.each(key, need, func(path string, n *yamlfile.Node) {
		item := &object{o.log, &yamlfile.Object{}} // the path is the item's own
		out = append(out, item.asText(path, n))
	})
	return out
}

var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+|/[1-9][0-9]*)?$`)

// number reads an exact number from its own text, never through a float.
func (o *object) number(key string, need need) (exact.Rat, bool) {
	n := o.get(key, need)
	if n == nil {
		return exact.Rat{}, false
	}
	return o.asNumber(key, n)
}

func (o *object) asNumber(key string, n *yamlfile.Node) (exact.Rat, bool) {
	if n.Kind == yamlfile.Scalar && plainNumber.MatchString(n.Text) {
		if r, err := exact.Parse(n.Text); err == nil {
			return r, true
		}
	}
	o.wrong(key, n, "not-number", "found", describe(n))
	return exact.Rat{}, false
}

// numbers reads a list of numbers.
func (o *object) numbers(key string, need need) []exact.Rat {
	var out []exact.Rat
	o.each(key, need, func(path string, n *yamlfile.Node) {
		item := &object{o.log, &yamlfile.Object{}} // the path is the item's own
		r, _ := item.asNumber(path, n)
		out = append(out, r)
	})
	return out
}

// maybe reads a number that may be missing.
func (o *object) maybe(key string) *exact.Rat {
	if r, ok := o.number(key, optional); ok {
		return &r
	}
	return nil
}

// sure reads a number that must be there.
func (o *object) sure(key string) exact.Rat {
	r, _ := o.number(key, required)
	return r
}

var wholeNumber = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})$`)

// whole reads a whole number of at most nine digits, not negative.
func (o *object) whole(key string, need need) int {
	n := o.get(key, need)
	if n == nil {
		return 0
	}
	if n.Kind != yamlfile.Scalar || n.Plain != yamlfile.Number || !wholeNumber.MatchString(n.Text) {
		o.wrong(key, n, "not-whole", "found", describe(n))
		return 0
	}
	v, _ := strconv.Atoi(n.Text)
	return v
}

// flag reads true or false; missing is false.
func (o *object) flag(key string) bool {
	n := o.get(key, optional)
	if n == nil {
		return false
	}
	if n.Plain != yamlfile.Flag || n.Text != "true" && n.Text != "false" {
		o.wrong(key, n, "not-flag", "found", describe(n))
	}
	return n.Text == "true"
}

// date reads a day.
func (o *object) date(key string, need need) calendar.Date {
	n := o.get(key, need)
	if n == nil {
		return calendar.Date{}
	}
	if n.Kind == yamlfile.Scalar {
		if d, err := calendar.ParseDate(n.Text); err == nil {
			return d
		}
	}
	o.wrong(key, n, "not-date", "found", describe(n))
	return calendar.Date{}
}

// word reads one of a list of words.
func word[T ~string](o *object, key string, need need, allowed ...T) T {
	n := o.get(key, need)
	if n == nil {
		return ""
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
		if n.Kind == yamlfile.Scalar && n.Text == names[i] {
			return a
		}
	}
	near := ""
	if n.Kind == yamlfile.Scalar {
		near = nearest(n.Text, names)
	}
	if near != "" {
		o.wrong(key, n, "misspelt-word", "found", n.Text, "near", near)
	} else {
		o.wrong(key, n, "unknown-word", "found", describe(n), "known", strings.Join(names, ", "))
	}
	return ""
}

// describe says what a node is, for messages.
func describe(n *yamlfile.Node) string {
	switch n.Kind {
	case yamlfile.Mapping:
		return "a mapping"
	case yamlfile.List:
		return "a list"
	case yamlfile.Nothing:
		return "nothing"
	}
	return strconv.Quote(yamlfile.Shorten(n.Text, 40))
}
