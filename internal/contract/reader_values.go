package contract

import (
	"regexp"
	"strconv"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/exact"
)

// text reads a text. A plain number or flag is no text: ids are quoted.
func (o *object) text(key string, need need) string {
	n := o.get(key, need)
	if n == nil {
		return ""
	}
	return o.asText(key, n)
}

func (o *object) asText(key string, n *node) string {
	switch {
	case n.kind != scalar:
		o.wrong(key, n, "not-text", "found", describe(n))
	case n.plain != aText:
		o.wrong(key, n, "quote", "text", n.text)
	case strings.TrimSpace(n.text) == "":
		o.wrong(key, n, "no-value")
	default:
		return strings.TrimSpace(n.text)
	}
	return ""
}

// texts reads a list of texts.
func (o *object) texts(key string, need need) []string {
	var out []string
	o.each(key, need, func(path string, n *node) {
		item := &object{log: o.log} // the path is the item's own
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

func (o *object) asNumber(key string, n *node) (exact.Rat, bool) {
	if n.kind == scalar && plainNumber.MatchString(n.text) {
		if r, err := exact.Parse(n.text); err == nil {
			return r, true
		}
	}
	o.wrong(key, n, "not-number", "found", describe(n))
	return exact.Rat{}, false
}

// numbers reads a list of numbers.
func (o *object) numbers(key string, need need) []exact.Rat {
	var out []exact.Rat
	o.each(key, need, func(path string, n *node) {
		item := &object{log: o.log} // the path is the item's own
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
	if n.kind != scalar || n.plain != aNumber || !wholeNumber.MatchString(n.text) {
		o.wrong(key, n, "not-whole", "found", describe(n))
		return 0
	}
	v, _ := strconv.Atoi(n.text)
	return v
}

// flag reads true or false; missing is false.
func (o *object) flag(key string) bool {
	n := o.get(key, optional)
	if n == nil {
		return false
	}
	if n.plain != aFlag || n.text != "true" && n.text != "false" {
		o.wrong(key, n, "not-flag", "found", describe(n))
	}
	return n.text == "true"
}

// date reads a day.
func (o *object) date(key string, need need) calendar.Date {
	n := o.get(key, need)
	if n == nil {
		return calendar.Date{}
	}
	if n.kind == scalar {
		if d, err := calendar.ParseDate(n.text); err == nil {
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
		if n.kind == scalar && n.text == names[i] {
			return a
		}
	}
	near := ""
	if n.kind == scalar {
		near = nearest(n.text, names)
	}
	if near != "" {
		o.wrong(key, n, "misspelt-word", "found", n.text, "near", near)
	} else {
		o.wrong(key, n, "unknown-word", "found", describe(n), "known", strings.Join(names, ", "))
	}
	return ""
}

// describe says what a node is, for messages.
func describe(n *node) string {
	switch n.kind {
	case mapping:
		return "a mapping"
	case list:
		return "a list"
	case nothing:
		return "nothing"
	}
	return strconv.Quote(shorten(n.text))
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
