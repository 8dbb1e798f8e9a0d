package planfile

import (
	"errors"

	"opfyldt/internal/catalogue"
	"opfyldt/internal/sheet"
)

// refuse puts what is wrong with the file into the preview; what is not the file's
// fault is passed on.
func (p *Preview) refuse(lang string, err error) error {
	faulty, ok := errors.AsType[*sheet.Faulty](err)
	if !ok {
		return err
	}
	p.FaultCount = faulty.Count
	for _, problem := range faulty.Problems {
		p.Faults = append(p.Faults, Fault{problem.Row, problem.Place(), problem.Header, catalogue.Text(lang, problem.Code, problem.Params)})
	}
	return nil
}

// Refused is the preview of a file that cannot be read at all.
func Refused(lang string, err error) (*Preview, error) {
	p := emptyPreview()
	return p, p.refuse(lang, err)
}
