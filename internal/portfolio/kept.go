package portfolio

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/scorecard"
	"opfyldt/internal/web"
)

// Cards reckons a contract's line.
type Cards interface {
	// LineOf names a contract before anything is reckoned.
	LineOf(c *contract.Contract) scorecard.ContractLine
	// Summary reckons where the contract stood at the moment.
	Summary(ctx context.Context, c *contract.Contract, at web.Moment) (scorecard.Summary, error)
}

// Log answers how far the logs have come.
type Log interface {
	// Sizes returns how many leaves every log had at the instant, by contract.
	Sizes(ctx context.Context, asOf time.Time) (map[string]int64, error)
	// Grown returns how many leaves all logs have together: it rises with every fact.
	Grown(ctx context.Context) (int64, error)
}

// Contracts gives of every contract the version in force at an instant.
type Contracts interface {
	All(ctx context.Context, at time.Time) ([]*contract.Contract, error)
}

const (
	keptOfEach = 3 // states of a contract that are kept: the present, and days looked back to
	atOnce     = 4 // contracts that are reckoned beside each other
)

// patience is how long a reader waits for what is not kept; the rest is shown
// as being reckoned, and is there when they ask again.
const patience = 700 * time.Millisecond

// Keeper keeps what was reckoned of each contract.
type Keeper struct {
	cards     Cards
	log       Log
	contracts Contracts

	mu    sync.Mutex
	kept  map[string][]keptLine // by contract, the last reckoned first
	sizes []keptSizes           // the last read first
	names map[string][]byte     // what agencies' names are ordered by
}

// key names everything that a summary depends on: the first leaves of a log
// never change.
type key struct {
	version int
	size    int64
	day     calendar.Date
}

// keptLine is a line that was reckoned; it is not changed any more.
type keptLine struct {
	key  key
	line *Line
}

// keptSizes are the logs' sizes at an instant. They stand as long as no log has
// grown since.
type keptSizes struct {
	asOf  time.Time
	grown int64
	sizes map[string]int64
}

// NewKeeper makes an empty keeper.
func NewKeeper(cards Cards, log Log, contracts Contracts) *Keeper {
	return &Keeper{cards: cards, log: log, contracts: contracts, kept: map[string][]keptLine{}, names: map[string][]byte{}}
}

// wanted is a line that is not kept, and its place among the lines.
type wanted struct {
	place    int
	contract *contract.Contract
	key      key
}

// Lines returns the lines of the contracts that sees lets through, as of the
// moment. A log that was still empty then is left out. Figures that cannot be
// reckoned before the deadline are left for the next to ask.
func (k *Keeper) Lines(ctx context.Context, at web.Moment, sees func(contractID string) bool) ([]*Line, error) {
	lines, _, err := k.lines(ctx, at, sees, patience)
	return lines, err
}

func (k *Keeper) lines(ctx context.Context, at web.Moment, sees func(string) bool, wait time.Duration) ([]*Line, int, error) {
	all, err := k.contracts.All(ctx, at.Instant)
	if err != nil {
		return nil, 0, err
	}
	var asOf time.Time
	if at.Past {
		asOf = at.Instant
	}
	sizes, err := k.sizesAt(ctx, asOf)
	if err != nil {
		return nil, 0, err
	}
	lines, missing := []*Line{}, []wanted{}
	for _, c := range all {
		if sizes[c.ID] == 0 || !sees(c.ID) {
			continue
		}
		id := key{c.Version, sizes[c.ID], at.Day}
		line := k.get(c.ID, id)
		if line == nil {
			missing = append(missing, wanted{len(lines), c, id})
			empty := scorecard.Summary{Contract: k.cards.LineOf(c), Goals: []scorecard.GoalCell{}, Trend: []scorecard.TrendPoint{}}
			line = newLine(empty, c.Agency.ID, false, k.orderOf(c.Agency.Name))
		}
		lines = append(lines, line)
	}
	reckoned, err := k.reckon(ctx, at, lines, missing, wait)
	return lines, reckoned, err
}

// reckon fills in the missing lines, as many as the wait allows, and answers how
// many.
func (k *Keeper) reckon(ctx context.Context, at web.Moment, lines []*Line, missing []wanted, wait time.Duration) (int, error) {
	begun, until := 0, time.Now().Add(wait)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, w := range missing {
		if time.Now().After(until) {
			break
		}
		begun++
		group.Go(func() error {
			s, err := k.cards.Summary(ctx, w.contract, at)
			if err != nil {
				return fmt.Errorf("reckon %s: %w", w.contract.ID, err)
			}
			lines[w.place] = newLine(s, w.contract.Agency.ID, true, k.orderOf(w.contract.Agency.Name))
			k.put(w.contract.ID, w.key, lines[w.place])
			return nil
		})
	}
	return begun, group.Wait()
}

// Warm reckons what is missing for the present, for whoever asks next, and
// answers how many contracts that was.
func (k *Keeper) Warm(ctx context.Context, now time.Time, wait time.Duration) (int, error) {
	at := web.Moment{Instant: now, Day: calendar.DateOf(now)}
	_, reckoned, err := k.lines(ctx, at, func(string) bool { return true }, wait)
	return reckoned, err
}

// sizesAt returns the logs' sizes at the instant, and reads them only where a log
// has grown.
func (k *Keeper) sizesAt(ctx context.Context, asOf time.Time) (map[string]int64, error) {
	grown, err := k.log.Grown(ctx)
	if err != nil {
		return nil, err
	}
	if there := k.getSizes(asOf, grown); there != nil {
		return there, nil
	}
	sizes, err := k.log.Sizes(ctx, asOf)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sizes = slices.DeleteFunc(k.sizes, func(one keptSizes) bool { return one.asOf.Equal(asOf) })
	k.sizes = slices.Insert(k.sizes, 0, keptSizes{asOf, grown, sizes})
	k.sizes = k.sizes[:min(len(k.sizes), keptOfEach)]
	return sizes, nil
}

func (k *Keeper) getSizes(asOf time.Time, grown int64) map[string]int64 {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, one := range k.sizes {
		if one.grown == grown && one.asOf.Equal(asOf) {
			return one.sizes
		}
	}
	return nil
}

// get returns the kept line, or nil.
func (k *Keeper) get(contractID string, id key) *Line {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, one := range k.kept[contractID] {
		if one.key == id {
			return one.line
		}
	}
	return nil
}

func (k *Keeper) put(contractID string, id key, l *Line) {
	k.mu.Lock()
	defer k.mu.Unlock()
	list := append([]keptLine{{id, l}}, k.kept[contractID]...)
	k.kept[contractID] = list[:min(len(list), keptOfEach)]
}

// orderOf remembers what a name is ordered by, which takes long to find.
func (k *Keeper) orderOf(agency string) []byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.names[agency] == nil {
		k.names[agency] = orderOf(agency)
	}
	return k.names[agency]
}
