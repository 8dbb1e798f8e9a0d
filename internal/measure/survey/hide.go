package survey

// hide says which groups are not shown: those of fewer people than least, those
// hidden already, and so many others, the smallest first, that what is left of the
// total is never one group alone nor fewer people than least. A group of nobody
// hides nothing.
func hide(sizes []int64, least int64, already ...bool) []bool {
	hidden := make([]bool, len(sizes))
	for i, n := range sizes {
		hidden[i] = n > 0 && n < least || i < len(already) && already[i]
	}
	for {
		groups, people := 0, int64(0)
		for i, h := range hidden {
			if h && sizes[i] > 0 {
				groups++
				people += sizes[i]
			}
		}
		next := smallest(sizes, hidden)
		if groups == 0 || groups > 1 && people >= least || next < 0 {
			return hidden
		}
		hidden[next] = true
	}
}

// smallest is the smallest group of anybody that is still shown, the first of
// several; -1 where there is none.
func smallest(sizes []int64, hidden []bool) int {
	best := -1
	for i, n := range sizes {
		if !hidden[i] && n > 0 && (best < 0 || n < sizes[best]) {
			best = i
		}
	}
	return best
}
