package survey

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"opfyldt/internal/contract"
)

// AnswerScale says which answers there are and what they mean.
type AnswerScale struct {
	Values         []string `json:"values" nullable:"false" doc:"The worst first."`
	Satisfied      []string `json:"satisfied" nullable:"false" doc:"Those of them that count as satisfied."`
	DontKnow       []string `json:"dontKnow" nullable:"false" doc:"Answers without an opinion."`
	DontKnowCounts bool     `json:"dontKnowCounts" doc:"Whoever does not know counts among those who answered."`
}

// ScaleOf is the contract's scale or, where it has none, the values given.
func ScaleOf(a *contract.Answers, values []string) AnswerScale {
	s := AnswerScale{
		Values: slices.Clone(a.Scale), Satisfied: slices.Clone(a.Satisfied), DontKnow: append([]string{}, a.DontKnow...),
		DontKnowCounts: a.DontKnowCounts,
	}
	if len(s.Values) == 0 {
		s.Values = append([]string{}, values...)
	}
	return s
}

// folded is a word as words are compared: without case and doubled blanks.
func folded(word string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(word)), " "))
}

// find is the one of the words that is meant.
func find(words []string, meant string) (string, bool) {
	i := slices.IndexFunc(words, func(w string) bool { return folded(w) == folded(meant) })
	if i < 0 {
		return "", false
	}
	return words[i], true
}

// Read finds the answer that a word stands for.
func (s AnswerScale) Read(word string) (string, bool) {
	if value, ok := find(s.Values, word); ok {
		return value, true
	}
	return find(s.DontKnow, word)
}

// satisfied reports whether the answer counts as satisfied.
func (s AnswerScale) satisfied(value string) bool {
	_, ok := find(s.Satisfied, value)
	return ok
}

// problem is the catalogue code of what no scale may be, "" for a sound one.
func (s AnswerScale) problem() string {
	seen := map[string]bool{}
	for _, v := range append(slices.Clone(s.Values), s.DontKnow...) {
		if seen[folded(v)] || folded(v) == "" {
			return "survey.scale_twice"
		}
		seen[folded(v)] = true
	}
	if len(s.Values) < 2 {
		return "survey.scale_short"
	}
	for _, v := range s.Satisfied {
		if _, ok := find(s.Values, v); !ok {
			return "survey.scale_without_satisfied"
		}
	}
	return ""
}
