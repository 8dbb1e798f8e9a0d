package spotcheck

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// Strata are made by every column with 2 to 40 values, whatever its heading, but for
// those that may name people: the values stand in a fact.
func TestColumnsForStrata(t *testing.T) {
	file := "id;navn;sektor;kommunekode;Egen leder (navn);løbenr;landsdel\n"
	for i := range 50 {
		file += fmt.Sprintf("K%d;Kunde %d;%s;%d;Leder %d;%d;DK\n", i, i, []string{"Kommune", "Privat"}[i%2], 101+i%7, i%3, i%41)
	}
	list, err := open(strings.NewReader(file), int64(len(file)), make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Stop()
	for err == nil {
		_, err = list.next()
	}
	if !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	p := list.population("kunder.csv")
	if got := fmt.Sprint(p.columnNames()); got != "[sektor kommunekode]" {
		t.Errorf("columns for strata: %s", got)
	}
	if c, _ := p.column("kommunekode"); len(c.Values) != 7 || c.count("101") != 8 {
		t.Errorf("kommunekode: %+v", c) // 50 rows over 7 values: the first has 8
	}
}
