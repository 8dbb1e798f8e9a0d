package sheet

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func encoded(t *testing.T, text string, name string) []byte {
	t.Helper()
	var out []byte
	var err error
	switch name {
	case "Windows-1252":
		out, err = charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	case "UTF-16 little":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "UTF-16 big":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "UTF-16 without mark":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The same table in every way that programs write it.
func TestATextFileIsReadHoweverItWasSaved(t *testing.T) {
	const text = "Nummer;Navn;Aftalt dato\n1;Ålborg;2014-06-30\n2;\"b; \"\"c\"\"\";30-06-2014\n"
	want := []string{"1|Ålborg|2014-06-30|-|-|-|-|-", "2|b; \"c\"|2014-06-30|-|-|-|-|-"}
	for name, c := range map[string]struct {
		file            []byte
		encoding, comma string
	}{
		"UTF-8":                {[]byte(text), "UTF-8", ";"},
		"UTF-8 with mark":      {[]byte("\ufeff" + text), "UTF-8", ";"},
		"UTF-16 little":        {encoded(t, text, "UTF-16 little"), "UTF-16", ";"},
		"UTF-16 big":           {encoded(t, text, "UTF-16 big"), "UTF-16", ";"},
		"UTF-16 without mark":  {encoded(t, text, "UTF-16 without mark"), "UTF-16", ";"},
		"Windows-1252":         {encoded(t, text, "Windows-1252"), "Windows-1252", ";"},
		"line ends of Windows": {[]byte(strings.ReplaceAll(text, "\n", "\r\n")), "UTF-8", ";"},
		"line ends of old":     {[]byte(strings.ReplaceAll(text, "\n", "\r")), "UTF-8", ";"},
		"no last line end":     {[]byte(strings.TrimSuffix(text, "\n")), "UTF-8", ";"},
		"blank lines":          {[]byte("\n\n" + strings.ReplaceAll(text, "\n", "\n\n")), "UTF-8", ";"},
		"comma":                {[]byte("Nummer,Navn,Aftalt dato\n1,Ålborg,2014-06-30\n2,\"b; \"\"c\"\"\",30.6.2014\n"), "UTF-8", ","},
		"tab":                  {[]byte("Nummer\tNavn\tAftalt dato\n1\tÅlborg\t2014-06-30\n2\t\"b; \"\"c\"\"\"\t30/6/2014\n"), "UTF-8", "\t"},
		"separator named":      {[]byte("sep=;\r\n" + text), "UTF-8", ";"},
		"a title above":        {[]byte("Plan, 2014;;\n;;\n" + text), "UTF-8", ";"},
		"names in other case":  {[]byte(strings.Replace(text, "Nummer;Navn;Aftalt dato", " ID ;NAVN;aftalt  Dato", 1)), "UTF-8", ";"},
		"columns in any order": {[]byte("By;Aftalt dato;Navn;Nummer\nx;2014-06-30;Ålborg;1\ny;2014-06-30;\"b; \"\"c\"\"\";2\n"), "UTF-8", ";"},
		"late in the file":     {encoded(t, text+strings.Repeat(";;\n", lookBytes)+";;", "Windows-1252"), "Windows-1252", ";"},
	} {
		lines, info, err := readAll(c.file, steps)
		if err != nil || !slices.Equal(lines, want) || info.Encoding != c.encoding || info.Comma != c.comma || info.Rows != 2 {
			t.Errorf("%s: %q %+v %v", name, lines, info, err)
		}
	}
}

// A file of a stream is read alike, and hashed on the way.
func TestAStreamIsReadAsItComes(t *testing.T) {
	const text = "Nummer;Navn;Aftalt dato\n1;a;2014-06-30\n"
	table, err := OpenText(iotest.OneByteReader(strings.NewReader(text)), steps)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for r := range table.Rows() {
		lines = append(lines, line(r))
	}
	info, err := table.Close()
	_, whole, _ := readAll([]byte(text), steps)
	if err != nil || !slices.Equal(lines, []string{"1|a|2014-06-30|-|-|-|-|-"}) || info.SHA256 != whole.SHA256 || len(info.SHA256) != 64 {
		t.Errorf("%q %+v %v", lines, info, err)
	}
	broken := errors.New("broken")
	table, err = OpenText(io.MultiReader(strings.NewReader(text+strings.Repeat("2;a;\n", lookBytes)), iotest.ErrReader(broken)), steps)
	if err != nil {
		t.Fatal(err)
	}
	for range table.Rows() {
	}
	if _, err := table.Close(); !errors.Is(err, broken) {
		t.Errorf("what the reader said is lost: %v", err)
	}
}

// Rows are counted as a spreadsheet does: empty lines count, those in a cell do not.
func TestPlacesAreThoseOfASpreadsheet(t *testing.T) {
	file := "Nummer,Navn,Aftalt dato\n\n1,\"two\nlines\",x\n\n\n2,b,x\n"
	table, err := Open(strings.NewReader(file), int64(len(file)), steps)
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for r := range table.Rows() {
		r.Date("day")
		places = append(places, r.Place("day"))
	}
	if !slices.Equal(places, []string{"C3", "C6"}) {
		t.Errorf("places %v", places)
	}
	_, err = table.Close()
	faulty, ok := errors.AsType[*Faulty](err)
	if !ok || faulty.Problems[1].Line != 7 || faulty.Problems[1].Header != "Aftalt dato" {
		t.Errorf("%+v", err)
	}
}

// Each text file is refused whole, with every place.
func TestFaultyTextFilesAreRefused(t *testing.T) {
	cpr := "010190" + "-" + "1234"
	const head = "Nummer;Navn;Aftalt dato;Andel;Beløb;Antal;Udført;Status\n"
	for name, c := range map[string]struct{ text, want string }{
		"empty":                  {"", ": sheet.empty"},
		"blank lines alone":      {"\n\n;;\n", ": sheet.empty"},
		"names alone":            {head, ": sheet.no_rows"},
		"a picture":              {"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", ": sheet.binary"},
		"a PDF":                  {"%PDF-1.7\n", ": sheet.binary"},
		"an old workbook":        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), ": sheet.old_workbook"},
		"a locked workbook":      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", lookBytes-17) + string(utf16le("EncryptedPackage")), ": sheet.encrypted"},
		"a column missing":       {"Nummer;Navn\n1;a\n", "1: sheet.no_column"},
		"a column misspelt":      {"Nummer;Navn;Aftalt dto\n1;a;\n", "C1: sheet.name_misspelt"},
		"an optional misspelt":   {"Nummer;Navn;Aftalt dato;Stats\n1;a;;\n", "D1: sheet.name_misspelt"},
		"a column twice":         {"Nummer;Navn;navn ;Aftalt dato\n1;a;b;\n", "C1: sheet.name_twice"},
		"two names of one":       {"Nummer;id;Navn;Aftalt dato\n1;a;b;\n", "B1: sheet.name_twice"},
		"an unknown one twice":   {"Nummer;By;By;Navn;Aftalt dato\n1;a;b;;\n", "C1: sheet.name_twice"},
		"names again":            {head + "1;a;;;;;;\n" + head, "3: sheet.header_twice"},
		"a cell too few":         {head + "1;a\n", "2: sheet.ragged"},
		"a cell too many":        {head + "1;a;;;;;;;b\n", "I2: sheet.beyond_names"},
		"under no name":          {"Nummer;;Navn;Aftalt dato\n1;x;a;\n", "B2: sheet.beyond_names"},
		"a quote inside":         {head + "1;a\"b;;;;;;\n", "2: sheet.quotes"},
		"a quote never closed":   {head + "1;a;;;;;;\n\n2;\"a;;;;;;\n3;b\n", "4: sheet.quotes"},
		"the key empty":          {head + ";a;;;;;;\n", "A2: sheet.blank"},
		"the key twice":          {head + "1;a;;;;;;\n2;a;;;;;;\n1 ;a;;;;;;\n", "A4: sheet.twice"},
		"a formula":              {head + "1;=A1;;;;;;\n", "B2: sheet.formula"},
		"a person number":        {head + "1;ring " + cpr + ";;;;;;\n", "B2: sheet.person_number"},
		"a person number on top": {"Nummer;Navn;Aftalt dato;" + cpr + "\n1;;;\n", "D1: sheet.person_number"},
		"one in another column":  {"By;Nummer;Navn;Aftalt dato\n" + cpr + ";1;a;\n", "A2: sheet.person_number"},
		"one in place of a date": {head + "1;a;" + cpr + ";;;;;\n", "C2: sheet.person_number"},
		"no date":                {head + "1;a;i morgen;;;;;\n", "C2: sheet.date"},
		"a month first":          {head + "1;a;6/30/2014;;;;;\n", "C2: sheet.no_such_day"},
		"a day that is not":      {head + "1;a;2014-02-29;;;;;\n", "C2: sheet.no_such_day"},
		"a year of two digits":   {head + "1;a;30-06-14;;;;;\n", "C2: sheet.date"},
		"a year long gone":       {head + "1;a;0014-06-30;;;;;\n", "C2: sheet.day_long_gone"},
		"no number":              {head + "1;a;;halv;;;;\n", "D2: sheet.number"},
		"either way":             {head + "1;a;;1.234;1,234;;;\n", "D2: sheet.either_way\nE2: sheet.either_way"},
		"an exponent":            {head + "1;a;;1e3;;;;\n", "D2: sheet.number"},
		"half an øre":            {head + "1;a;;;0,005;;;\n", "E2: sheet.money"},
		"no whole number":        {head + "1;a;;;;1,5;;\n", "F2: sheet.whole"},
		"beyond whole numbers":   {head + "1;a;;;;9223372036854775808;;\n", "F2: sheet.whole"},
		"perhaps":                {head + "1;a;;;;;måske;\n", "G2: sheet.yes_no"},
		"a choice misspelt":      {head + "1;a;;;;;;færdg\n", "H2: sheet.choice_misspelt"},
		"no choice":              {head + "1;a;;;;;;afbrudt\n", "H2: sheet.choice"},
		"not a character":        {head + "1;a\x00;;;;;;\n", ": sheet.binary"},
		"an undefined byte":      {"Nummer;Navn;Aftalt dato\n1;\xe6\x81;\n", "B2: sheet.unreadable"},
		"several": {head + ";a;x;;;;;\n2;b\n3;c;;;;;;fædig\n",
			"A2: sheet.blank\nC2: sheet.date\n3: sheet.ragged\nH4: sheet.choice_misspelt"},
	} {
		if got := refusal(t, []byte(c.text), steps); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestTextFilesAreBounded(t *testing.T) {
	small := steps
	small.Bounds = Bounds{Bytes: 4 << 20, Rows: 3, Columns: 4, Cell: 12}
	const head = "Nummer;Navn;Aftalt dato\n"
	for name, c := range map[string]struct{ text, want string }{
		"rows":          {head + "1;;\n2;;\n3;;\n4;;\n5;;\n", "5: sheet.too_many_rows"},
		"blank rows":    {head + "1;;\n;;\n;;\n;;\n2;;\n3;x;x\n", "C7: sheet.date"},
		"columns":       {"Nummer;Navn;Aftalt dato;d;e\n1;;;;\n", "E1: sheet.too_many_columns"},
		"columns below": {head + "1;;;;x\n", "E2: sheet.too_many_columns"},
		"a cell":        {head + "1;" + strings.Repeat("x", 13) + ";\n", "B2: sheet.cell_too_long"},
		"a row":         {head + "1;" + strings.Repeat("x", 2<<20) + ";\n", "2: sheet.row_too_large"},
		"a file":        {head + strings.Repeat("\n", 4<<20), ": sheet.file_too_large"},
	} {
		if got := refusal(t, []byte(c.text), small); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// The first 200 places are listed, and all are counted.
func TestManyFaultsAreCountedAndTheFirstListed(t *testing.T) {
	file := []byte("Nummer;Navn;Aftalt dato\n" + strings.Repeat(";a;\n", 300))
	_, _, err := readAll(file, steps)
	faulty, ok := errors.AsType[*Faulty](err)
	if !ok || faulty.Count != 300 || len(faulty.Problems) != 200 || faulty.Problems[199].Place() != "A201" || !strings.HasSuffix(faulty.Error(), "and 100 more") {
		t.Fatalf("%+v", err)
	}
	f := faulty.Fault()
	if f.Code != "sheet.faulty" || f.Params["count"] != 300 || f.Fields[0].Path != "file.A2 Nummer" || f.Fields[0].Code != "sheet.blank" {
		t.Errorf("%+v", f)
	}
}

// Numbers as people write them; the same text twice where it is known which mark
// begins the decimals.
func TestNumbersAreReadInDanishAndEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"12": "12", "-12": "-12", "+12": "12", "12-": "-12", "\u22125": "-5", "0,5": "0.5", "0.5": "0.5", "0,125": "0.125",
		"1.234,50": "1234.5", "1,234.50": "1234.5", "1 234,5": "1234.5", "1\u00a0234": "1234", "1.234.567": "1234567", "1,234,567": "1234567",
		"12,5": "12.5", "1234,567": "1234.567", "": "", "1,2,3": "!", "1.23.456": "!", "12 34": "!", "--5": "!", "1.234": "!", "1,234": "!", ",5": "!",
	} {
		if got := readNumber(text, 0); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for _, c := range []struct {
		text string
		mark rune
		want string
	}{
		{"1.234", ',', "1234"}, {"1,234", ',', "1.234"}, {"1,234", '.', "1234"}, {"1.234", '.', "1.234"},
		{"1,234.5", ',', "!"}, {"1.234,5", '.', "!"},
	} {
		if got := readNumber(c.text, c.mark); got != c.want {
			t.Errorf("%q with %q: got %q, want %q", c.text, c.mark, got, c.want)
		}
	}
}

func readNumber(text string, mark rune) string {
	if text == "" {
		return ""
	}
	value, code := decimalOf(Cell{Kind: Text, Text: text}, mark)
	if code != "" {
		return "!"
	}
	return value.String()
}

func TestMoneyIsReadInOre(t *testing.T) {
	for text, want := range map[string]int64{"1.234,50": 123450, "kr. 12": 1200, "12,5 kr": 1250, "-0,05": -5, "DKK 1 000": 100000} {
		if got, code := moneyOf(Cell{Kind: Text, Text: text}, 0); got != want || code != "" {
			t.Errorf("%q: %d %s", text, got, code)
		}
	}
}

func TestADateMayHaveATimeBehindIt(t *testing.T) {
	for _, text := range []string{"2014-06-30T12:00:00Z", "30-06-2014 12:00", "30.06.2014 12.00.00", "2014-06-30T23:59:59.9+02:00"} {
		if got, code := dateOf(Cell{Kind: Text, Text: text}, 0); got.String() != "2014-06-30" || code != "" {
			t.Errorf("%q: %s %s", text, got, code)
		}
	}
}

// What a faulty cell holds is repeated only in part, and a person number never.
func TestMessagesDoNotEchoMuch(t *testing.T) {
	file := []byte("Nummer;Navn;Aftalt dato\n1;a;" + strings.Repeat("æ", 100) + "\n2;a;010190" + "1234\n")
	_, _, err := readAll(file, steps)
	faulty, _ := errors.AsType[*Faulty](err)
	if len(faulty.Problems) != 2 || faulty.Problems[0].Params["found"] != strings.Repeat("æ", 40)+"…" || faulty.Problems[1].Params != nil {
		t.Errorf("%+v", faulty.Problems)
	}
}

func TestOtherColumnsAreKept(t *testing.T) {
	file := []byte("Nummer;By;Navn;Aftalt dato;Tom\n1;Ålborg;a;;\n")
	table, err := Open(bytes.NewReader(file), int64(len(file)), steps)
	if err != nil {
		t.Fatal(err)
	}
	for r := range table.Rows() {
		if got := r.Others(); len(got) != 1 || got["By"] != "Ålborg" {
			t.Errorf("others %v", got)
		}
		if r.Has("state") || !r.Has("name") {
			t.Error("columns that are there and not")
		}
	}
	if info, err := table.Close(); err != nil || !slices.Equal(info.Ignored, []string{"By", "Tom"}) {
		t.Errorf("%+v %v", info, err)
	}
}

// What people wrote themselves is taken with its person numbers covered; anywhere
// else the number is refused.
func TestAPersonNumberIsCoveredInFreeTextAlone(t *testing.T) {
	read := func(src string) (text string, covered int, err error) {
		table, err := Open(strings.NewReader(src), int64(len(src)), Shape{Columns: []Column{
			{Key: "answer", Names: []string{"Svar"}}, {Key: "remark", Names: []string{"Bemærkning"}, Free: true}}})
		if err != nil {
			return "", 0, err
		}
		for r := range table.Rows() {
			text = r.Text("remark")
		}
		info, err := table.Close()
		return text, info.Covered, err
	}
	text, covered, err := read("Svar;Bemærkning\ntilfreds;Ring til 010170-1234 i dag\n")
	if err != nil || text != "Ring til [●●●●] i dag" || covered != 1 {
		t.Errorf("%q, %d covered, %v", text, covered, err)
	}
	if _, _, err = read("Svar;Bemærkning\n010170-1234;Nej\n"); err == nil || !strings.Contains(err.Error(), "A2: sheet.person_number") {
		t.Errorf("in another column: %v", err)
	}
}
