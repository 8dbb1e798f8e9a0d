package web

import (
	"net/http"
	"reflect"
	"regexp"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
)

var problemReflectType = reflect.TypeFor[Problem]()

// translate turns what huma itself has to say of a request into the same
// document that slices' faults become. It is a transformer: huma calls it
// before it writes an answer.
func (p *problems) translate(ctx huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if _, told := v.(*Problem); ok || told {
		ctx.SetHeader("Content-Language", Language(ctx.Context()))
	}
	if !ok {
		return v, nil
	}
	goCtx := ctx.Context()
	f := &fault.Error{Kind: fault.Invalid, Code: "invalid"}
	switch m.Status {
	case http.StatusRequestEntityTooLarge:
		f = fault.New(fault.TooLarge, "web.body_too_large", nil)
	case http.StatusInternalServerError: // the client went away while it was sending
		f = fault.New(fault.Invalid, "web.body_unread", nil)
	default:
		f.Fields = fields(m)
	}
	out := p.render(goCtx, f)
	out.Status = status(m.Status, f)
	requestFrom(goCtx).status = out.Status
	return out, nil
}

// status tells what cannot be read at all from what is read and wrong.
func status(given int, f *fault.Error) int {
	if f.Code == "web.body_unread" {
		return http.StatusBadRequest
	}
	for _, field := range f.Fields {
		switch field.Code {
		case "validation.json", "validation.body_required":
			return http.StatusBadRequest
		case "validation.content_type":
			return http.StatusUnsupportedMediaType
		}
	}
	return given
}

// asTold sends the problem's status where huma would send its own.
type asTold struct{ inner }

// inner is huma's context under a name that is not that of one of its methods.
type inner = huma.Context

// Unwrap leads to the engine's context.
func (c asTold) Unwrap() huma.Context { return c.inner }

// SetStatus prefers the problem's status.
func (c asTold) SetStatus(code int) {
	if told := requestFrom(c.inner.Context()).status; told != 0 {
		code = told
	}
	c.inner.SetStatus(code)
}

// fields lists the places, each with its words. The values themselves are not
// echoed: they may hold what must not be shown.
func fields(m *huma.ErrorModel) []fault.Field {
	if len(m.Errors) == 0 {
		return []fault.Field{{Path: "body", Code: "validation.body_required"}}
	}
	fields := make([]fault.Field, 0, len(m.Errors))
	for _, e := range m.Errors {
		fields = append(fields, describe(e))
	}
	return fields
}

// describe finds the catalogue's key for one of huma's messages.
func describe(e *huma.ErrorDetail) fault.Field {
	if catalogue.Has(catalogue.Danish, e.Message) { // a resolver of ours named the key itself
		params, _ := e.Value.(fault.Params)
		return fault.Field{Path: e.Location, Code: e.Message, Params: params}
	}
	if strings.HasPrefix(e.Message, huma.ErrUnknownContentType.Error()) {
		return fault.Field{Path: "header.Content-Type", Code: "validation.content_type"}
	}
	for _, t := range templates {
		if found := t.pattern.FindStringSubmatch(e.Message); found != nil {
			return fault.Field{Path: e.Location, Code: t.code, Params: params(found[1:])}
		}
	}
	if e.Location == "body" { // the decoder's words, which may repeat what was sent
		return fault.Field{Path: "body", Code: "validation.json"}
	}
	return fault.Field{Path: e.Location, Code: "validation.other"}
}

// params hands what the message had in its holes on as {a} and {b}.
func params(found []string) fault.Params {
	names := []string{"a", "b"}
	out := fault.Params{}
	for i, value := range found {
		if i < len(names) {
			out[names[i]] = strings.Trim(value, `"`)
		}
	}
	return out
}

// template is one of huma's messages with the key of ours.
type template struct {
	pattern *regexp.Regexp
	code    string
}

// templates is read only; the first that fits counts.
var templates = []template{
	fits(validation.MsgUnexpectedProperty, "validation.unexpected"),
	fits("unknown query parameter", "validation.unexpected"),
	fits(validation.MsgExpectedRequiredProperty, "validation.required"),
	fits("required %s parameter is missing", "validation.required_parameter"),
	fits(validation.MsgExpectedDependentRequiredProperty, "validation.required_with"),
	fits(validation.MsgExpectedRFC3339DateTime, "validation.date_time"),
	fits(validation.MsgExpectedRFC3339Date, "validation.date"),
	fits(validation.MsgExpectedRFC3986URI, "validation.uri"),
	fits(validation.MsgExpectedRFC4122UUID, "validation.uuid"),
	fits(validation.MsgExpectedBoolean, "validation.boolean"),
	fits(validation.MsgExpectedNumber, "validation.number"),
	fits(validation.MsgExpectedInteger, "validation.integer"),
	fits(validation.MsgExpectedString, "validation.string"),
	fits(validation.MsgExpectedArray, "validation.array"),
	fits(validation.MsgExpectedObject, "validation.object"),
	fits(validation.MsgExpectedOneOf, "validation.one_of"),
	fits(validation.MsgExpectedMinimumNumber, "validation.minimum"),
	fits(validation.MsgExpectedExclusiveMinimumNumber, "validation.above"),
	fits(validation.MsgExpectedMaximumNumber, "validation.maximum"),
	fits(validation.MsgExpectedExclusiveMaximumNumber, "validation.below"),
	fits(validation.MsgExpectedMinLength, "validation.min_length"),
	fits(validation.MsgExpectedMaxLength, "validation.max_length"),
	fits(validation.MsgExpectedMatchPattern, "validation.pattern"),
	fits(validation.MsgExpectedBePattern, "validation.pattern"),
	fits(validation.MsgExpectedMinItems, "validation.min_items"),
	fits(validation.MsgExpectedMaxItems, "validation.max_items"),
	fits("invalid integer", "validation.integer"),
	fits("invalid float", "validation.number"),
	fits("invalid boolean", "validation.boolean"),
}

// fits makes a pattern of a message with %s, %v and %d as holes.
func fits(message, code string) template {
	pattern := regexp.QuoteMeta(message)
	for _, hole := range []string{"%s", "%v", "%d"} {
		pattern = strings.ReplaceAll(pattern, hole, "(.*)")
	}
	return template{regexp.MustCompile("^" + pattern + "$"), code}
}
