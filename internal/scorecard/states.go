package scorecard

import (
	"container/list"
	"sync"
)

// keptStates is how many states are kept: a few contracts' present and the days
// that readers look back to.
const keptStates = 16

// states keeps the states used last, within a bound. A key names everything
// that a state depends on, so nothing has to be thrown out for being old.
type states struct {
	mu    sync.Mutex
	most  int
	order *list.List // of *keptState, the last used first
	byKey map[stateKey]*list.Element
}

type keptState struct {
	key   stateKey
	state *state
}

func newStates(most int) *states {
	return &states{most: most, order: list.New(), byKey: map[stateKey]*list.Element{}}
}

func (s *states) get(key stateKey) (*state, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byKey[key]
	if !ok {
		return nil, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*keptState).state, true
}

func (s *states) put(key stateKey, st *state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.byKey[key]; ok {
		return
	}
	s.byKey[key] = s.order.PushFront(&keptState{key, st})
	for s.order.Len() > s.most {
		old := s.order.Remove(s.order.Back()).(*keptState)
		delete(s.byKey, old.key)
	}
}
