package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"opfyldt/internal/calendar"
	"opfyldt/internal/catalogue"
	"opfyldt/internal/contract"
	"opfyldt/internal/exact"
	"opfyldt/internal/scoring"
)

// The columns of Table 11's shape, which fill 80 characters.
const (
	titleWidth        = 36
	degreeWidth       = 7
	weightWidth       = 7
	calculationWidth  = 14
	contributionWidth = 12
	numberWidth       = 6
	lineWidth         = titleWidth + degreeWidth + weightWidth + calculationWidth + contributionWidth + 4
)

// scoreTable writes the card as a table in the contract's language.
type scoreTable struct {
	w     *bufio.Writer
	c     *contract.Contract
	lang  string
	goals map[string]*scoring.GoalScore
}

func writeScoreTable(w io.Writer, c *contract.Contract, card scoring.Scorecard) error {
	t := scoreTable{bufio.NewWriter(w), c, c.Language, map[string]*scoring.GoalScore{}}
	for i := range card.Goals {
		t.goals[card.Goals[i].ID] = &card.Goals[i]
	}
	t.paragraph(c.Title)
	t.paragraph(t.text("score.table.as-of", map[string]any{"day": calendar.DateOf(card.AsOf)}))
	fmt.Fprintln(t.w)
	t.row(t.text("score.table.goal", nil), t.text("score.table.degree", nil), t.text("score.table.weight", nil),
		t.text("score.table.calculation", nil), t.text("score.table.contribution", nil))
	t.rule()
	t.blocks(c.Blocks, 0)
	t.rule()
	t.row(t.text("score.table.total", nil), "", t.number(weightSum(card.Goals)), "", t.span(card.Total.Worst, card.Total.Best, t.plain))
	fmt.Fprintln(t.w)
	t.notes(&card)
	return t.w.Flush()
}

func weightSum(goals []scoring.GoalScore) exact.Rat {
	sum := exact.Rat{}
	for i := range goals {
		sum = sum.Add(goals[i].Weight)
	}
	return sum
}

func (t *scoreTable) text(key string, params map[string]any) string {
	return catalogue.Text(t.lang, key, params)
}

func (t *scoreTable) rule() { fmt.Fprintln(t.w, strings.Repeat("-", lineWidth)) }

func (t *scoreTable) blocks(blocks []contract.Block, depth int) {
	for i := range blocks {
		b := &blocks[i]
		if b.Title != "" {
			t.paragraph(strings.Repeat("  ", depth) + b.Title)
		}
		for j := range b.Goals {
			t.goal(&b.Goals[j], depth+1)
		}
		t.blocks(b.Blocks, depth+1)
	}
}

func (t *scoreTable) goal(g *contract.Goal, depth int) {
	score := t.goals[g.ID]
	calculation := "–"
	if score.Degree.Known {
		calculation = t.plain(score.Degree.Worst.Quo(exact.Int(100))) + " * " + t.number(score.Weight)
	}
	title := strings.Repeat("  ", depth) + g.Number + " " + g.Title
	t.row(title,
		t.span(score.Degree.Worst, score.Degree.Best, t.number),
		t.number(score.Weight),
		calculation,
		t.span(score.Contribution.Worst, score.Contribution.Best, t.number))
}

// number writes a number; one that no column can hold, a share of a third for
// instance, is written to two decimals and marked as such.
func (t *scoreTable) number(x exact.Rat) string {
	text := catalogue.Number(t.lang, x)
	if utf8.RuneCountInString(text) > numberWidth {
		text = "≈" + catalogue.Fixed(t.lang, x, 2)
	}
	return text
}

// plain writes a number with the one decimal that the paper prints, where that
// is exact: "75,0".
func (t *scoreTable) plain(x exact.Rat) string {
	if _, same := x.Decimal(1); same {
		return catalogue.Fixed(t.lang, x, 1)
	}
	return catalogue.Number(t.lang, x)
}

// span writes a figure, or between which bounds it still lies.
func (t *scoreTable) span(worst, best exact.Rat, write func(exact.Rat) string) string {
	if worst.Equal(best) {
		return write(worst)
	}
	return write(worst) + "–" + write(best)
}

// row writes one line; a title that is too long goes on under itself.
func (t *scoreTable) row(title, degree, weight, calculation, contribution string) {
	lines := wrap(title, titleWidth, "  ")
	fmt.Fprintln(t.w, strings.TrimRight(strings.Join([]string{
		left(lines[0], titleWidth), right(degree, degreeWidth), right(weight, weightWidth),
		right(calculation, calculationWidth), right(contribution, contributionWidth),
	}, " "), " "))
	for _, line := range lines[1:] {
		fmt.Fprintln(t.w, line)
	}
}

// notes says what is not decided, what is assessed, and what the rules alone
// would give.
func (t *scoreTable) notes(card *scoring.Scorecard) {
	var open, assessed []string
	for _, g := range t.c.Goals() {
		if !t.goals[g.ID].Degree.Known {
			open = append(open, g.Number)
		}
		if t.goals[g.ID].Assessed != nil {
			assessed = append(assessed, g.Number)
		}
	}
	total := map[string]any{"decided": card.Total.Decided, "goals": open, "worst": card.Total.Worst, "best": card.Total.Best}
	if len(open) == 0 {
		t.paragraph(t.text("score.table.decided", nil))
	} else {
		t.paragraph(t.text("score.table.undecided", total))
	}
	t.aboutTotal(card)
	if len(assessed) == 0 {
		return
	}
	t.paragraph(t.text("score.table.assessed", map[string]any{"goals": assessed}))
	rules := map[string]any{"total": card.Calculated.Worst, "worst": card.Calculated.Worst, "best": card.Calculated.Best}
	if card.Calculated.Worst.Equal(card.Calculated.Best) {
		t.paragraph(t.text("score.table.calculated", rules))
	} else {
		t.paragraph(t.text("score.table.calculated.open", rules))
	}
}

// aboutTotal says what the total is held against: gates that are not passed, the
// cap, the contract's target, and what the total is used for.
func (t *scoreTable) aboutTotal(card *scoring.Scorecard) {
	for _, e := range notes(inWords(t.c, card.Explanation).Children) {
		if strings.HasPrefix(e.Rule, "explain.total.gate.") || e.Rule == "explain.total.capped" {
			t.paragraph(e.Text)
		}
	}
	rule := t.c.Total
	if rule.Target != nil {
		t.paragraph(t.text("score.table.target."+reachedOf(card.Kept), map[string]any{"target": *rule.Target}))
	}
	if card.Use == nil {
		return
	}
	key := "score.table.use.open"
	if card.Use.Known {
		key = "score.table.use"
	}
	t.paragraph(t.text(key, map[string]any{"text": rule.Use.Text, "least": card.Use.Worst, "most": card.Use.Best, "unit": rule.Use.Unit}))
}

// reachedOf names where the total stands against its target.
func reachedOf(kept *bool) string {
	switch {
	case kept == nil:
		return "open"
	case *kept:
		return "reached"
	}
	return "missed"
}

func (t *scoreTable) paragraph(text string) {
	for _, line := range wrap(text, lineWidth, "") {
		fmt.Fprintln(t.w, line)
	}
}

// wrap breaks a text at spaces; lines after the first keep its indent and hang
// by so much more.
func wrap(text string, width int, hang string) []string {
	words := strings.Fields(text)
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	var lines []string
	line := indent
	for _, word := range words {
		switch {
		case strings.TrimSpace(line) == "":
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = indent + hang + word
		}
	}
	return append(lines, line)
}

func left(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}

func right(text string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text))) + text
}
