package spotcheck

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"opfyldt/internal/fault"
)

// refused is what a list of customers is refused for: each place with its code.
func refused(t *testing.T, file []byte) (places string, words string) {
	t.Helper()
	list, err := open(bytes.NewReader(file), int64(len(file)), make([]byte, 32))
	if err == nil {
		defer list.Stop()
		for err == nil {
			_, err = list.next()
		}
	}
	f, ok := errors.AsType[*fault.Error](faulty(err))
	if !ok {
		return "taken, or " + err.Error(), ""
	}
	var lines []string
	for _, one := range f.Fields {
		lines = append(lines, strings.TrimPrefix(strings.TrimPrefix(one.Path, "file"), ".")+": "+one.Code)
		for _, p := range one.Params {
			if text, isText := p.(string); isText {
				words += text + "\n"
			}
		}
	}
	return strings.Join(lines, "\n"), words
}

// workbook makes a list of customers as another program would.
func workbook(t *testing.T, change func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var out bytes.Buffer
	if err := errors.Join(
		f.SetSheetRow("Sheet1", "A1", &[]any{"id", "navn", "opslag"}), f.SetSheetRow("Sheet1", "A2", &[]any{"K-1", "En", 5}),
		f.SetSheetRow("Sheet1", "A3", &[]any{"K-2", "To", 6}), change(f), f.Write(&out),
	); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// swollen is a workbook whose sheet unpacks to a thousand times its size.
func swollen(t *testing.T, file []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			text = bytes.Replace(text, []byte("</sheetData>"), append(bytes.Repeat([]byte(" "), 32<<20), "</sheetData>"...), 1)
		}
		w, err := archive.Create(f.Name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// wideUTF16 is a text in UTF-16 whose last character is cut in half.
func wideUTF16(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out[:len(out)-1]
}

// Faulty lists of customers are refused whole, each place named, and a person number
// is never said again. One million and one rows are refused in internal/bench.
func TestFaultyListsAreRefusedWithTheirPlaces(t *testing.T) {
	number := "010190" + "-" + "1239"
	text := func(s string) []byte { return []byte(s) }
	for what, c := range map[string]struct {
		file []byte
		want string
	}{
		"no file":                   {nil, ": sheet.empty"},
		"names alone":               {text("id;navn\n"), ": sheet.no_rows"},
		"no id column":              {text("navn;sektor\nEn;Stat\n"), "1: sheet.no_column"},
		"no name column":            {text("id;sektor\nK-1;Stat\n"), "1: sheet.no_column"},
		"a name misspelt":           {text("id;nvan\nK-1;En\n"), "B1: sheet.name_misspelt"},
		"a column twice":            {text("id;navn;navn\nK-1;En;To\n"), "C1: sheet.name_twice"},
		"the header twice":          {text("id;navn\nK-1;En\nid;navn\nK-2;To\n"), "3: sheet.header_twice"},
		"an id twice":               {text("id;navn\nK-1;En\nK-2;To\nK-1;Tre\n"), "A4 id: sheet.twice"},
		"an empty id":               {text("id;navn\nK-1;En\n;To\n"), "A3 id: sheet.blank"},
		"an empty name":             {text("id;navn\nK-1;En\nK-2;\n"), "B3 navn: sheet.blank"},
		"two faults":                {text("id;navn;opslag\n;En;mange\n"), "A2 id: sheet.blank\nC2 opslag: sheet.whole"},
		"an id not in NFC":          {text("id;navn\nA\u030angstrom;En\n"), "A2 id: spotcheck.id_form"},
		"a control character":       {text("id;navn\nK\u0001;En\n"), "A2 id: spotcheck.id_form"},
		"volume in words":           {text("id;navn;opslag\nK-1;En;mange\n"), "C2 opslag: sheet.whole"},
		"half a lookup":             {text("id;navn;opslag\nK-1;En;1,5\n"), "C2 opslag: sheet.whole"},
		"a row too long":            {text("id;navn\nK-1;En;To;Tre\n"), "C2: sheet.beyond_names\nD2: sheet.beyond_names"},
		"a row too short":           {text("id;navn;sektor\nK-1\n"), "2: sheet.ragged"},
		"quotes that do not match":  {text("id;navn\nK-1;\"En\nK-2;To\n"), "2: sheet.quotes"},
		"a person number":           {text("id;navn\nK-1;" + number + "\n"), "B2 navn: sheet.person_number"},
		"a person number as id":     {text("id;navn\n" + number + ";En\n"), "A2 id: sheet.person_number"},
		"a person number elsewhere": {text("id;navn;note\nK-1;En;ring til " + number + "\n"), "C2 note: sheet.person_number"},
		"a person number as column": {text("id;navn;" + number + "\nK-1;En;x\n"), "C1: sheet.person_number"},
		"half of UTF-16":            {wideUTF16("id;navn\nK-1;En\n"), "B2 navn: sheet.unreadable"},
		"a picture":                 {append([]byte{0x89, 'P', 'N', 'G', 0, 0}, make([]byte, 100)...), ": sheet.binary"},
		"an old workbook":           {append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 512)...), ": sheet.old_workbook"},
		"a cell too long":           {text("id;navn\nK-1;" + strings.Repeat("x", 40<<10) + "\n"), "B2 navn: sheet.cell_too_long"},
		"too many columns":          {text("id;navn" + strings.Repeat(";x", 300) + "\n"), "GS1: sheet.too_many_columns"},
		"a broken workbook":         {workbook(t, func(*excelize.File) error { return nil })[:900], ": sheet.truncated"},
		"a formula as id":           {workbook(t, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "A3", "A2&\"x\"") }), "A3 id: sheet.formula"},
		"a formula as volume":       {workbook(t, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "C2", "2+3") }), "C2 opslag: sheet.formula"},
		"merged cells":              {workbook(t, func(f *excelize.File) error { return f.MergeCell("Sheet1", "A2", "A3") }), "A3 id: sheet.blank\nA2: sheet.merged"},
		"an error value": {workbook(t, func(f *excelize.File) error {
			return errors.Join(f.SetCellFormula("Sheet1", "C3", "1/0"), f.SetCellStr("Sheet1", "B3", number))
		}), "B3 navn: sheet.person_number\nC3 opslag: sheet.formula"},
		"a bomb": {swollen(t, workbook(t, func(*excelize.File) error { return nil })), ": sheet.expands"},
	} {
		places, words := refused(t, c.file)
		if places != c.want {
			t.Errorf("%s: %q, want %q", what, places, c.want)
		}
		if strings.Contains(places+words, number) {
			t.Errorf("%s: the person number is said again", what)
		}
	}
}
