package evidence

import (
	"context"
	"encoding/json"
	"path"
	"strings"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/fault"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// opAdd is the operation of the permission table that allows it.
const opAdd = "evidence.add"

// maxName is how many characters a file's name may have.
const maxName = 200

// File is the body of an evidence.file fact. The fact's day is the one that the
// file speaks of.
type File struct {
	Name   string `json:"name"`
	Media  string `json:"media" doc:"The media type, by the file's content."`
	Size   int64  `json:"size" doc:"Bytes."`
	SHA256 string `json:"sha256" doc:"Of the content, in hexadecimal: the name under which it is kept."`
}

// FileOf reads a recorded file; false where the fact is none.
func FileOf(f ledger.Fact) (File, bool) {
	var file File
	err := json.Unmarshal(f.Body, &file)
	return file, f.Kind == record.KindFile && err == nil
}

// Kinds gives the ledger this slice's kind with its rule. A file's subject is the
// goal's id, record.Mark and a name of its own.
func Kinds() []ledger.Kind {
	return []ledger.Kind{{Name: record.KindFile, Operation: opAdd, Goal: goalOf, Check: check}}
}

func goalOf(c *contract.Contract, subject string) (string, error) {
	id, name, found := strings.Cut(subject, record.Mark)
	if g := c.Goal(id); g != nil && found && name != "" {
		return g.ID, nil
	}
	return "", fault.New(fault.NotFound, "goal.unknown", fault.Params{"goal": record.Shorten(id, 60)})
}

// check holds what a file's fact says; the handler has taken the content in.
func check(_ context.Context, m ledger.Moment) (any, error) {
	var f File
	c := record.Checks{Wrong: record.Decode(m.Submission.Body, &f)}
	f.Name = baseName(f.Name)
	c.Needed("name", &f.Name, maxName, "field.needed")
	if strings.ContainsAny(f.Name, "\r\n\t") {
		c.Add("name", "field.characters", nil)
	}
	if says, holds := mediaOfName(f.Name), f.Media; says != "" && says != holds {
		c.Add("name", "evidence.other_kind", fault.Params{"name": f.Name, "holds": holds})
	}
	c.Day(m.Submission.Day, m.Contract.Signed.AddMonths(-earlierMonths), calendar.DateOf(m.Now))
	return f, c.Err()
}

// mediaOfName is the media type that a file's name promises, of those that are
// shown on a page; empty for other names.
func mediaOfName(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "application/pdf"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".gif":
		return "image/gif"
	case ".webp":
		return "image/webp"
	}
	return ""
}

// earlierMonths is how long before the signature a file may speak of: what led to
// the contract belongs to it, a mistyped century does not.
const earlierMonths = 120

// baseName cuts off the folders that a browser may send along.
func baseName(name string) string {
	name = strings.TrimSpace(strings.ReplaceAll(name, `\`, "/"))
	return name[strings.LastIndex(name, "/")+1:]
}

// Sentence puts a file's fact into words; empty for other kinds.
func Sentence(lang string, f ledger.Fact) string {
	file, ok := FileOf(f)
	if !ok {
		return ""
	}
	return catalogue.Text(lang, "sentence.evidence.file", map[string]any{"name": file.Name, "day": f.Day})
}
