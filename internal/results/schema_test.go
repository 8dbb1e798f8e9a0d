package results

import (
	"bytes"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("results.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("results.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func asInstance(t *testing.T, src string) any {
	t.Helper()
	plain, err := yaml.YAMLToJSON([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// What Parse takes the schema takes.
func TestSchemaTakesWhatParseTakes(t *testing.T) {
	schema := compileSchema(t)
	for name, src := range map[string]string{
		"degrees":  `degrees: {"1": 100, "2": "50", "3": null, "4": {degree: 100, reason: Begrundet, day: 2014-12-30}}`,
		"plain":    plainTable11,
		"by month": `results: {"5b": {months: {"2014-01": 53, "2014-02": null}}}`,
		"facts": `
format: opfyldt-results/1
facts:
  - {subject: web-client.in-use, day: 2014-11-28, recorded: "2014-12-01T10:00:00+01:00", status: done}
  - {id: a, subject: "7", day: 2014-12-15, degree: 100, reason: Taget i brug}
  - {subject: "7", day: 2014-12-16, withdrawn: true}
  - {subject: 5b, day: 2014-02-03, month: 2014-01, count: 53, partial: false}
  - {subject: "8", day: 2014-12-31, budget: "100.25", spent: 99, final: false}
`,
	} {
		if _, err := Parse(name, []byte(src), cpr(t)); err != nil {
			t.Errorf("%s: Parse: %v", name, err)
		}
		if err := schema.Validate(asInstance(t, src)); err != nil {
			t.Errorf("%s: schema: %v", name, err)
		}
	}
}

// Mistakes of form are the schema's to see too.
func TestSchemaRefusesMistakesOfForm(t *testing.T) {
	schema := compileSchema(t)
	for name, src := range map[string]string{
		"nothing in it":    `contract: cpr-2014`,
		"unknown form":     `degres: {"1": 0}`,
		"misspelt key":     `results: {"4": {timley: 1, total: 2}}`,
		"half a case":      `results: {"4": {timely: 1.5, total: 2}}`,
		"negative":         `results: {"8": {budget: -1, spent: 2}}`,
		"no such month":    `results: {"5b": {months: {"2014-13": 1}}}`,
		"no such step":     `results: {"7": {steps: {web-client.in-use: soon}}}`,
		"fact without day": `facts: [{subject: "4", timely: 1, total: 2}]`,
		"unknown status":   `facts: [{subject: a, day: 2014-01-01, status: dnoe}]`,
		"other format":     "format: opfyldt-results/2\ndegrees: {}",
	} {
		if err := schema.Validate(asInstance(t, src)); err == nil {
			t.Errorf("%s: the schema takes it", name)
		}
		if _, err := Parse(name, []byte(src), cpr(t)); err == nil {
			t.Errorf("%s: Parse takes it", name)
		}
	}
}
