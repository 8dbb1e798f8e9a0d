package sheet

import (
	"bytes"
	"fmt"
	"testing"

	"opfyldt/internal/calendar"
)

// big is a file of n rows of a plan.
func big(b *testing.B, style Style, n int) []byte {
	b.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, style, heads)
	if err != nil {
		b.Fatal(err)
	}
	first := calendar.MustDate("2014-01-01")
	for i := range n {
		if err := w.Row(i, fmt.Sprintf("Kunde nummer %d, Ålborg", i), first.AddDays(i%365), Ore(i), Ore(i), i); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func benchmarkRead(b *testing.B, style Style, n int) {
	file := big(b, style, n)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		shape := Shape{Columns: steps.Columns[:5]}
		shape.Columns = append([]Column(nil), shape.Columns...)
		shape.Columns[0].Unique = false
		t, err := Open(bytes.NewReader(file), int64(len(file)), shape)
		if err != nil {
			b.Fatal(err)
		}
		for r := range t.Rows() {
			r.Date("day")
			r.Money("money")
		}
		if info, err := t.Close(); err != nil || info.Rows != n {
			b.Fatal(info.Rows, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
}

func BenchmarkReadCSV(b *testing.B)  { benchmarkRead(b, Style{Format: CSV, Danish: true}, 100_000) }
func BenchmarkReadXLSX(b *testing.B) { benchmarkRead(b, Style{Format: XLSX}, 20_000) }

func BenchmarkWriteXLSX(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		big(b, Style{Format: XLSX}, 20_000)
	}
}
