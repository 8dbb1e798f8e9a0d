package ledger

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"opfyldt/internal/ledger/audit"
)

const (
	keyFile = "ledger.key" // in the data folder
	keyName = "opfyldt"    // of a key that the program makes
)

// Key signs checkpoints. One key serves all logs of a program; each log signs
// under its own name, as checkpoints ask for.
type Key struct {
	name    string
	private ed25519.PrivateKey
}

// LoadKey reads the signing key: from the setting, which is a note private key
// or the file that holds one, or without a setting from the data folder, where
// it is made the first time.
func LoadKey(setting, data string) (*Key, error) {
	if strings.TrimSpace(setting) == "" {
		if err := makeKey(filepath.Join(data, keyFile)); err != nil {
			return nil, fmt.Errorf("make the log's signing key: %w", err)
		}
	}
	return ReadKey(setting, data)
}

// ReadKey reads the signing key that is there, from the same places.
func ReadKey(setting, data string) (*Key, error) {
	setting = strings.TrimSpace(setting)
	if strings.HasPrefix(setting, "PRIVATE+KEY+") {
		return parseKey(setting)
	}
	path := setting
	if path == "" {
		path = filepath.Join(data, keyFile)
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && setting == "" {
		return nil, fmt.Errorf("there is no signing key in the data folder %s: name the folder that the service runs on with --data, or the key with OPFYLDT_LEDGER_KEY", data)
	}
	if err != nil {
		return nil, fmt.Errorf("read the log's signing key: %w", err)
	}
	return parseKey(strings.TrimSpace(string(text)))
}

// makeKey writes a new key where there is none: whole or not at all, and never
// over one that came in between.
func makeKey(path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	private, _, err := note.GenerateKey(rand.Reader, keyName)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), keyFile+".*") // readable by us alone
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(private + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// errKey does not quote the key that it speaks of.
var errKey = errors.New("the log's signing key is no Ed25519 note key (PRIVATE+KEY+name+hash+…)")

func parseKey(text string) (*Key, error) {
	if _, err := note.NewSigner(text); err != nil {
		return nil, errKey
	}
	parts := strings.SplitN(text, "+", 5)
	seed, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(seed) != 1+ed25519.SeedSize {
		return nil, errKey
	}
	return &Key{name: parts[2], private: ed25519.NewKeyFromSeed(seed[1:])}, nil
}

// Verifier returns the public key, under which the logs of all contracts can be
// verified.
func (k *Key) Verifier() (string, error) { return k.verifier(k.name) }

// VerifierFor returns the public key under the name of one contract's log, as
// other programs for checkpoints ask for it.
func (k *Key) VerifierFor(contractID string) (string, error) {
	return k.verifier(audit.Origin(k.name, contractID))
}

func (k *Key) verifier(name string) (string, error) {
	text, err := note.NewEd25519VerifierKey(name, k.private.Public().(ed25519.PublicKey))
	if err != nil {
		return "", fmt.Errorf("write the public key: %w", err)
	}
	return text, nil
}

// id is the key's name and hash, which tell it from the keys before and after.
func (k *Key) id() (string, error) {
	text, err := k.Verifier()
	if err != nil {
		return "", err
	}
	parts := strings.SplitN(text, "+", 3)
	return parts[0] + "+" + parts[1], nil
}

// sign returns the checkpoint as a signed note.
func (k *Key) sign(c audit.Checkpoint) (string, error) {
	public, err := k.verifier(c.Origin)
	if err != nil {
		return "", err
	}
	hash := strings.SplitN(public, "+", 3)[1]
	seed := append([]byte{1}, k.private.Seed()...) // 1: Ed25519 in note keys
	signer, err := note.NewSigner("PRIVATE+KEY+" + c.Origin + "+" + hash + "+" + base64.StdEncoding.EncodeToString(seed))
	if err != nil {
		return "", errKey
	}
	signed, err := note.Sign(&note.Note{Text: c.Text()}, signer)
	if err != nil {
		return "", fmt.Errorf("sign a checkpoint: %w", err)
	}
	return string(signed), nil
}
