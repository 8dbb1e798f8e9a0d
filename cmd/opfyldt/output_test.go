package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// says writes a line, as an export does.
func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	path := filepath.Join(dir, "log")
	if err := os.WriteFile(path, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := writeTo(path, nil, func(w io.Writer) error { return errors.Join(says("half")(w), broken) }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if got := content(t, path); got != "before" {
		t.Errorf("after a failure the file says %q", got)
	}
	if err := writeTo(path, nil, says("after")); err != nil || content(t, path) != "after" {
		t.Errorf("%v, %q", err, content(t, path))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("its rights: %v, %v", info.Mode(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := writeTo(dir, nil, says("x")); err == nil {
		t.Error("a folder is written")
	}
}

// A link stays a link, and what it leads to is written, there or not yet.
func TestALinkIsFollowed(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	target, link, chain := filepath.Join(dir, "target"), filepath.Join(dir, "link"), filepath.Join(dir, "chain")
	for from, to := range map[string]string{link: "target", chain: link} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"first", "second"} {
		if err := writeTo(chain, nil, says(text)); err != nil || content(t, target) != text {
			t.Errorf("%v, %q", err, content(t, target))
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info.Mode(), err)
	}
	if err := os.Symlink("loop", filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	if err := writeTo(filepath.Join(dir, "loop"), nil, says("x")); err == nil {
		t.Error("a link to itself is written")
	}
}

// What is written into a pipe reaches its reader, and the pipe stays one.
func TestAPipeIsWrittenInto(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(folder(t), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		text, _ := os.ReadFile(pipe) // what is missing shows in the comparison
		read <- string(text)
	}()
	if err := writeTo(pipe, nil, says("through")); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "through" {
		t.Errorf("the reader got %q", got)
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("the pipe became %v, %v", info.Mode(), err)
	}
}

// A reader that goes away is an error, and not a file that was written.
func TestAFailedWriteIsTold(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(folder(t), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	go func() {
		if f, err := os.Open(pipe); err == nil {
			f.Close()
		}
	}()
	err := writeTo(pipe, nil, func(w io.Writer) error {
		for { // until the reader is gone
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return err
			}
		}
	})
	if !errors.Is(err, syscall.EPIPE) {
		t.Errorf("got %v", err)
	}
}
