package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gabriel-vasile/mimetype"
	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/s3blob" // takes s3:// addresses
	"gocloud.dev/gcerrors"

	"opfyldt/internal/fault"
	"opfyldt/internal/personnumber"
)

// sniffed is how much of a file its media type is told by.
const sniffed = 3072

// Store keeps files under their hashes, those of each contract apart, in a folder
// or a bucket.
type Store struct{ bucket *blob.Bucket }

// OpenFolder opens a store in a folder, which is made where it is missing.
func OpenFolder(folder string) (*Store, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("open the evidence folder: %w", err)
	}
	bucket, err := fileblob.OpenBucket(absolute, &fileblob.Options{
		CreateDir: true, DirFileMode: 0o700, NoTempDir: true, Metadata: fileblob.MetadataDontWrite,
	})
	if err != nil {
		return nil, fmt.Errorf("open the evidence folder: %w", err)
	}
	return &Store{bucket}, nil
}

// OpenBucket opens a store at an address: s3://name?region=eu-north-1.
func OpenBucket(ctx context.Context, address string) (*Store, error) {
	bucket, err := blob.OpenBucket(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("open the evidence bucket: %w", err)
	}
	return &Store{bucket}, nil
}

// Close lets go of the store.
func (s *Store) Close() error { return s.bucket.Close() }

// Ready fails where the store cannot be reached.
func (s *Store) Ready(ctx context.Context) error {
	ok, err := s.bucket.IsAccessible(ctx)
	if err != nil || !ok {
		return errors.Join(errors.New("the evidence store cannot be reached"), err)
	}
	return nil
}

// Put takes a file in, at most so many bytes of it, and returns what is to be
// said of it but for its name. A file that is there already is not written again.
func (s *Store) Put(ctx context.Context, contractID string, content io.Reader, most int64) (File, error) {
	spool, err := os.CreateTemp("", "opfyldt-evidence-")
	if err != nil {
		return File{}, fmt.Errorf("take in a file: %w", err)
	}
	defer func() {
		spool.Close()           //nolint:errcheck // nothing in it is needed any more
		os.Remove(spool.Name()) //nolint:errcheck // the system tidies what is left
	}()
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(spool, sum), io.LimitReader(content, most+1))
	switch {
	case err != nil:
		return File{}, fault.New(fault.Invalid, "web.body_unread", nil).Because(err)
	case size > most:
		return File{}, fault.New(fault.TooLarge, "evidence.too_large", fault.Params{"most": most >> 20})
	case size == 0:
		return File{}, fault.Fields(fault.Field{Path: "body", Code: "evidence.empty"})
	}
	media, err := sniff(spool)
	if err != nil {
		return File{}, err
	}
	if err := refuseNumbers(media, spool); err != nil {
		return File{}, err
	}
	f := File{Media: media, Size: size, SHA256: hex.EncodeToString(sum.Sum(nil))}
	return f, s.write(ctx, place(contractID, f.SHA256), media, spool)
}

// sniff tells a file's media type by its content.
func sniff(file io.ReadSeeker) (string, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return "", fmt.Errorf("take in a file: %w", err)
	}
	media, err := mimetype.DetectReader(io.LimitReader(file, sniffed))
	if err != nil {
		return "", fmt.Errorf("tell a file's type: %w", err)
	}
	return media.String(), nil
}

// refuseNumbers refuses a text that holds person numbers, by line. What other files
// hold no program can tell for sure; whoever adds one is asked to look.
func refuseNumbers(media string, file io.ReadSeeker) error {
	if !strings.HasPrefix(media, "text/") {
		return nil
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("look through a text: %w", err)
	}
	content, err := io.ReadAll(file)
	if err != nil {
		return fmt.Errorf("look through a text: %w", err)
	}
	if at, _, found := personnumber.Find(string(content)); found {
		line := 1 + bytes.Count(content[:at], []byte("\n"))
		return fault.Fields(fault.Field{Path: "body", Code: "evidence.person_number", Params: fault.Params{"line": line}})
	}
	return nil
}

func (s *Store) write(ctx context.Context, key, media string, file io.ReadSeeker) error {
	there, err := s.bucket.Exists(ctx, key)
	if err != nil {
		return unavailable(err)
	}
	if there {
		return nil
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	if err := s.bucket.Upload(ctx, key, file, &blob.WriterOptions{ContentType: media}); err != nil {
		return unavailable(err)
	}
	return nil
}

// Open returns a file's content once it has been seen to be what its hash says.
// The caller closes it.
func (s *Store) Open(ctx context.Context, contractID string, f File) (io.ReadCloser, error) {
	key := place(contractID, f.SHA256)
	content, err := s.read(ctx, key)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, content); err != nil {
		return nil, errors.Join(unavailable(err), content.Close())
	}
	if err := content.Close(); err != nil {
		return nil, unavailable(err)
	}
	if !matches(sum, f.SHA256) {
		return nil, fault.New(fault.Conflict, "evidence.changed", nil)
	}
	return s.read(ctx, key)
}

func matches(sum hash.Hash, want string) bool { return hex.EncodeToString(sum.Sum(nil)) == want }

func (s *Store) read(ctx context.Context, key string) (io.ReadCloser, error) {
	r, err := s.bucket.NewReader(ctx, key, nil)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, fault.New(fault.NotFound, "evidence.lost", nil).Because(err)
	}
	if err != nil {
		return nil, unavailable(err)
	}
	return r, nil
}

func unavailable(err error) error {
	return fault.New(fault.Unavailable, "evidence.unavailable", nil).Because(err)
}

// place is where a file lies: a folder for each contract, and in it 256 of them.
func place(contractID, sum string) string { return contractID + "/" + sum[:2] + "/" + sum }
