package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"opfyldt/internal/fault"
	"opfyldt/internal/spelling"
)

// mostWrong is how many keystrokes a field's name may be off.
const mostWrong = 4

// Decode reads a body into the struct that into points to and names everything
// that is wrong with it at once: fields nobody knows (with the nearest one that
// exists) and values of the wrong sort. Paths begin with "body.". Names are
// exact: "Status" is not "status".
func Decode(raw json.RawMessage, into any) []fault.Field {
	if len(bytes.TrimSpace(raw)) == 0 {
		raw = json.RawMessage("{}")
	}
	return decodeInto(raw, reflect.ValueOf(into).Elem(), "body")
}

func decodeInto(raw json.RawMessage, v reflect.Value, path string) []fault.Field {
	switch {
	case string(bytes.TrimSpace(raw)) == "null":
		return nil // the same as left out
	case v.Kind() == reflect.Pointer && string(raw) == `""`:
		return nil // a form's empty field
	case v.Kind() == reflect.Struct && !readsItself(v):
		return decodeObject(raw, v, path)
	case v.Kind() == reflect.Slice && v.Type() != reflect.TypeFor[json.RawMessage]():
		return decodeList(raw, v, path)
	}
	if json.Unmarshal(raw, v.Addr().Interface()) != nil {
		return []fault.Field{{Path: path, Code: wanted(v.Type())}}
	}
	return nil
}

func decodeObject(raw json.RawMessage, v reflect.Value, path string) []fault.Field {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		return []fault.Field{{Path: path, Code: "field.object"}}
	}
	var wrong []fault.Field
	known := names(v.Type())
	for i, name := range known {
		if value, ok := members[name]; ok && name != "" {
			wrong = append(wrong, decodeInto(value, v.Field(i), path+"."+name)...)
			delete(members, name)
		}
	}
	return append(wrong, unknown(members, known, path)...)
}

func decodeList(raw json.RawMessage, v reflect.Value, path string) []fault.Field {
	var elements []json.RawMessage
	if json.Unmarshal(raw, &elements) != nil {
		return []fault.Field{{Path: path, Code: "field.list"}}
	}
	var wrong []fault.Field
	list := reflect.MakeSlice(v.Type(), len(elements), len(elements))
	for i, element := range elements {
		wrong = append(wrong, decodeInto(element, list.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
	}
	v.Set(list)
	return wrong
}

// readsItself reports whether the value's type has a reading of its own, as a
// date and an exact number do.
func readsItself(v reflect.Value) bool {
	_, ok := v.Addr().Interface().(interface{ UnmarshalText([]byte) error })
	return ok
}

// wanted is the catalogue code that says what the type should have been.
func wanted(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int64:
		return "field.whole"
	case reflect.Bool:
		return "field.yesno"
	case reflect.Struct:
		if strings.HasSuffix(t.String(), "Date") {
			return "field.date"
		}
		return "field.number"
	}
	return "field.text"
}

// names lists the struct's fields as JSON calls them, one for each field.
func names(t reflect.Type) []string {
	list := make([]string, t.NumField())
	for i := range list {
		list[i], _, _ = strings.Cut(t.Field(i).Tag.Get("json"), ",")
	}
	return list
}

func unknown(members map[string]json.RawMessage, known []string, path string) []fault.Field {
	var wrong []fault.Field
	for name := range members {
		short := Shorten(name, 40)
		f := fault.Field{Path: path + "." + short, Code: "field.unknown", Params: fault.Params{"name": short}}
		if near := spelling.Nearest(name, known, mostWrong); near != "" {
			f.Code, f.Params["nearest"] = "field.unknown_near", near
		}
		wrong = append(wrong, f)
	}
	sort.Slice(wrong, func(i, j int) bool { return wrong[i].Path < wrong[j].Path })
	return wrong
}
