package contract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"opfyldt/internal/yamlfile"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("contract.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("contract.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// valueOf is the node as an editor's schema check sees it.
func valueOf(n *yamlfile.Node) any {
	switch {
	case n.Kind == yamlfile.Mapping:
		m := map[string]any{}
		for _, e := range n.Entries {
			m[e.Key] = valueOf(e.Value)
		}
		return m
	case n.Kind == yamlfile.List:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = valueOf(item)
		}
		return items
	case n.Kind == yamlfile.Nothing:
		return nil
	case n.Plain == yamlfile.Number:
		return json.Number(n.Text)
	case n.Plain == yamlfile.Flag:
		return n.Text == "true"
	}
	return n.Text
}

func asJSON(t *testing.T, file string) (any, bool) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := yamlfile.Read(src, bounds())
	if doc.Root == nil {
		return nil, false
	}
	return valueOf(doc.Root), true
}

func TestLibraryAndSoundFilesFollowTheSchema(t *testing.T) {
	compiled := compiledSchema(t)
	files, err := filepath.Glob("library/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "testdata/sound.yaml") {
		doc, ok := asJSON(t, file)
		if !ok {
			t.Fatalf("%s is no YAML", file)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// These faults an editor shows while they are written; the others take more
// than one field, or are refused before there is a document.
func TestTheSchemaSeesTheFaultsOfSingleFields(t *testing.T) {
	compiled := compiledSchema(t)
	for _, name := range strings.Fields(`a-list-at-the-top amendment-without-approval-or-reason another-format
		band-says-two-things baseline-without-a-value bound-not-said empty-values float-forms-refused id-malformed
		key-misspelt measure-lacks-its-part no-such-day several-mistakes-at-once step-without-a-date
		unknown-bound-and-rule unknown-measure weights-with-kind-none wrong-types`) {
		doc, ok := asJSON(t, filepath.Join("testdata/faulty", name+".yaml"))
		if !ok {
			t.Errorf("%s is no YAML", name)
			continue
		}
		if compiled.Validate(doc) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

// Editors show descriptions; every property has one.
func TestEveryPropertyIsDescribed(t *testing.T) {
	var root any
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	described := 0
	eachProperty(root, func(name string, property map[string]any) {
		if text, _ := property["description"].(string); text == "" {
			t.Errorf("%s has no description", name)
		}
		described++
	})
	if described < 150 {
		t.Errorf("only %d properties found", described)
	}
}

// eachProperty visits the properties of every object that is described as one;
// conditions repeat property names without describing them.
func eachProperty(schema any, visit func(string, map[string]any)) {
	switch s := schema.(type) {
	case []any:
		for _, item := range s {
			eachProperty(item, visit)
		}
	case map[string]any:
		if properties, ok := s["properties"].(map[string]any); ok && s["type"] == "object" {
			for name, p := range properties {
				visit(name, p.(map[string]any))
			}
		}
		for key, sub := range s {
			if key != "if" && key != "then" && key != "else" {
				eachProperty(sub, visit)
			}
		}
	}
}
