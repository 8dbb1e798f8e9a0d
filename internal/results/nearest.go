package results

// nearest returns the known word that lies closest to s, "" where none is close
// enough to be what was meant: at least one letter must be the same.
func nearest(s string, known []string) string {
	best, least := "", min(1+min(len(s), 9)/3, len(s)-1)
	for _, k := range known {
		if d := distance(s, k, least); d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to put in, leave out or change between two
// words; it gives up beyond most.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most || len(a) > 100 {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := diagonal
			if a[i-1] != b[j-1] {
				change++
			}
			diagonal = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
