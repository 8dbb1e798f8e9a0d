package cases

import (
	"sync"

	"opfyldt/internal/fault"
)

// held are the imports that are under way.
type held struct{ ids sync.Map }

// hold keeps every other request with the import's id away until it is let go, so
// that what a broken one left may be swept away: nobody is about to name it.
func (h *held) hold(contractID, importID string) (release func(), err error) {
	key := [2]string{contractID, importID}
	if _, busy := h.ids.LoadOrStore(key, true); busy {
		return nil, fault.New(fault.Conflict, "cases.running", nil)
	}
	return func() { h.ids.Delete(key) }, nil
}
