package web

import (
	"container/list"
	"sync"
)

// page is an answer that is kept: its bytes and, once somebody asked for them,
// its coded forms.
type page struct {
	tag         string
	contentType string
	body        []byte
	mu          sync.Mutex
	coded       map[string][]byte
}

// in returns the page's bytes in a coding; the plain ones where it is not worth
// it or fails.
func (p *page) in(coding string, e *encoders) (body []byte, used string) {
	if coding == "" || len(p.body) < worthCoding || !compressible(p.contentType) {
		return p.body, ""
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if coded, ok := p.coded[coding]; ok {
		return coded, coding
	}
	coded, err := e.encode(coding, p.body)
	if err != nil {
		return p.body, ""
	}
	if p.coded == nil {
		p.coded = map[string][]byte{}
	}
	p.coded[coding] = coded
	return coded, coding
}

// size is about what a page holds, coded forms included.
func (p *page) size() int64 { return int64(len(p.body)+len(p.body)/2) + 512 }

// cache keeps the answers that were asked for last, by tag, within a bound in
// bytes. A tag names everything that an answer depends on, so nothing has to be
// thrown out for being old.
type cache struct {
	mu    sync.Mutex
	limit int64
	used  int64
	order *list.List // of *page, the last used first
	byTag map[string]*list.Element
}

func newCache(limit int64) *cache {
	return &cache{limit: limit, order: list.New(), byTag: map[string]*list.Element{}}
}

func (c *cache) get(tag string) (*page, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byTag[tag]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*page), true
}

// put keeps a page; one that is more than a quarter of everything is not kept.
func (c *cache) put(p *page) {
	if p.size() > c.limit/4 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byTag[p.tag]; ok {
		return
	}
	c.byTag[p.tag] = c.order.PushFront(p)
	c.used += p.size()
	for c.used > c.limit {
		last := c.order.Back()
		old := c.order.Remove(last).(*page)
		delete(c.byTag, old.tag)
		c.used -= old.size()
	}
}
