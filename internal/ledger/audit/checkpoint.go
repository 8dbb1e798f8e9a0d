package audit

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Checkpoint says what a log's root was at a size (c2sp.org/tlog-checkpoint).
type Checkpoint struct {
	Origin string
	Size   int64
	Root   tlog.Hash
}

// Text returns the note's text, which is signed.
func (c Checkpoint) Text() string { return fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, c.Root) }

// Origin returns the name of a contract's log, which is its signing key's too.
func Origin(keyName, contractID string) string { return keyName + "/" + contractID }

// VerifierFor returns the verifier for an origin from a key that was published
// for it, or for all logs of a program.
func VerifierFor(key, origin string) (note.Verifier, error) {
	key = strings.TrimSpace(key)
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return nil, fmt.Errorf("read the public key: %w", err)
	}
	if verifier.Name() == origin {
		return verifier, nil
	}
	if !strings.HasPrefix(origin, verifier.Name()+"/") {
		return nil, fmt.Errorf("the log is called %q, the key is for %q", origin, verifier.Name())
	}
	parts := strings.SplitN(key, "+", 3)
	public, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(public) != 1+ed25519.PublicKeySize {
		return nil, errors.New("read the public key: it is no Ed25519 key")
	}
	derived, err := note.NewEd25519VerifierKey(origin, ed25519.PublicKey(public[1:]))
	if err != nil {
		return nil, fmt.Errorf("derive the log's key: %w", err)
	}
	return note.NewVerifier(derived)
}

// OpenCheckpoint checks a signed note and reads it. Every byte counts: a second
// signature, another writing of the same signature or of a number fails.
func OpenCheckpoint(signed string, verifier note.Verifier) (Checkpoint, error) {
	n, err := note.Open([]byte(signed), note.VerifierList(verifier))
	if err != nil {
		return Checkpoint{}, fmt.Errorf("the checkpoint's signature does not fit: %w", err)
	}
	if len(n.Sigs) != 1 || len(n.UnverifiedSigs) != 0 {
		return Checkpoint{}, errors.New("the checkpoint has signatures beside the log's one")
	}
	signature, err := base64.StdEncoding.DecodeString(n.Sigs[0].Base64)
	if err != nil {
		return Checkpoint{}, fmt.Errorf("the checkpoint's signature cannot be read: %w", err)
	}
	again := n.Text + "\n— " + verifier.Name() + " " + base64.StdEncoding.EncodeToString(signature) + "\n"
	if again != signed {
		return Checkpoint{}, errors.New("the checkpoint's signature is not written in its one form")
	}
	return readCheckpoint(n.Text, verifier.Name())
}

// readCheckpoint reads the text of a note whose signature is good.
func readCheckpoint(text, origin string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] != origin {
		return Checkpoint{}, fmt.Errorf("the checkpoint is not one of %q", origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return Checkpoint{}, fmt.Errorf("the checkpoint's size cannot be read: %w", err)
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("the checkpoint's root cannot be read: %w", err)
	}
	c := Checkpoint{Origin: origin, Size: size, Root: root}
	if c.Text() != text {
		return Checkpoint{}, errors.New("the checkpoint is not written in its one form")
	}
	return c, nil
}
