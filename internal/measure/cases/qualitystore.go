package cases

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// scope narrows standing rows to the cases that the window's figures rest on or may
// come to rest on: those concluded in it, and the open ones.
func (q quality) scope(arg func(any) string) string {
	return ` AND (r.concluded IS NULL OR r.concluded BETWEEN ` + arg(day(q.rule.Window.From)) + ` AND ` + arg(day(q.rule.Window.To)) + `)`
}

// separators are what people write between the parts of a reference, or leave out.
const separators = ` -_./\:,;#()`

// spelt is a reference without what people write now and then: upper or lower case,
// leading zeros, and separators but between digits.
const spelt = `regexp_replace(regexp_replace(regexp_replace(upper(reference), '[ \-_./\\:,;#()]+', '-', 'g'),
 '(^|[^0-9])0+([0-9])', '\1\2', 'g'), '-(?![0-9])|(?<![0-9])-', '', 'g')`

// alike names the references that look like another's of the same receipt, kind and
// outcome. What differs when all zeros and separators are left out differs anyway, which
// is quicker to see.
func (q quality) alike(arg func(any) string) string {
	const same = `PARTITION BY received, kind COLLATE "C", outcome COLLATE "C", `
	return `SELECT reference FROM (
 SELECT reference, count(*) OVER (` + same + spelt + ` COLLATE "C") AS n FROM (
  SELECT r.reference, r.received, r.kind, r.outcome, count(*) OVER (` + same + `translate(upper(r.reference), '0` + separators + `', '') COLLATE "C") AS n
    FROM` + standing + q.scope(arg) + `) near WHERE n > 1) alike WHERE n > 1`
}

// stopped holds of cases with a stop of which the condition holds.
func stopped(condition string) string {
	return `(r.body LIKE '%"stops":[%' AND EXISTS (SELECT FROM jsonb_to_recordset(r.body::jsonb -> 'stops')
 AS s("from" date, "to" date, counts boolean) WHERE ` + condition + `))`
}

const earlierRow = `(SELECT NOT n.removed FROM case_rows n
 WHERE n.contract_id = $1 AND n.requirement = $2 AND n.reference COLLATE "C" = r.reference COLLATE "C"
   AND n.number < r.number AND n.import_id = ANY($3::uuid[]) ORDER BY n.number DESC LIMIT 1)`

// condition holds of a standing row of which the finding is true.
func (q quality) condition(f Finding, arg func(any) string) string {
	switch f {
	case Alike:
		return `r.reference COLLATE "C" = ANY(ARRAY(` + q.alike(arg) + `))`
	case RestDay:
		var days []time.Time
		for _, d := range restDays(q.rule.Window) {
			days = append(days, time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC))
		}
		return `(extract(isodow FROM r.concluded) > 5 OR r.concluded = ANY(` + arg(days) + `::date[]))`
	case LongAgo:
		return `r.received < ` + arg(day(q.extract.AddMonths(-12*longAgo)))
	case Outlier:
		if q.bound() < 0 {
			return `false`
		}
		return `r.concluded - r.received > ` + arg(q.bound()) + `::int`
	case OutcomeOpen:
		return `(r.concluded IS NULL AND r.outcome <> '')`
	case NoOutcome:
		return `(r.concluded IS NOT NULL AND r.outcome = '')`
	case BeforeStopEnded:
		return stopped(`s."from" <= r.concluded AND s."to" > r.concluded`)
	case StopAfterwards:
		return stopped(`s."from" > r.concluded`)
	case StopForNothing:
		return stopped(`s.counts AND (s."to" <= r.received OR s."from" > r.due)`)
	case StopUnnamed:
		return stopped(`NOT s.counts`)
	case BroughtNew:
		if q.first {
			return `true`
		}
		return `(r.import_id = ` + arg(q.newest) + `::uuid AND ` + earlierRow + ` IS NOT TRUE)`
	case BroughtChanged:
		if q.first {
			return `false`
		}
		return `(r.import_id = ` + arg(q.newest) + `::uuid AND ` + earlierRow + `)`
	}
	return `false`
}

func (q quality) bound() int {
	if q.fence == nil {
		return -1
	}
	return q.fence.Bound
}

// narrow is what a list of the finding's cases is narrowed by.
func (q quality) narrow(f Finding, arg func(any) string) string {
	if f == BroughtNew || f == BroughtChanged {
		return ` AND ` + q.condition(f, arg)
	}
	return q.scope(arg) + ` AND ` + q.condition(f, arg)
}

// Checked is how many cases were looked at, and how many there are of each finding.
type Checked struct {
	Cases int64
	Found map[Finding]int64
}

// Check counts the cases of each finding, in one pass over those of the window and
// one that groups them by reference.
func (s *Store) Check(ctx context.Context, of Of, q quality) (*Checked, error) {
	args := []any{of.Contract, of.Requirement, of.Chain}
	arg := func(value any) string {
		args = append(args, value)
		return fmt.Sprintf("$%d", len(args))
	}
	scope := q.scope(arg)
	var counts []string
	var looked []Finding
	for _, f := range q.findings() {
		if f != Alike {
			counts = append(counts, `count(*) FILTER (WHERE `+q.condition(f, arg)+`)`)
			looked = append(looked, f)
		}
	}
	checked := &Checked{Found: map[Finding]int64{}}
	numbers := make([]int64, len(looked))
	into := []any{&checked.Cases}
	for i := range numbers {
		into = append(into, &numbers[i])
	}
	sql := `SELECT count(*), ` + strings.Join(counts, ", ") + ` FROM` + standing + scope
	if err := s.pool.QueryRow(ctx, sql, args...).Scan(into...); err != nil {
		return nil, fmt.Errorf("check the cases: %w", err)
	}
	for i, f := range looked {
		checked.Found[f] = numbers[i]
	}
	args = args[:3]
	sql = `SELECT count(*) FROM (` + q.alike(arg) + `) a`
	var alike int64
	if err := s.pool.QueryRow(ctx, sql, args...).Scan(&alike); err != nil {
		return nil, fmt.Errorf("look for cases alike: %w", err)
	}
	checked.Found[Alike] = alike
	return checked, nil
}
