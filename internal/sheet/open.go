package sheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"unicode/utf8"
)

// Info says what a file was taken for.
type Info struct {
	Format   Format
	SHA256   string   // of the file, byte by byte
	Encoding string   // of a text file: "UTF-8", "UTF-16" or "Windows-1252"
	Comma    string   // of a text file: what stands between the cells
	Sheet    string   // of a workbook: the one that was read
	Unread   []string // sheets that were not read, in their order
	Hidden   []string // those of them that are hidden
	Headers  []string // all columns' names, by place
	Ignored  []string // names of columns that the shape does not know
	Rows     int
	Covered  int // person numbers that were covered in what people wrote themselves
}

// Format is how a table is written to a file.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// rows is a file whose rows are read one after the other.
type rows interface {
	// next returns the next row, io.EOF behind the last. Its cells are used again.
	next() (row, error)
	// end names what is seen only behind the last row.
	end() []Problem
}

// row is one row of a file.
type row struct {
	number, line int
	cells        []Cell
}

// Open looks at what kind of file it is, and reads down to the names of its columns.
// The error is a *Faulty where the file is to blame.
func Open(in io.ReaderAt, size int64, shape Shape) (*Table, error) {
	shape.Bounds = shape.Bounds.orUsual()
	if size > shape.Bounds.Bytes {
		return nil, faulty(tooLarge(shape.Bounds))
	}
	look, err := lookAt(io.NewSectionReader(in, 0, size))
	if err != nil {
		return nil, err
	}
	t := newTable(shape)
	t.info.SHA256 = hex.EncodeToString(look.sum)
	switch {
	case size == 0:
		err = stopped("sheet.empty", nil)
	case bytes.HasPrefix(look.head, []byte("PK\x03\x04")):
		t.rows, err = openWorkbook(in, size, shape, &t.info)
	case bytes.HasPrefix(look.head, []byte("\xd0\xcf\x11\xe0")):
		err = stopped(compound(in, size), nil)
	default:
		t.rows, err = openText(io.NewSectionReader(in, 0, size), look, shape.Bounds, &t.info)
	}
	if err != nil {
		return nil, faulty(err)
	}
	return t.begin()
}

// OpenText opens a text file that comes as a stream. It reads UTF-8 and UTF-16;
// Windows-1252 where it shows in the beginning.
func OpenText(in io.Reader, shape Shape) (*Table, error) {
	shape.Bounds = shape.Bounds.orUsual()
	sum := sha256.New()
	head := make([]byte, lookBytes)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	head = head[:n]
	t := newTable(shape)
	if n == 0 {
		return nil, faulty(stopped("sheet.empty", nil))
	}
	if code := noText(head); code != "" {
		return nil, faulty(stopped(code, nil))
	}
	look := look{head: head, utf8: validBeginning(head)}
	whole := io.TeeReader(io.MultiReader(bytes.NewReader(head), in), sum)
	if t.rows, err = openText(whole, look, shape.Bounds, &t.info); err != nil {
		return nil, faulty(err)
	}
	t.sum = sum
	return t.begin()
}

// lookBytes is how much of a file's beginning is looked at.
const lookBytes = 64 << 10

// look is what a pass over the bytes shows.
type look struct {
	head []byte
	sum  []byte
	utf8 bool // all of it is UTF-8
}

// lookAt passes over a whole file once.
func lookAt(in io.Reader) (look, error) {
	out, sum, buffer, rest := look{utf8: true}, sha256.New(), make([]byte, lookBytes), 0
	for {
		n, err := io.ReadFull(in, buffer[rest:])
		sum.Write(buffer[rest : rest+n])
		n += rest
		if out.head == nil {
			out.head = bytes.Clone(buffer[:n])
		}
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return look{}, err
		}
		rest = n - len(wholeRunes(buffer[:n]))
		out.utf8 = out.utf8 && utf8.Valid(buffer[:n-rest]) && !(last && rest > 0)
		if last {
			out.sum = sum.Sum(nil)
			return out, nil
		}
		copy(buffer, buffer[n-rest:n])
	}
}

// wholeRunes leaves out a character that goes on behind the end.
func wholeRunes(b []byte) []byte {
	for i := 1; i <= min(len(b), utf8.UTFMax-1); i++ {
		if tail := b[len(b)-i:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

func validBeginning(b []byte) bool { return utf8.Valid(wholeRunes(b)) }

// faulty makes a stop the whole file's verdict, and passes on what the reader says.
func faulty(err error) error {
	s, ok := errors.AsType[stop](err)
	if !ok {
		return err
	}
	return &Faulty{Problems: []Problem{s.Problem}, Count: 1}
}
