package draw

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func ids(customers []Customer) (all []string) {
	for _, c := range customers {
		all = append(all, c.ID+"/"+c.Stratum)
	}
	return all
}

func TestReadTakesWhatSpreadsheetsWrite(t *testing.T) {
	want := []string{"K-1/a", "Ålborg/b; c"}
	for name, text := range map[string]string{
		"comma":               "id,kind\nK-1,a\nÅlborg,b; c\n",
		"semicolon":           "id;kind\nK-1;a\nÅlborg;\"b; c\"\n",
		"tab":                 "id\tkind\nK-1\ta\nÅlborg\tb; c\n",
		"mark of UTF-8":       "\ufeffid,kind\nK-1,a\nÅlborg,b; c\n",
		"carriage returns":    "id,kind\r\nK-1,a\r\nÅlborg,b; c\r\n",
		"no last line end":    "id,kind\nK-1,a\nÅlborg,b; c",
		"blank lines":         "id,kind\n\nK-1,a\n\nÅlborg,b; c\n\n",
		"other columns":       "name,kind,ID,volume\n\"Jensen, A/S\",a,K-1,-12\n\"two\nlines\",b; c,Ålborg,3\n",
		"Å as A and ring":     "id,kind\nK-1,a\nA\u030alborg,b; c\n",
		"blanks in header":    " id , kind \nK-1,a\nÅlborg,b; c\n",
		"separator in quotes": "id,kind,\"a;b;c;d\"\nK-1,a,1\nÅlborg,b; c,2\n",
	} {
		p, err := Read(iotest.OneByteReader(strings.NewReader(text)), Columns{Strata: "kind"})
		if err != nil || !slices.Equal(ids(p.Customers), want) {
			t.Errorf("%s: %v %v", name, p, err)
		}
	}
}

func TestReadTakesTheColumnThatIsNamed(t *testing.T) {
	for _, c := range []struct{ text, id, column, first string }{
		{"name,id\nx,1\n", "", "id", "1/"},
		{"name,id\nx,1\n", "name", "name", "x/"},
		{"name,nr\nx,1\n", "", "name", "x/"},
	} {
		p, err := Read(strings.NewReader(c.text), Columns{ID: c.id})
		if err != nil || p.IDColumn != c.column || ids(p.Customers)[0] != c.first {
			t.Errorf("%+v: %+v %v", c, p, err)
		}
	}
}

// Files that are refused whole, with every place: line, column and code.
func TestReadRefusesFaultyFiles(t *testing.T) {
	cpr := "010190" + "-" + "1234"
	many := strings.Repeat("x,", maxColumns) + "x\n"
	for name, c := range map[string]struct{ text, want string }{
		"empty":                  {"", "0: : draw.empty"},
		"only a mark":            {"\ufeff", "0: : draw.empty"},
		"blank lines alone":      {"\n\n", "0: : draw.empty"},
		"header alone":           {"id,kind\n", "0: : draw.no_rows"},
		"UTF-16 little":          {"\xff\xfei\x00d\x00", "0: : draw.utf16"},
		"UTF-16 big":             {"\xfe\xff\x00i\x00d", "0: : draw.utf16"},
		"UTF-16 without mark":    {"i\x00d\x00\n\x00", "0: : draw.binary"},
		"XLSX":                   {"PK\x03\x04\x14\x00", "0: : draw.workbook"},
		"XLS":                    {"\xd0\xcf\x11\xe0\xa1\xb1", "0: : draw.workbook"},
		"Windows-1252":           {"id,kind\n\xc5lborg,a\n", "2: id: draw.not_utf8"},
		"Windows-1252 in header": {"id,kind,st\xf8rrelse\nx,a,1\n", "1: column 3: draw.not_utf8"},
		"unused column":          {"id,kind,by\nx,a,\xe6\n", "2: by: draw.not_utf8"},
		"NUL in a cell":          {"id,kind\nabcd,a\x00\n", "2: kind: draw.binary"},
		"header twice":           {"id,kind\nx,a\nid,kind\n", "3: : draw.header_twice"},
		"column twice":           {"id,kind,kind\nx,a,b\n", "1: column 3: draw.name_twice"},
		"column without name":    {"id,,kind\nx,,a\n", "1: column 2: draw.no_name"},
		"no such column":         {"id,sector\nx,a\n", "1: kind: draw.no_column"},
		"too many columns":       {many, "1: : draw.too_many_columns"},
		"cell too few":           {"id,kind\nx\n", "2: : draw.ragged"},
		"cell too many":          {"id,kind\nx,a,b\n", "2: : draw.ragged"},
		"quote inside":           {"id,kind\nx\"y,a\n", "2: : draw.quotes"},
		"quote never closed":     {"id,kind\nx,a\n\"y,a\nz,a\n", "3: : draw.quotes"},
		"id empty":               {"id,kind\n,a\n", "2: id: draw.blank"},
		"id of blanks":           {"id,kind\n\u00a0,a\n", "2: id: draw.blank"},
		"stratum empty":          {"id,kind\nx,\n", "2: kind: draw.blank"},
		"blank behind":           {"id,kind\nx ,a\n", "2: id: draw.blanks_around"},
		"line break in id":       {"id,kind\n\"x\ny\",a\n", "2: id: draw.control"},
		"old line ends":          {"id,kind\rx,a\ry,a\r", "1: kind\rx: draw.no_column"},
		"id too long":            {"id,kind\n" + strings.Repeat("x", maxName+1) + ",a\n", "2: id: draw.name_too_long"},
		"id twice":               {"id,kind\nx,a\ny,a\nx,b\n", "4: id: draw.id_twice"},
		"id twice, other form":   {"id,kind\n\u00c5,a\nA\u030a,a\n", "3: id: draw.id_twice"},
		"formula":                {"id,kind,sum\nx,a,=A1\n", "2: sum: draw.formula"},
		"formula as id":          {"id,kind\n=1,a\n", "2: id: draw.formula"},
		"person number":          {"id,kind,note\nx,a,ring " + cpr + "\n", "2: note: draw.person_number"},
		"person number as id":    {"id,kind\n" + cpr + ",a\n", "2: id: draw.person_number"},
		"person number on top":   {"id,kind," + cpr + "\nx,a,b\n", "1: column 3: draw.person_number"},
		"on a cell's own line":   {"id,note,kind\nx,\"two\nlines\"," + "=1" + "\n", "3: kind: draw.formula"},
		"several":                {"id,kind\n,a\nx\ny,=1\ny,b\n", "2: id: draw.blank\n3: : draw.ragged\n4: kind: draw.formula"},
	} {
		p, err := Read(strings.NewReader(c.text), Columns{Strata: "kind"})
		problems, ok := errors.AsType[Problems](err)
		if p != nil || !ok {
			t.Errorf("%s: taken, or %v", name, err)
			continue
		}
		if name == "old line ends" { // the header swallows the file: any refusal will do
			continue
		}
		if got := problems.Error(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// rows is a file of n rows that is made while it is read.
type rows struct {
	n, i int
	row  func(i int) string
	text string // what is made and not yet read
}

func (r *rows) Read(p []byte) (int, error) {
	for len(r.text) == 0 && r.i < r.n {
		r.text = r.row(r.i)
		r.i++
	}
	if len(r.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}

func file(n int, row func(i int) string) io.Reader { return &rows{n, 0, row, "id,kind\n"} }

func TestReadIsBounded(t *testing.T) {
	long := strings.Repeat("x", 1<<16)
	for name, c := range map[string]struct {
		in   io.Reader
		want string
	}{
		"a customer too many":   {file(2001, func(i int) string { return fmt.Sprintf("%d,a\n", i) }), "2002: : draw.too_many_rows"},
		"too many strata":       {file(maxStrata+1, func(i int) string { return fmt.Sprintf("%d,%d\n", i, i) }), "1002: kind: draw.too_many_strata"},
		"a quote never closed":  {file(1<<20, func(i int) string { return strings.Repeat("\"", max(0, 1-i)) + long }), "2: : draw.record_too_large"},
		"a file that goes on":   {file(1<<20, func(i int) string { return fmt.Sprintf("%d,a,%s\n", i, long) }), "hundred"},
		"a line without an end": {file(1<<20, func(int) string { return long }), "2: : draw.record_too_large"},
	} {
		_, err := read(c.in, Columns{Strata: "kind"}, 2000)
		problems, ok := errors.AsType[Problems](err)
		switch {
		case !ok:
			t.Errorf("%s: %v", name, err)
		case c.want == "hundred" && len(problems) != maxProblems:
			t.Errorf("%s: %d places", name, len(problems))
		case c.want != "hundred" && problems.Error() != c.want:
			t.Errorf("%s: %s, want %s", name, problems.Error(), c.want)
		}
	}
}

func TestReadPassesOnWhatTheReaderSays(t *testing.T) {
	broken := errors.New("broken")
	if _, err := Read(io.MultiReader(strings.NewReader("id\nx\n"), iotest.ErrReader(broken)), Columns{}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// Whatever comes: no panic, and what is taken can be drawn from.
func FuzzRead(f *testing.F) {
	f.Add("id,kind\nK-1,a\n", "kind")
	f.Add("\ufeffid;x\r\n\"a\";\"b\"\r\n", "")
	f.Fuzz(func(t *testing.T, text, strata string) {
		p, err := Read(strings.NewReader(text), Columns{Strata: strata})
		if err != nil {
			return
		}
		if len(p.Customers) == 0 {
			t.Fatal("taken without customers")
		}
		if sample, err := Sample("1", p.Customers, int64(len(p.Customers)), strata != ""); err != nil || len(sample) != len(p.Customers) {
			t.Fatalf("%d of %d: %v", len(sample), len(p.Customers), err)
		}
	})
}
