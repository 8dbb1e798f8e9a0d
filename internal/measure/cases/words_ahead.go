package cases

import (
	"unicode"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/forecast"
)

// say puts into words how many cases may still be late, and what endangers the target.
func (a *CasesAhead) say(lang string, k known) {
	t := k.tally()
	count := t
	if k.over() {
		count.Open, count.Overdue = 0, 0 // they are not the period's
		if k.rule.OpenLateCounts {
			count.Overdue = t.Overdue
		}
	}
	spare := count.Spare(k.target)
	more, can := count.Missing(k.target)
	params := map[string]any{
		"open": count.Open, "overdue": count.Overdue, "all": count.Open + count.Overdue, "concluded": t.Timely + t.Late,
		"spare": spare, "short": -spare, "more": more, "until": k.rule.Window.To, "days": soon, "age": k.extract.DaysUntil(k.today), "extract": k.extract,
	}
	text := func(key string) string { return catalogue.Text(lang, "cases.ahead."+key, params) }
	warn := func(kind, key string) { a.Warnings = append(a.Warnings, CaseWarning{kind, text(key)}) }
	if k.over() {
		a.Line = text("kept")
		if spare < 0 {
			a.Line = text("missed")
			warn("lost", "missed")
		}
		return
	}
	a.Late = &LateAhead{Spare: spare, Words: text(lateKey(count, spare)), Rule: text("rule")}
	a.Line = a.Late.Words
	switch {
	case spare >= 0:
	case !can && lostFor(count, k):
		warn("lost", "lost")
	default:
		a.need(k, more, can, warn, params)
	}
	soonDue, _ := dueSoon(k.open, k.today)
	params["soon"] = soonDue
	switch {
	case spare < 0 || soonDue <= spare:
	case spare == 0:
		warn("soon", "soonNone")
	default:
		warn("soon", "soon")
	}
	if k.extract.DaysUntil(k.today) > stale {
		warn("stale", "stale")
	}
	if len(a.Warnings) > 0 && a.Warnings[0].Kind != "stale" {
		a.Line = a.Warnings[0].Words
	}
}

func lateKey(t forecast.Tally, spare int64) string {
	switch {
	case spare < 0:
		return "short"
	case t.Open == 0:
		return "holds"
	case spare == t.Open:
		return "all"
	case spare == 0:
		return "none"
	}
	return "spare"
}

// lostFor reports whether no case whatever can bring the target back: not even if those
// past their limit stayed open.
func lostFor(t forecast.Tally, k known) bool {
	if !k.rule.OpenLateCounts {
		t.Overdue = 0
	}
	_, can := t.Missing(k.target)
	return !can
}

// need warns of a target that takes new cases; beyond all likelihood where they are
// more than a year brought.
func (a *CasesAhead) need(k known, more int64, can bool, warn func(kind, key string), params map[string]any) {
	came, _, _ := k.in(k.lastYear())
	params["came"] = came
	switch {
	case !can:
		warn("short", "stay")
	case more > came:
		warn("beyond", "beyond")
	default:
		warn("short", "need")
	}
}

// soonWords is how many open cases come close to their limit.
func soonWords(lang string, n int64) string {
	return catalogue.Text(lang, "task.what.cases_due", map[string]any{"count": n, "days": soon})
}

// line is what the month that the extract ends in still needs; "" where that is
// settled or there is none.
func (c *CountAhead) line(lang string, k known) string {
	for _, m := range c.Months {
		if m.Data != Begun || m.Need == nil && m.Spare == nil {
			continue
		}
		month, err := calendar.ParseMonth(m.Month)
		if err != nil {
			return ""
		}
		name := catalogue.Value(lang, month)
		first, size := utf8.DecodeRuneInString(name)
		params := map[string]any{"month": string(unicode.ToUpper(first)) + name[size:], "cases": m.Cases, "extract": k.extract}
		key := "both"
		if m.Need != nil {
			params["need"] = *m.Need
		} else {
			key = "spare"
		}
		if m.Spare != nil {
			params["spare"] = *m.Spare
		} else {
			key = "need"
		}
		return catalogue.Text(lang, "cases.ahead.month."+key, params)
	}
	return ""
}
