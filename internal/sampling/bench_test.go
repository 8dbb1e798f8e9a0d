package sampling

import (
	"testing"

	"opfyldt/internal/exact"
)

const tenMillion = 10_000_000

func BenchmarkSizeOfTenMillion(b *testing.B) {
	for _, c := range []struct {
		name           string
		design, accept int64
	}{
		{"one", 1, 0}, {"1-percent", 100_000, 0}, {"1-permille-accept-20", 10_000, 20},
		{"half-accept-a-million", 5_000_000, 1_000_000}, {"1-percent-accept-50000", 100_000, 50_000},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Size(Plan{tenMillion, c.design, c.accept, exact.MustParse("0.95")}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBoundOfTenMillion(b *testing.B) {
	for _, c := range []struct {
		name          string
		sample, found int64
	}{
		{"300-none", 300, 0}, {"3000-found-40", 3000, 40}, {"million-found-1000", 1_000_000, 1000},
		{"half-found-half", 5_000_000, 2_500_000},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := TwoSided(Finding{tenMillion, c.sample, c.found, exact.MustParse("0.95")}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
