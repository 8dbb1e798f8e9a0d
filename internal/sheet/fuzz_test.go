package sheet

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever comes: no panic, and a file is taken with rows or refused with a place.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("Nummer;Navn;Aftalt dato\n1;a;2014-06-30\n"))
	f.Add([]byte("sep=,\r\nNummer,Navn,Aftalt dato\r\n1,\"a\nb\",30.06.2014\r\n"))
	f.Add([]byte("\xff\xfeN\x00u\x00"))
	for _, name := range []string{"testdata/libreoffice.xlsx", "testdata/ours.xlsx"} {
		file, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		lines, info, err := readAll(file, steps)
		faulty, isFaulty := errors.AsType[*Faulty](err)
		switch {
		case err == nil && (len(lines) == 0 || info.Rows == 0):
			t.Fatal("taken without rows")
		case err != nil && !isFaulty:
			t.Fatalf("not told as the file's fault: %v", err)
		case isFaulty && (faulty.Count == 0 || len(faulty.Problems) == 0):
			t.Fatal("refused without a place")
		}
	})
}

// Every text is read as it was written, in both formats, and no cell runs.
func FuzzTextsComeBack(f *testing.F) {
	for _, text := range tricky {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\r\uFFFD") || len(text) > 1000 || blank([]Cell{textCell(text)}) {
			return
		}
		for _, style := range []Style{{Format: CSV, Danish: true}, {Format: XLSX}} {
			file := written(t, style, []any{1, text, nil, nil, nil, nil})
			table, err := Open(bytes.NewReader(file), int64(len(file)), steps)
			if err != nil {
				t.Fatal(err)
			}
			for r := range table.Rows() {
				if table.faults.Count > 0 { // a person number
					return
				}
				if got := r.Text("name"); got != strings.TrimSpace(text) {
					t.Fatalf("%s: %q came back as %q", style.Format, text, got)
				}
			}
		}
	})
}
