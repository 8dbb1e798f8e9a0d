package catalogue

import (
	"strconv"
	"strings"
)

// Match chooses the language for an Accept-Language header: the one of ours
// that the reader wishes most, Danish where the wish names neither or both
// alike.
func Match(acceptLanguage string) string {
	wish := wishes(acceptLanguage)
	if wish.of(English) > wish.of(Danish) {
		return English
	}
	return Danish
}

// wishList holds the quality of each primary language of a header; "*" stands
// for those not named.
type wishList map[string]float64

func (w wishList) of(lang string) float64 {
	if q, named := w[lang]; named {
		return q
	}
	return w["*"]
}

func wishes(header string) wishList {
	wish := wishList{}
	for part := range strings.SplitSeq(header, ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		primary, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		if primary == "" {
			continue
		}
		wish[primary] = max(wish[primary], quality(params))
	}
	return wish
}

// quality reads ";q=0.8"; what is not understood wishes nothing.
func quality(params string) float64 {
	value, found := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
	if !found {
		return 1
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return 0
	}
	return q
}
