package revision

import "strings"

// Mark says whether a line stays, goes or comes.
type Mark string

// The marks.
const (
	Stays Mark = "same"
	Goes  Mark = "removed"
	Comes Mark = "added"
)

// Line is one line of two files laid over each other, with its number in each;
// 0 where it is not in that one.
type Line struct {
	Mark   Mark   `json:"mark"`
	Before int    `json:"before"`
	After  int    `json:"after"`
	Text   string `json:"text"`
}

// around is how many lines that stay are shown beside those that do not.
const around = 3

// mostCells bounds the work of finding the longest common sequence. Beyond it
// everything between the first and the last difference is shown as changed.
const mostCells = 4_000_000

// Lines returns the lines that differ, each stretch with a few around it. It is
// empty where the files are the same.
func Lines(before, after string) [][]Line {
	return stretches(overlay(split(before), split(after)))
}

func split(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// overlay lays the files over each other. What they have in common at their
// ends needs no search.
func overlay(before, after []string) []Line {
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	o := &overlaid{}
	for i := range head {
		o.add(Stays, before[i])
	}
	o.middle(before[head:len(before)-tail], after[head:len(after)-tail])
	for _, text := range before[len(before)-tail:] {
		o.add(Stays, text)
	}
	return o.lines
}

// overlaid numbers the lines as they are added.
type overlaid struct {
	lines         []Line
	before, after int
}

func (o *overlaid) add(m Mark, text string) {
	l := Line{Mark: m, Text: text}
	if m != Comes {
		o.before++
		l.Before = o.before
	}
	if m != Goes {
		o.after++
		l.After = o.after
	}
	o.lines = append(o.lines, l)
}

func (o *overlaid) middle(before, after []string) {
	i, j := 0, 0
	if common := commonLengths(before, after); common != nil {
		for i < len(before) && j < len(after) {
			switch {
			case before[i] == after[j]:
				o.add(Stays, before[i])
				i, j = i+1, j+1
			case common[i+1][j] >= common[i][j+1]:
				o.add(Goes, before[i])
				i++
			default:
				o.add(Comes, after[j])
				j++
			}
		}
	}
	for ; i < len(before); i++ {
		o.add(Goes, before[i])
	}
	for ; j < len(after); j++ {
		o.add(Comes, after[j])
	}
}

// commonLengths tells for each pair of places how many lines the rests have in
// common; nil where that is too much work.
func commonLengths(before, after []string) [][]int32 {
	if len(before)*len(after) > mostCells {
		return nil
	}
	common := make([][]int32, len(before)+1)
	for i := range common {
		common[i] = make([]int32, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if before[i] == after[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

// stretches cuts out what differs.
func stretches(lines []Line) [][]Line {
	list := [][]Line{}
	end := 0 // of the stretch that is being gathered
	for i, l := range lines {
		if l.Mark == Stays {
			continue
		}
		from, to := max(i-around, 0), min(i+around+1, len(lines))
		if len(list) > 0 && from <= end {
			last := len(list) - 1
			list[last] = append(list[last], lines[end:max(to, end)]...)
		} else {
			list = append(list, append([]Line{}, lines[from:to]...))
		}
		end = max(end, to)
	}
	return list
}
