package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"opfyldt/internal/fault"
	"opfyldt/internal/spelling"
)

// The bounds of what a workbook may unpack to.
const (
	freeExpansion = 16 << 20 // may unpack to this whatever the file's size
	maxExpansion  = 200      // times the file's size
	maxParts      = 10_000
)

var (
	errExpands = errors.New("unpacks to too much")
	errBroken  = errors.New("broken part")
)

// workbook is an XLSX file that is being read.
type workbook struct {
	parts   map[string]*zip.File
	left    int64 // bytes that may still be unpacked
	bounds  Bounds
	is1904  bool
	targets map[string]string // of the workbook's relations: id → part
	types   map[string]string // kind of relation → part
}

// aSheet is one of a workbook's sheets.
type aSheet struct {
	name, id string
	hidden   bool
}

// openWorkbook finds the sheet to read.
func openWorkbook(in io.ReaderAt, size int64, shape Shape, info *Info) (*sheetRows, error) {
	info.Format = XLSX
	archive, err := zip.NewReader(in, size)
	if err != nil {
		return nil, stopped("sheet.truncated", nil)
	}
	w := &workbook{parts: map[string]*zip.File{}, bounds: shape.Bounds}
	w.left = min(shape.Bounds.Expanded, max(freeExpansion, maxExpansion*size))
	if err := w.index(archive); err != nil {
		return nil, err
	}
	sheets, err := w.open()
	if err != nil {
		return nil, w.told(err)
	}
	chosen, err := choose(sheets, shape.Sheet, info)
	if err != nil {
		return nil, err
	}
	rows, err := w.sheet(w.targets[chosen.id], shape.Cached)
	return rows, w.told(err)
}

// index lists the parts, and refuses what no workbook of ours has.
func (w *workbook) index(archive *zip.Reader) error {
	if len(archive.File) > maxParts {
		return stopped("sheet.not_workbook", nil)
	}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		switch {
		case path.Base(name) == "vbaproject.bin" || strings.Contains(name, "macrosheets/"):
			return stopped("sheet.macros", nil)
		case name == "content.xml" || name == "xl/workbook.bin":
			return stopped("sheet.other_workbook", nil)
		}
		if _, twice := w.parts[name]; twice {
			return stopped("sheet.not_workbook", nil)
		}
		w.parts[name] = f
	}
	if w.parts["_rels/.rels"] == nil {
		return stopped("sheet.not_workbook", nil)
	}
	return nil
}

// open reads what leads to the sheets.
func (w *workbook) open() ([]aSheet, error) {
	_, top, err := w.relations("")
	if err != nil {
		return nil, err
	}
	main := top["officeDocument"]
	if w.targets, w.types, err = w.relations(main); err != nil {
		return nil, err
	}
	var sheets []aSheet
	err = w.walk(main, func(d *part, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			w.is1904 = truth(attr(e, "date1904"))
		case "sheet":
			sheets = append(sheets, aSheet{attr(e, "name"), attr(e, "id"), attr(e, "state") != "" && attr(e, "state") != "visible"})
		}
		return nil
	})
	return sheets, err
}

// relations reads what a part refers to, by id and by kind; "" is the whole file.
func (w *workbook) relations(from string) (byID, byType map[string]string, err error) {
	byID, byType = map[string]string{}, map[string]string{}
	folder, name := path.Split(from)
	err = w.walk(folder+"_rels/"+name+".rels", func(_ *part, e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		target = strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))
		byID[attr(e, "Id")] = target
		byType[path.Base(attr(e, "Type"))] = target
		return nil
	})
	return byID, byType, err
}

// choose takes the named sheet, else the first that is shown.
func choose(sheets []aSheet, name string, info *Info) (aSheet, error) {
	var shown []string
	chosen := -1
	for i, s := range sheets {
		if name != "" && plain(s.name) == plain(name) || name == "" && chosen < 0 && !s.hidden {
			chosen = i
		}
		if !s.hidden {
			shown = append(shown, s.name)
		}
	}
	if len(shown) == 0 {
		return aSheet{}, stopped("sheet.no_sheets", nil)
	}
	if chosen < 0 {
		params := fault.Params{"sheet": name, "sheets": shown}
		if near := spelling.Nearest(name, shown, spellingMost); near != "" {
			params["near"] = near
			return aSheet{}, stopped("sheet.sheet_misspelt", params)
		}
		return aSheet{}, stopped("sheet.no_sheet", params)
	}
	for i, s := range sheets {
		if i != chosen {
			info.Unread = append(info.Unread, s.name)
			if s.hidden {
				info.Hidden = append(info.Hidden, s.name)
			}
		}
	}
	info.Sheet = sheets[chosen].name
	return sheets[chosen], nil
}

// part is an XML part while it is read.
type part struct {
	in      io.ReadCloser
	xml     *xml.Decoder
	book    *workbook
	read    int64
	itemEnd int64
}

// part opens one; errBroken where the workbook has none of that name.
func (w *workbook) part(name string) (*part, error) {
	f := w.parts[name]
	if f == nil {
		return nil, errBroken
	}
	if f.Flags&1 != 0 {
		return nil, stopped("sheet.encrypted", nil)
	}
	in, err := f.Open()
	if err != nil {
		return nil, errBroken
	}
	p := &part{in: in, book: w, itemEnd: maxRow}
	p.xml = xml.NewDecoder(p)
	return p, nil
}

// Read unpacks within the bounds of the workbook and of a single tag or text.
func (p *part) Read(b []byte) (int, error) {
	if p.book.left <= 0 || p.read > p.itemEnd {
		return 0, errExpands
	}
	n, err := p.in.Read(b[:min(len(b), bufferBytes)])
	p.read += int64(n)
	p.book.left -= int64(n)
	return n, err
}

// token reads the next tag or text.
func (p *part) token() (xml.Token, error) {
	p.itemEnd = p.xml.InputOffset() + maxRow
	t, err := p.xml.RawToken()
	if _, isDirective := t.(xml.Directive); isDirective {
		return nil, errBroken
	}
	return t, err
}

// walk gives every opening tag of a part; a part that does not exist is empty.
func (w *workbook) walk(name string, each func(*part, xml.StartElement) error) error {
	p, err := w.part(name)
	if err != nil {
		return err
	}
	defer p.in.Close()
	for {
		t, err := p.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := each(p, e); err != nil {
				return err
			}
		}
	}
}

// told makes what went wrong while unpacking the file's fault.
func (w *workbook) told(err error) error {
	_, isStop := errors.AsType[stop](err)
	switch {
	case err == nil || isStop || errors.Is(err, io.EOF):
		return err
	case errors.Is(err, errExpands):
		return stopped("sheet.expands", nil)
	}
	return stopped("sheet.broken_workbook", nil)
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func truth(text string) bool { return text == "1" || text == "true" || text == "on" }

// compound tells an encrypted workbook from one in the format of before 2007.
func compound(in io.ReaderAt, size int64) string {
	names := [][]byte{utf16le("EncryptedPackage"), utf16le("EncryptionInfo")}
	found, err := holds(io.NewSectionReader(in, 0, size), names)
	if err == nil && found {
		return "sheet.encrypted"
	}
	return "sheet.old_workbook"
}

func utf16le(s string) (out []byte) {
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// holds looks for any of the words in a stream.
func holds(in io.Reader, words [][]byte) (bool, error) {
	buffer, kept := make([]byte, lookBytes), 0
	for {
		n, err := in.Read(buffer[kept:])
		n += kept
		if slices.ContainsFunc(words, func(w []byte) bool { return bytes.Contains(buffer[:n], w) }) {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		kept = min(n, len(words[0]))
		copy(buffer, buffer[n-kept:n])
	}
}
