package imported

import (
	"encoding/hex"
	"errors"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/fault"
	"opfyldt/internal/sheet"
)

// ImportFile is a file on its way in.
type ImportFile struct {
	Name    string `json:"name" maxLength:"200"`
	Content string `json:"content" doc:"The file's bytes in hexadecimal."`
}

// Bytes are the file's; what is no hexadecimal, or nothing, is refused.
func (f ImportFile) Bytes() ([]byte, error) {
	file, err := hex.DecodeString(f.Content)
	if err != nil || len(file) == 0 {
		return nil, fault.Fields(fault.Field{Path: "body.content", Code: "survey.content"})
	}
	return file, nil
}

// MaxSend is the largest request that holds a file of so many bytes, which is twice as
// long in hexadecimal.
func MaxSend(maxFile int64) int64 { return 2*maxFile + 1<<20 }

// ImportRead is how a file was read, and every place where it is wrong.
type ImportRead struct {
	Format   string        `json:"format" enum:"csv,xlsx,"`
	Encoding string        `json:"encoding"`
	Sheet    string        `json:"sheet"`
	Unread   []string      `json:"unread" nullable:"false" doc:"Sheets that were not read."`
	Rows     int           `json:"rows"`
	Faults   []ImportFault `json:"faults" nullable:"false" doc:"The first 200 places; while there is one, nothing can be written."`
	Count    int           `json:"faultCount"`
}

// ImportFault is one place where a file is wrong.
type ImportFault struct {
	Cell    string `json:"cell" doc:"The cell, the row's number, or nothing for the whole file." example:"C17"`
	Header  string `json:"header" doc:"The column's name."`
	Message string `json:"message"`
}

// ReadAs starts what a preview says of a file.
func ReadAs() ImportRead { return ImportRead{Unread: []string{}, Faults: []ImportFault{}} }

// Take notes how the file was read.
func (r *ImportRead) Take(info sheet.Info) {
	r.Format, r.Encoding, r.Sheet, r.Rows = string(info.Format), info.Encoding, info.Sheet, info.Rows
	r.Unread = append([]string{}, info.Unread...)
}

// Refuse notes, in the language, what is wrong with the file; an error for which the
// file is not to blame is passed on.
func (r *ImportRead) Refuse(lang string, err error) error {
	faulty, ok := errors.AsType[*sheet.Faulty](err)
	if !ok {
		return err
	}
	r.Count = faulty.Count
	for _, p := range faulty.Problems {
		r.Faults = append(r.Faults, ImportFault{p.Place(), p.Header, catalogue.Text(lang, p.Code, p.Params)})
	}
	return nil
}

// Whole notes what is wrong with the file as a whole.
func (r *ImportRead) Whole(lang, code string, params fault.Params) {
	r.Count++
	r.Faults = append(r.Faults, ImportFault{Message: catalogue.Text(lang, code, params)})
}

// Refused is the answer to who sent a faulty file to be written.
func Refused(err error) error {
	if faulty, ok := errors.AsType[*sheet.Faulty](err); ok {
		return faulty.Fault()
	}
	return err
}
