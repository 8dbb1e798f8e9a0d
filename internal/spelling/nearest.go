package spelling

// longest bounds the words that are compared: the work grows with their square.
const longest = 100

// Nearest returns the known word that differs from s by the fewest keystrokes,
// "" when none is near enough to be what was meant: one letter may be wrong and
// a third of the others, but no more than most.
func Nearest(s string, known []string, most int) string {
	best, least := "", min(1+len(s)/3, most)
	for _, k := range known {
		if d := distance(s, k, least); d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the keystrokes between two words: letters put in, left out,
// changed, or two neighbours swapped. Beyond most it is not counted.
func distance(a, b string, most int) int {
	if len(a) > longest || len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
