package agreement

import (
	"context"
	"strconv"
	"strings"

	"opfyldt/internal/contract/revision"
)

// NextYear is a file for the year after, and what in it a person must read.
type NextYear struct {
	Source string            `json:"source" doc:"The file, YAML. Its check asks what only a person knows."`
	Year   int               `json:"year" doc:"The year that it is made of."`
	Moved  int               `json:"moved" doc:"Days that were moved to the year after."`
	Speaks []revision.Spoken `json:"speaks" nullable:"false" doc:"Lines that still speak of the year that was."`
}

type nextInput struct {
	Contract string `path:"contract"`
}

type nextOutput struct{ Body NextYear }

// nextYear makes the file for the year after of the newest version's.
func (h Handlers) nextYear(ctx context.Context, in *nextInput) (*nextOutput, error) {
	c, file, err := h.newest(ctx, in.Contract)
	if err != nil {
		return nil, err
	}
	year := strconv.Itoa(c.Year() + 1)
	id := strings.Replace(c.ID, strconv.Itoa(c.Year()), year, 1)
	if id == c.ID {
		id += "-" + year
	}
	made, err := revision.Next(file, id)
	return &nextOutput{NextYear{made.Source, c.Year(), made.Moved, made.Speaks}}, err
}
