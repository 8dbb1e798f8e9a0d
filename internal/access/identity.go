package access

import (
	"maps"
	"slices"
	"strings"

	"opfyldt/internal/intake"
)

// Identity is what the provider says of somebody, put into our words.
type Identity struct {
	Subject   string   `json:"subject"`
	Name      string   `json:"name"`
	Roles     []Role   `json:"roles,omitempty"`
	Goals     []string `json:"goals,omitempty"`
	Contracts []string `json:"contracts,omitempty"`
}

// Claims says which claims of the provider hold what. A name is a claim's own
// or, with dots, a way into objects: "realm_access.roles".
type Claims struct {
	Roles, Goals, Contracts, Name string
	RoleMap                       map[string]string // the provider's value → our role
	Admins                        []string          // subjects that are admin whatever the claims say
}

// Identity reads the claims. Values that name no role of ours are left out:
// providers list many that are none of our business.
func (c Claims) Identity(claims map[string]any) Identity {
	subject, _ := claims["sub"].(string)
	id := Identity{
		Subject:   subject,
		Name:      short(firstOf(claims, c.Name, "name", "preferred_username", "email", "sub")),
		Goals:     words(at(claims, c.Goals)),
		Contracts: words(at(claims, c.Contracts)),
	}
	for _, role := range Roles() {
		if slices.Contains(c.mapped(at(claims, c.Roles)), string(role)) ||
			role == Admin && slices.Contains(c.Admins, subject) {
			id.Roles = append(id.Roles, role)
		}
	}
	return id
}

// refused returns the code of what may not be kept in any text that the provider
// says, empty where all may be.
func (id Identity) refused() string {
	texts := append([]string{id.Subject, id.Name}, id.Goals...)
	for _, text := range append(texts, id.Contracts...) {
		if code := intake.Refused(text); code != "" {
			return code
		}
	}
	return ""
}

// Missing reports whether a claim that is asked for is not among these, so that
// the userinfo address may have it.
func (c Claims) Missing(claims map[string]any) bool {
	for _, path := range []string{c.Roles, c.Goals, c.Contracts, c.Name} {
		if path != "" && at(claims, path) == nil {
			return true
		}
	}
	return false
}

// mapped returns the role names that a claim's value stands for.
func (c Claims) mapped(value any) []string {
	given := words(value)
	if whole, ok := value.(string); ok {
		given = append(given, whole) // a directory's name may have spaces in it
	}
	for i, name := range given {
		if role, ok := c.RoleMap[name]; ok {
			given[i] = role
		}
	}
	return given
}

// at follows a path into claims. A claim whose own name has dots in it, as web
// addresses do, is found first.
func at(claims map[string]any, path string) any {
	if path == "" {
		return nil
	}
	if value, ok := claims[path]; ok {
		return value
	}
	first, rest, _ := strings.Cut(path, ".")
	inner, _ := claims[first].(map[string]any)
	return at(inner, rest)
}

// words reads a list: of texts, or one text with spaces or commas between, or
// an object with a key for each.
func words(value any) []string {
	switch v := value.(type) {
	case string:
		return strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == ',' })
	case []any:
		var list []string
		for _, entry := range v {
			if text, ok := entry.(string); ok && text != "" {
				list = append(list, text)
			}
		}
		return list
	case map[string]any:
		return slices.Sorted(maps.Keys(v))
	}
	return nil
}

// longestName is how much of a name is shown, in characters.
const longestName = 200

func short(name string) string {
	if letters := []rune(name); len(letters) > longestName {
		return string(letters[:longestName-1]) + "…"
	}
	return name
}

func firstOf(claims map[string]any, paths ...string) string {
	for _, path := range paths {
		if text, ok := at(claims, path).(string); ok && strings.TrimSpace(text) != "" {
			return strings.TrimSpace(text)
		}
	}
	return ""
}
