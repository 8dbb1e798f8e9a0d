package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeTo writes a file whole or not at all, the one that a link leads to where
// the path is a link. Into what is no regular file (a pipe, a device) it writes
// straight, for there is nothing to put in its place; "-" is standard output.
func writeTo(path string, standard io.Writer, write func(io.Writer) error) error {
	if path == "-" {
		return write(standard)
	}
	target, err := targetOf(path)
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("--out: %s is a folder; name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		return writeStraight(target, write)
	case err == nil:
		return writeBeside(target, info.Mode().Perm(), write)
	case errors.Is(err, fs.ErrNotExist):
		return writeBeside(target, 0o644, write)
	}
	return fmt.Errorf("--out: %w", err)
}

// maxLinks is how many links in a row are followed.
const maxLinks = 40

// targetOf follows links to what is to be written, which need not be there yet.
func targetOf(path string) (string, error) {
	for range maxLinks {
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) || err == nil && info.Mode()&fs.ModeSymlink == 0 {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		next, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(path), next)
		}
		// Where one end of a pipe is (/dev/stdout, /dev/fd/3), the link says so and
		// leads nowhere by its name.
		if _, err := os.Lstat(next); errors.Is(err, fs.ErrNotExist) {
			if _, err := os.Stat(path); err == nil {
				return path, nil
			}
		}
		path = next
	}
	return "", fmt.Errorf("%s: too many links", path)
}

func writeStraight(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return errors.Join(write(f), f.Close())
}

// writeBeside writes another file and puts it in the place of the one named.
func writeBeside(path string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.unfinished")
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	err = errors.Join(write(f), f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
