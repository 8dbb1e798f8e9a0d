package catalogue

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// The languages that have a catalogue. Danish is what a reader gets who asks
// for neither.
const (
	Danish  = "da"
	English = "en"
)

//go:embed da.json en.json
var files embed.FS

// texts reads the embedded catalogues once. They are part of the program, and
// a test holds that they parse: a failure here can only be a broken build.
var texts = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, lang := range Languages() {
		raw, err := files.ReadFile(lang + ".json")
		if err != nil {
			panic(fmt.Sprintf("read catalogue %s: %v", lang, err))
		}
		texts := map[string]string{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			panic(fmt.Sprintf("parse catalogue %s: %v", lang, err))
		}
		all[lang] = texts
	}
	return all
})

// Languages lists the languages, the default first.
func Languages() []string { return []string{Danish, English} }

// known returns lang where it has a catalogue and Danish otherwise.
func known(lang string) string {
	if lang == English {
		return English
	}
	return Danish
}

// Has reports whether the language has a text for the key.
func Has(lang, key string) bool {
	_, ok := texts()[known(lang)][key]
	return ok
}

// Text returns the text for the key with its placeholders filled: {name} is the
// value of that parameter as Value writes it, {name|one|many} the word that
// fits the number. A key without a text yields the key, and a placeholder
// without a parameter stays as it is, so that either shows.
func Text(lang, key string, params map[string]any) string {
	lang = known(lang)
	text, ok := texts()[lang][key]
	if !ok {
		return key
	}
	return fill(lang, text, params)
}

func fill(lang, text string, params map[string]any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		inside, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("{" + rest)
			return b.String()
		}
		value := placeholder(lang, inside, params)
		b.WriteString(value)
		if strings.HasSuffix(value, ".") {
			after = strings.TrimPrefix(after, ".") // "pct." ends the sentence by itself
		}
		text = after
	}
}

func placeholder(lang, inside string, params map[string]any) string {
	name, words, isChoice := strings.Cut(inside, "|")
	value, ok := params[name]
	if !ok {
		return "{" + inside + "}"
	}
	if !isChoice {
		return Value(lang, value)
	}
	one, many, _ := strings.Cut(words, "|")
	if isOne(value) {
		return one
	}
	return many
}
