package sheet

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// wideDigits is how many digits a person number has: a number that is shown with
// leading noughts to that length may be one.
const wideDigits = 10

// look of the numbers of a workbook's styles, by the style's place.
type style struct{ date, wide bool }

// styles reads how numbers are shown.
func (w *workbook) styles() ([]style, error) {
	name := w.types["styles"]
	if w.parts[name] == nil {
		return nil, nil
	}
	var out []style
	formats, inCells := map[string]string{}, false
	err := w.walk(name, func(_ *part, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			formats[attr(e, "numFmtId")] = attr(e, "formatCode")
		case "cellXfs":
			inCells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if id := attr(e, "numFmtId"); inCells {
				code, own := formats[id]
				out = append(out, style{own && dateCode(code) || !own && dateBuiltIn(id), own && wideCode(code)})
			}
		}
		return nil
	})
	return out, err
}

// dateBuiltIn reports whether the format that programs know by its number alone is
// one of days.
func dateBuiltIn(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58)
}

// literals are the parts of a format that are shown as they stand.
var literals = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

// dateCode reports whether a format shows days: it has years, days or names of
// months in it, outside literal text.
func dateCode(code string) bool {
	positive, _, _ := strings.Cut(strings.ToLower(literals.ReplaceAllString(code, "")), ";")
	return positive != "general" && (strings.ContainsAny(positive, "yd") || strings.Contains(positive, "mmm"))
}

// wideCode reports whether a format shows ten digits or more.
func wideCode(code string) bool {
	positive, _, _ := strings.Cut(code, ";")
	return strings.Count(positive, "0") >= wideDigits
}
