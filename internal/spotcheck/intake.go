package spotcheck

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"opfyldt/internal/bulk"
	"opfyldt/internal/draw"
	"opfyldt/internal/fault"
	"opfyldt/internal/sheet"
)

// mostVolume is the largest volume of a customer; a million of them can be added up.
const mostVolume = 1_000_000_000_000

// The columns that every list has.
const (
	columnID      = "id"
	columnName    = "name"
	columnContact = "contact"
	columnVolume  = "volume"
)

// shape is what a list of customers looks like.
func shape() sheet.Shape {
	return sheet.Shape{
		Mark: ',',
		Columns: []sheet.Column{
			{Key: columnID, Names: []string{"id", "kundenummer", "kundenr", "kunde-id", "customer id"}, Filled: true, Unique: true},
			{Key: columnName, Names: []string{"navn", "kundenavn", "name"}, Filled: true},
			{Key: "kind", Names: []string{"art", "kundetype", "kind"}, Optional: true},
			{Key: "sector", Names: []string{"sektor", "sector"}, Optional: true},
			{Key: "agreement", Names: []string{"aftale", "agreement"}, Optional: true},
			{Key: columnVolume, Names: []string{"mængde", "opslag", "volume"}, Optional: true},
			{Key: "risk", Names: []string{"risiko", "risikoklasse", "risk"}, Optional: true},
			{Key: columnContact, Names: []string{"kontakt", "kontaktperson", "contact"}, Optional: true},
		},
	}
}

// taken is a customer of a list as it is taken in.
type taken struct {
	Row
	Personal
}

// intake reads a list row by row.
type intake struct {
	table   *sheet.Table
	failed  error // why reading ended early
	pull    func() (*sheet.Row, bool)
	Stop    func() // is called when no more is read
	key     []byte // of the salts
	tree    bulk.Tree
	tally   *tally
	refs    []draw.Customer
	tell    func(done int) // is told of every so many rows; may be nil
	columns []string
	groups  []string // those of the columns whose values are counted
	volume  int64    // of all
}

// open begins to read a list.
func open(in io.ReaderAt, size int64, key []byte) (*intake, error) {
	table, err := sheet.Open(in, size, shape())
	if err != nil {
		return nil, err
	}
	list := &intake{table: table, key: key, tally: newTally(), columns: cellColumns(table.Info()), groups: groupColumns(table.Info())}
	list.pull, list.Stop = iter.Pull(table.Rows())
	return list, nil
}

// cellColumns names the columns whose values are kept with the row.
func cellColumns(info sheet.Info) []string {
	var columns []string
	for _, c := range shape().Columns {
		if c.Key != columnID && c.Key != columnName && c.Key != columnContact {
			columns = append(columns, c.Names[0])
		}
	}
	return append(columns, info.Ignored...)
}

// groupColumns are those whose values are counted in the list's fact, where nothing
// can be erased: groups of customers, and no column whose heading says that it names people.
func groupColumns(info sheet.Info) []string {
	var columns []string
	for _, c := range shape().Columns {
		switch c.Key {
		case "kind", "sector", "agreement", "risk":
			columns = append(columns, c.Names[0])
		}
	}
	for _, name := range info.Ignored {
		if !ofPeople.MatchString(name) {
			columns = append(columns, name)
		}
	}
	return columns
}

// ofPeople finds the headings of columns that name people or say how to reach them.
var ofPeople = regexp.MustCompile(`(?i)navn|name|kontakt|contact|person|mail|telefon|phone|tlf|mobil`)

// tellRows is after how many rows it is told how far reading is.
const tellRows = 10_000

// next reads the next customer. Behind the last it is io.EOF, or everything that is
// wrong with the file: from the first fault on rows are only looked through.
func (in *intake) next() (taken, error) {
	for {
		row, more := in.pull()
		if !more {
			if _, err := in.table.Close(); err != nil {
				in.failed = faulty(err)
				return taken{}, in.failed
			}
			return taken{}, io.EOF
		}
		t := in.take(row)
		if in.table.Faults() > 0 {
			continue
		}
		canonical, err := bulk.Row(t.Row)
		if err != nil {
			return taken{}, err
		}
		in.tree.Add(canonical)
		in.tally.add(t.Cells, in.groups)
		in.refs = append(in.refs, draw.Customer{ID: t.Ref})
		if in.tell != nil && len(in.refs)%tellRows == 0 {
			in.tell(len(in.refs))
		}
		return t, nil
	}
}

// take reads a row's cells.
func (in *intake) take(row *sheet.Row) taken {
	t := taken{Row: Row{Ref: row.Text(columnID), Cells: row.Others()}}
	for _, c := range shape().Columns {
		switch c.Key {
		case columnID, columnName, columnContact:
		case columnVolume:
			if n, ok := row.Whole(c.Key); ok {
				if n < 0 || n > mostVolume {
					row.Wrong(columnVolume, "spotcheck.volume", fault.Params{"most": mostVolume})
				}
				t.Cells[c.Names[0]] = strconv.FormatInt(n, 10)
				in.volume += n
			}
		default:
			if text := row.Text(c.Key); text != "" {
				t.Cells[c.Names[0]] = text
			}
		}
	}
	if draw.Normal(t.Ref) != t.Ref || strings.ContainsFunc(t.Ref, unicode.IsControl) {
		row.Wrong(columnID, "spotcheck.id_form", nil)
	}
	t.Personal = Personal{Name: row.Text(columnName), Contact: row.Text(columnContact), Salt: in.salt(len(in.refs))}
	t.Row.Personal = t.Personal.Commitment()
	return t
}

// salt is the row's own: nobody who lacks the key can make it.
func (in *intake) salt(position int) []byte {
	mac := hmac.New(sha256.New, in.key)
	_ = binary.Write(mac, binary.BigEndian, int64(position)) // a hash takes what it is given
	return mac.Sum(nil)[:16]
}

// population says what was read, once it has been read to the end.
func (in *intake) population(file string) Population {
	info := in.table.Info()
	return Population{
		File: file, SHA256: info.SHA256, Format: string(info.Format), Rows: in.tree.Size(), Root: in.tree.Root(),
		Frame: draw.Frame(slices.Clone(in.refs)), Columns: in.tally.columns(), Volume: in.volume,
	}
}

// faulty makes what a file is refused for a fault.
func faulty(err error) error {
	if f, ok := errors.AsType[*sheet.Faulty](err); ok {
		return f.Fault()
	}
	return err
}
