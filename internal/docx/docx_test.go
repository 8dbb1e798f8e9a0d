package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"opfyldt/internal/docx"
)

// Every part is XML; what was written is there, whatever characters it holds, and the
// same document is the same file.
func TestADocumentHoldsItsWords(t *testing.T) {
	write := func() []byte {
		d := docx.New(docx.About{Title: "Høring <1>", Language: "da", Made: time.Date(2014, 11, 3, 12, 0, 0, 0, time.UTC)})
		d.Title("Høring & svar")
		d.Text("Første linje\nanden <linje>\x01")
		d.Heading("Fundet")
		d.Item("Fælles brugernavn")
		var out bytes.Buffer
		if err := d.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	file := write()
	if !bytes.Equal(file, write()) {
		t.Error("written twice, it is another file")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for _, part := range z.File {
		words[part.Name] = text(t, part)
	}
	if got := words["word/document.xml"]; got != "Høring & svar|Første linje|anden <linje>\uFFFD|Fundet|Fælles brugernavn|" {
		t.Errorf("the words: %q", got)
	}
	if len(words) != 7 || !strings.Contains(words["docProps/core.xml"], "Høring <1>") {
		t.Errorf("the parts: %v", words)
	}
}

// text reads a part's characters, each text followed by a bar.
func text(t *testing.T, part *zip.File) string {
	t.Helper()
	in, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var b strings.Builder
	for d := xml.NewDecoder(in); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		if c, ok := token.(xml.CharData); ok && strings.TrimSpace(string(c)) != "" {
			b.WriteString(string(c) + "|")
		}
	}
}
