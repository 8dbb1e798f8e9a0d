package contract

// nearest returns the known word that differs from the given by the fewest
// keystrokes, "" when none is near enough to be what was meant.
func nearest(s string, known []string) string {
	best, least := "", 1+len(s)/3
	if least > 3 {
		least = 3
	}
	for _, k := range known {
		if d := distance(s, k); d > 0 && d <= least {
			if d < least || best == "" {
				best, least = k, d
			}
		}
	}
	return best
}

// distance counts the keystrokes between two words: letters put in, left out,
// changed, or two neighbours swapped.
func distance(a, b string) int {
	if len(a) > maxKey || len(b) > maxKey {
		return maxKey
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
