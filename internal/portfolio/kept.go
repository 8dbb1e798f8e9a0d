package portfolio

import (
	"context"
	"fmt"
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

	mu   sync.Mutex
	kept map[string][]keptSummary // by contract, the last used first
}

// key names everything that a summary depends on: the first leaves of a log
// never change.
type key struct {
	version int
	size    int64
	day     calendar.Date
}

type keptSummary struct {
	key     key
	summary scorecard.Summary
}

// NewKeeper makes an empty keeper.
func NewKeeper(cards Cards, log Log, contracts Contracts) *Keeper {
	return &Keeper{cards: cards, log: log, contracts: contracts, kept: map[string][]keptSummary{}}
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
func (k *Keeper) Lines(ctx context.Context, at web.Moment, sees func(contractID string) bool) ([]Line, error) {
	lines, _, err := k.lines(ctx, at, sees, patience)
	return lines, err
}

func (k *Keeper) lines(ctx context.Context, at web.Moment, sees func(string) bool, wait time.Duration) ([]Line, int, error) {
	all, err := k.contracts.All(ctx, at.Instant)
	if err != nil {
		return nil, 0, err
	}
	var asOf time.Time
	if at.Past {
		asOf = at.Instant
	}
	sizes, err := k.log.Sizes(ctx, asOf)
	if err != nil {
		return nil, 0, err
	}
	lines, missing := []Line{}, []wanted{}
	for _, c := range all {
		if sizes[c.ID] == 0 || !sees(c.ID) {
			continue
		}
		id := key{c.Version, sizes[c.ID], at.Day}
		if s, ok := k.get(c.ID, id); ok {
			lines = append(lines, Line{s, c.Agency.ID, true})
			continue
		}
		missing = append(missing, wanted{len(lines), c, id})
		empty := scorecard.Summary{Contract: k.cards.LineOf(c), Goals: []scorecard.GoalCell{}, Trend: []scorecard.TrendPoint{}}
		lines = append(lines, Line{empty, c.Agency.ID, false})
	}
	reckoned, err := k.reckon(ctx, at, lines, missing, wait)
	return lines, reckoned, err
}

// reckon fills in the missing lines, as many as the wait allows, and answers how
// many.
func (k *Keeper) reckon(ctx context.Context, at web.Moment, lines []Line, missing []wanted, wait time.Duration) (int, error) {
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
			k.put(w.contract.ID, w.key, s)
			lines[w.place] = Line{s, w.contract.Agency.ID, true}
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

func (k *Keeper) get(contractID string, id key) (scorecard.Summary, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, one := range k.kept[contractID] {
		if one.key == id {
			return one.summary, true
		}
	}
	return scorecard.Summary{}, false
}

func (k *Keeper) put(contractID string, id key, s scorecard.Summary) {
	k.mu.Lock()
	defer k.mu.Unlock()
	list := append([]keptSummary{{id, s}}, k.kept[contractID]...)
	k.kept[contractID] = list[:min(len(list), keptOfEach)]
}
