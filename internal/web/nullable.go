package web

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// tidy makes the schemas say what the answers are: a list is never null, a
// pointer to a struct may be, and errors are problems of ours, not huma's.
func tidy(registry huma.Registry) {
	delete(registry.Map(), "ErrorModel")
	delete(registry.Map(), "ErrorDetail")
	for name, schema := range registry.Map() {
		listsAreNeverNull(schema)
		if t := registry.TypeFromRef("#/components/schemas/" + name); t != nil {
			pointersMayBeNull(schema, t)
		}
	}
}

// listsAreNeverNull takes back what is assumed of Go's nil slices: an empty
// list is written [].
func listsAreNeverNull(s *huma.Schema) {
	if s == nil {
		return
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
	}
	listsAreNeverNull(s.Items)
	for _, p := range s.Properties {
		listsAreNeverNull(p)
	}
	if inner, ok := s.AdditionalProperties.(*huma.Schema); ok {
		listsAreNeverNull(inner)
	}
}

// pointersMayBeNull adds null to the properties that are pointers to structs
// and always written.
func pointersMayBeNull(s *huma.Schema, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			pointersMayBeNull(s, f.Type)
			continue
		}
		p := s.Properties[name]
		if p == nil || p.Ref == "" || f.Type.Kind() != reflect.Pointer || strings.Contains(options, "omit") {
			continue
		}
		s.Properties[name] = &huma.Schema{
			AnyOf:       []*huma.Schema{{Ref: p.Ref}, {Type: "null"}},
			Description: p.Description,
		}
	}
}
