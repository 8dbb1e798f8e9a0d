package record

// nearest returns the known name that is fewest edits away, "" where none is
// near enough to be what was meant.
func nearest(name string, known []string) string {
	if len(name) > 40 {
		return ""
	}
	best, least := "", 1+len(name)/3
	for _, k := range known {
		if d := distance(name, k); k != "" && d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// distance is how many letters must be changed, put in or taken out to make a
// of b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal, row[j] = row[j], min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
