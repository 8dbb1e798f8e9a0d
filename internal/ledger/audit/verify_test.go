package audit_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"opfyldt/internal/ledger/audit"
)

// leaves is how many facts the tests' export has; checkpoints stand at 2 and 5,
// so that one lies inside the log and the last five leaves make an uneven tree.
const leaves = 5

// export builds a small export line by line, without the program's writer.
func export(t testing.TB) (text []byte, key string) {
	t.Helper()
	private, public, err := note.GenerateKey(rand.Reader, "opfyldt/c")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{fmt.Sprintf(`{"checkpoints":2,"contract":"c","format":"opfyldt-ledger/1","leaves":%d,"origin":"opfyldt/c"}`, leaves)}
	var hashes, stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, p := range at {
			out = append(out, stored[p])
		}
		return out, nil
	})
	for i := range leaves {
		fact := fmt.Sprintf(`{"body":{"n":%d,"text":"æ\n"},"contract":"c","id":"id-%d","recorded":"2014-06-30T10:00:00.00000%dZ"}`, i, i, i)
		lines = append(lines, fact)
		hashes = append(hashes, tlog.RecordHash([]byte(fact)))
		more, err := tlog.StoredHashes(int64(i), []byte(fact), reader)
		if err != nil {
			t.Fatal(err)
		}
		stored = append(stored, more...)
	}
	for _, h := range hashes {
		lines = append(lines, fmt.Sprintf(`{"hash":"%s"}`, h))
	}
	for _, size := range []int64{2, leaves} {
		root, err := tlog.TreeHash(size, reader)
		if err != nil {
			t.Fatal(err)
		}
		signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("opfyldt/c\n%d\n%s\n", size, root)}, signer)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, `{"checkpoint":"`+strings.ReplaceAll(string(signed), "\n", `\n`)+`"}`)
	}
	return []byte(strings.Join(lines, "\n") + "\n"), public
}

func verify(text []byte, key string) error {
	_, err := audit.Verify(bytes.NewReader(text), "c.log", key)
	return err
}

func TestAGoodExportPasses(t *testing.T) {
	text, key := export(t)
	v, err := audit.Verify(bytes.NewReader(text), "c.log", key)
	if err != nil || v.Leaves != leaves || v.Contract != "c" || v.Checkpoints != 2 {
		t.Errorf("got %+v, %v", v, err)
	}
}

// Every byte, replaced by several others, must show.
func TestAnyChangedByteShows(t *testing.T) {
	t.Parallel()
	text, key := export(t)
	for i, was := range text {
		changed := bytes.Clone(text)
		for _, b := range []byte{was ^ 0x01, was ^ 0x20, was ^ 0x80, '0', 'A', '"', ' ', '\n', 0} {
			if b == was {
				continue
			}
			changed[i] = b
			if err := verify(changed, key); err == nil {
				t.Fatalf("byte %d changed from %q to %q passes", i, was, b)
			} else if _, ok := errors.AsType[*audit.Finding](err); !ok {
				t.Fatalf("byte %d: %v names no place", i, err)
			}
		}
	}
}

// Every byte taken out or put in twice, every end cut off, and more at the end.
func TestAnyMissingOrAddedByteShows(t *testing.T) {
	t.Parallel()
	text, key := export(t)
	for i := range text {
		without := append(bytes.Clone(text[:i]), text[i+1:]...)
		twice := append(bytes.Clone(text[:i+1]), text[i:]...)
		for what, changed := range map[string][]byte{"taken out": without, "doubled": twice, "cut off from": text[:i]} {
			if verify(changed, key) == nil {
				t.Fatalf("byte %d %s passes", i, what)
			}
		}
	}
	for _, more := range []string{"\n", " ", "{}\n", "x"} {
		if verify(append(bytes.Clone(text), more...), key) == nil {
			t.Errorf("%q at the end passes", more)
		}
	}
}

// Lines taken out, doubled, or changed for one another.
func TestLinesInAnotherOrderShow(t *testing.T) {
	text, key := export(t)
	lines := bytes.SplitAfter(text, []byte("\n"))
	lines = lines[:len(lines)-1]
	join := func(parts ...[][]byte) []byte {
		var all []byte
		for _, p := range parts {
			all = append(all, bytes.Join(p, nil)...)
		}
		return all
	}
	for i := range lines {
		if verify(join(lines[:i], lines[i+1:]), key) == nil {
			t.Errorf("line %d taken out passes", i+1)
		}
		if verify(join(lines[:i+1], lines[i:]), key) == nil {
			t.Errorf("line %d doubled passes", i+1)
		}
		for j := i + 1; j < len(lines); j++ {
			swapped := append([][]byte{}, lines...)
			swapped[i], swapped[j] = swapped[j], swapped[i]
			if verify(join(swapped), key) == nil {
				t.Errorf("lines %d and %d swapped pass", i+1, j+1)
			}
		}
	}
}

// The line is named: of 13 lines, 1 is the header, 2–6 are facts, 7–11 their
// hashes, 12 and 13 the checkpoints.
func TestThePlaceIsNamed(t *testing.T) {
	text, key := export(t)
	for _, c := range []struct{ old, new, want string }{
		{`"n":0`, `"n":9`, "c.log:2: the fact was changed"},
		{`"n":1`, `"n":9`, "c.log:3: the fact was changed"},
		{`"n":3`, `"n":9`, "c.log:5: the fact was changed"},
		{`"n":3`, `"n": 3`, "c.log:5: the fact was changed: it is not canonical"},
		{`"id":"id-3"`, `"id":"id-1"`, "c.log:5: the fact has the id of the one on line 3"},
		{`000004Z`, `000002Z`, "c.log:6: the fact was changed or moved"},
		{`"leaves":5`, `"leaves":4`, "c.log:6: a hash should stand here"},
		{`"checkpoints":2`, `"checkpoints":1`, "c.log:12: the last checkpoint covers 2 of 5"},
		{`opfyldt-ledger/1`, `opfyldt-ledger/2`, "c.log:1: the format"},
		{`opfyldt/c\n2\n`, `opfyldt/c\n3\n`, "c.log:12: the checkpoint's signature"},
	} {
		err := verify(bytes.Replace(text, []byte(c.old), []byte(c.new), 1), key)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s → %s: got %v, want %s", c.old, c.new, err, c.want)
		}
	}
}

// A changed hash line alone is told from a changed fact.
func TestAChangedHashIsNamed(t *testing.T) {
	text, key := export(t)
	lines := strings.Split(string(text), "\n")
	lines[8] = `{"hash":"` + tlog.RecordHash(nil).String() + `"}` // line 9: the third hash
	if err := verify([]byte(strings.Join(lines, "\n")), key); err == nil || !strings.HasPrefix(err.Error(), "c.log:9: the hash was changed: the fact on line 4") {
		t.Errorf("got %v", err)
	}
}

// A second signature line, and the same signature in another writing: base64's
// last character has spare bits.
func TestACheckpointHasOneForm(t *testing.T) {
	text, key := export(t)
	_, other, err := note.GenerateKey(rand.Reader, "opfyldt/c")
	if err != nil {
		t.Fatal(err)
	}
	if verify(text, other) == nil {
		t.Error("another key passes")
	}
	line := `\n— witness ` + strings.Repeat("A", 92) + `\n"}`
	if verify(bytes.Replace(text, []byte(`\n"}`), []byte(line), 1), key) == nil {
		t.Error("an unknown signature line passes")
	}
	// A signature of 4+64 bytes ends in xxx= with two spare bits in the last x.
	end := bytes.Index(text, []byte(`=\n"}`))
	if end < 0 {
		t.Fatal("the signature has no padding")
	}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	at := strings.IndexByte(alphabet, text[end-1])
	changed := bytes.Clone(text)
	changed[end-1] = alphabet[at^1] // a spare bit
	if verify(changed, key) == nil {
		t.Error("the same signature in another writing passes")
	}
}

func FuzzVerifyDoesNotPanic(f *testing.F) {
	text, key := export(f)
	f.Add(text)
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, changed []byte) {
		if err := verify(changed, key); err == nil && !bytes.Equal(changed, text) {
			t.Errorf("another file passes: %q", changed)
		}
	})
}
