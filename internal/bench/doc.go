// Package bench measures Opfyldt against plain work on the same machine, in
// the same run: `make bench` prints work, ours, limit, ratio and goal.
//
// It times nothing in tests; a row that falls short says so and fails nothing.
package bench
