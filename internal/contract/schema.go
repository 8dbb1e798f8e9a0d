package contract

import _ "embed" // the schema ships inside the program

//go:embed contract.schema.json
var schema []byte

// Schema returns the JSON Schema (2020-12) of contract files. Editors complete
// from it; the checks that need more than one field are Parse's.
func Schema() []byte { return append([]byte{}, schema...) }
