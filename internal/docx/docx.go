package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// About is what a document says of itself.
type About struct {
	Title    string
	Language string // "da" or "en"
	Made     time.Time
}

// Document is a document that is being written.
type Document struct {
	about About
	body  strings.Builder
}

// New begins a document.
func New(about About) *Document { return &Document{about: about} }

// Title writes the document's heading.
func (d *Document) Title(text string) { d.paragraph("Title", text) }

// Heading writes a part's heading.
func (d *Document) Heading(text string) { d.paragraph("Heading1", text) }

// Text writes a paragraph; line feeds in it begin new lines.
func (d *Document) Text(text string) { d.paragraph("Normal", text) }

// Item writes one of a list.
func (d *Document) Item(text string) { d.paragraph("ListBullet", text) }

func (d *Document) paragraph(style, text string) {
	d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			d.body.WriteString(`<w:r><w:br/></w:r>`)
		}
		d.body.WriteString(`<w:r><w:t xml:space="preserve">` + escaped(line) + `</w:t></w:r>`)
	}
	d.body.WriteString(`</w:p>`)
}

// escaped is a text as XML holds it; characters that it cannot hold become U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return "" // a builder takes everything
	}
	return b.String()
}

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const types = head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const (
	relationships = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	packaged      = `http://schemas.openxmlformats.org/package/2006/relationships`
	word          = `http://schemas.openxmlformats.org/wordprocessingml/2006/main`
)

const outer = head + `<Relationships xmlns="` + packaged + `">` +
	`<Relationship Id="rId1" Type="` + relationships + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const inner = head + `<Relationships xmlns="` + packaged + `">` +
	`<Relationship Id="rId1" Type="` + relationships + `styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relationships + `numbering" Target="numbering.xml"/></Relationships>`

const numbering = head + `<w:numbering xmlns:w="` + word + `"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
	`<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

// styles are those that the paragraphs name; half points and twentieths of a point.
func styles(language string) string {
	tag := map[string]string{"da": "da-DK", "en": "en-GB"}[language]
	style := func(id, name, paragraph, run string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>` +
			paragraph + `</w:pPr><w:rPr>` + run + `</w:rPr></w:style>`
	}
	return head + `<w:styles xmlns:w="` + word + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>` +
		`<w:sz w:val="21"/><w:lang w:val="` + tag + `"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:style>` +
		style("Title", "Title", `<w:spacing w:before="240" w:after="240"/>`, `<w:b/><w:sz w:val="34"/>`) +
		style("Heading1", "heading 1", `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:sz w:val="25"/>`) +
		style("ListBullet", "List Bullet", `<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>`, ``) + `</w:styles>`
}

// Write writes the document.
func (d *Document) Write(out io.Writer) error {
	document := head + `<w:document xmlns:w="` + word + `"><w:body>` + d.body.String() +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1247" w:bottom="1418" w:left="1247" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`
	made := d.about.Made.UTC().Format(time.RFC3339)
	core := head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escaped(d.about.Title) + `</dc:title><dc:language>` +
		d.about.Language + `</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created></cp:coreProperties>`
	z := zip.NewWriter(out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", types}, {"_rels/.rels", outer}, {"word/document.xml", document}, {"word/_rels/document.xml.rels", inner},
		{"word/styles.xml", styles(d.about.Language)}, {"word/numbering.xml", numbering}, {"docProps/core.xml", core},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: d.about.Made.UTC()})
		if err == nil {
			_, err = io.WriteString(w, part.text)
		}
		if err != nil {
			return fmt.Errorf("write a DOCX: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write a DOCX: %w", err)
	}
	return nil
}
