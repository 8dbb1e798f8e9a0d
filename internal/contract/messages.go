package contract

import "strings"

// message says what is wrong and what would be right.
type message struct{ wrong, right string }

// english puts a problem's code into words for the file's author.
func english(code string, params map[string]string) (wrong, right string) {
	m := messages()[code]
	pairs := make([]string, 0, 2*len(params))
	for name, value := range params {
		pairs = append(pairs, "{"+name+"}", value)
	}
	fill := strings.NewReplacer(pairs...)
	return fill.Replace(m.wrong), fill.Replace(m.right)
}

// messages is every sentence of the checks, in one place.
func messages() map[string]message {
	return map[string]message{}
}
