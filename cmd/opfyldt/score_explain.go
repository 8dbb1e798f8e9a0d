package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"opfyldt/internal/contract"
	"opfyldt/internal/scoring"
)

// writeExplanation writes how the total came about: each figure in words, what
// it rests on below it, and the ids of the facts.
func writeExplanation(w io.Writer, c *contract.Contract, card scoring.Scorecard) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out)
	explain(out, inWords(c, card.Explanation), 0)
	return out.Flush()
}

func explain(w io.Writer, e scoring.Explanation, depth int) {
	indent := strings.Repeat("  ", depth)
	for i, line := range wrap(e.Text, max(lineWidth-len(indent)-2, 20), "") {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		fmt.Fprintln(w, indent+mark+line)
	}
	for _, id := range e.Facts {
		fmt.Fprintln(w, indent+"  ["+id+"]")
	}
	for _, child := range e.Children {
		explain(w, child, depth+1)
	}
}
