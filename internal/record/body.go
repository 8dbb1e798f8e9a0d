package record

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// Raw is a request's body as it came. The API's description shows it as a T;
// the kind's own rule reads it, so that a client hears of every mistake at once
// and in the words of the form.
type Raw[T any] struct{ JSON []byte }

// UnmarshalJSON keeps the bytes.
func (r *Raw[T]) UnmarshalJSON(b []byte) error {
	r.JSON = append(r.JSON[:0], b...)
	return nil
}

// Schema describes the body as a T.
func (Raw[T]) Schema(registry huma.Registry) *huma.Schema {
	return registry.Schema(reflect.TypeFor[T](), true, "")
}
