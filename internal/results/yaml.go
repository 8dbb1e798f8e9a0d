package results

import (
	"bytes"

	"opfyldt/internal/yamlfile"
)

const maxSize = 4 << 20 // bytes

// bounds are those within which a results file is read. A year's facts of a
// real contract are a hundredth of them. Lines have none: a program may write
// all of its JSON on one.
func bounds() yamlfile.Bounds {
	return yamlfile.Bounds{Size: maxSize, Marks: 250_000, Tokens: 750_000, Keys: 5_000, Key: 200, Depth: 12, Column: 200}
}

// parse reads YAML or JSON into nodes; nil when it cannot be read.
func (s *sink) parse(src []byte) *yamlfile.Node {
	doc, refused := yamlfile.Read(blankTabs(src), bounds())
	for _, p := range refused {
		s.refuse(p)
	}
	if len(refused) == 0 && doc.Root == nil { // comments alone
		s.add(yamlfile.Top(), yamlfile.File, "results.file.documents", nil)
	}
	return doc.Root
}

// blankTabs makes blanks of a JSON text's tabs: JSON may be indented by them,
// YAML not.
func blankTabs(src []byte) []byte {
	start := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if len(src) > maxSize || !bytes.HasPrefix(bytes.TrimSpace(start), []byte("{")) {
		return src
	}
	return bytes.ReplaceAll(src, []byte("\t"), []byte(" "))
}

// refuse reports why the text is no document. The parser's own words are not
// shown: they quote the file.
func (s *sink) refuse(p yamlfile.Problem) {
	at, code := p.At, "results.file.syntax"
	switch p.Code {
	case yamlfile.TooLarge:
		code = "results.file.too-large"
	case yamlfile.UTF16, yamlfile.NotUTF8, yamlfile.ZeroByte:
		at, code = yamlfile.Top(), "results.file.encoding"
	case yamlfile.Empty:
		code = "results.file.empty"
	case yamlfile.TooMany:
		code = "results.file.too-many"
	case yamlfile.TooDeep, yamlfile.LongKey:
		code = "results.file.depth"
	case yamlfile.Alias, yamlfile.Tag, yamlfile.Directive:
		code = "results.file.alias"
	case yamlfile.Documents:
		code = "results.file.documents"
	}
	s.add(at, yamlfile.File, code, nil)
}
