package comparison

import (
	"strings"
	"unicode"
)

// Op says on which side a stretch of words stands.
type Op string

// The ops.
const (
	Same Op = "same"
	Gone Op = "gone" // on the left alone
	New  Op = "new"  // on the right alone
)

// Part is a stretch of words. The parts that are not new make the left text, the
// parts that are not gone the right one.
type Part struct {
	Op   Op
	Text string
}

// mostCells bounds the work of one comparison; longer texts are told apart as
// wholes.
const mostCells = 4_000_000

// Words tells two texts apart by the fewest words that go or come.
func Words(left, right string) []Part {
	a, b := split(left), split(right)
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	lastA, lastB := len(a), len(b)
	for lastA > first && lastB > first && a[lastA-1] == b[lastB-1] {
		lastA, lastB = lastA-1, lastB-1
	}
	var p parts
	p.add(Same, a[:first]...)
	if (lastA-first)*(lastB-first) > mostCells {
		p.add(Gone, a[first:lastA]...)
		p.add(New, b[first:lastB]...)
	} else {
		p.between(a[first:lastA], b[first:lastB])
	}
	p.add(Same, a[lastA:]...)
	return p.list
}

// split takes a text apart into words, each with the blanks after it.
func split(text string) []string {
	var words []string
	begin, blank := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if blank && !space {
			words = append(words, text[begin:i])
			begin = i
		}
		blank = space
	}
	if begin < len(text) {
		words = append(words, text[begin:])
	}
	return words
}

// parts joins neighbours of one op.
type parts struct{ list []Part }

func (p *parts) add(op Op, words ...string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, "")
	if n := len(p.list); n > 0 && p.list[n-1].Op == op {
		p.list[n-1].Text += text
		return
	}
	p.list = append(p.list, Part{op, text})
}

// between tells what lies between a common beginning and end apart, by the
// longest common sequence of words.
func (p *parts) between(a, b []string) {
	longest := make([][]int32, len(a)+1)
	for i := range longest {
		longest[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add(Same, a[i])
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			p.add(Gone, a[i])
			i++
		default:
			p.add(New, b[j])
			j++
		}
	}
	p.add(Gone, a[i:]...)
	p.add(New, b[j:]...)
}
