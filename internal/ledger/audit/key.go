package audit

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// ReadKey returns the public key that the argument is, or that stands in the
// file it names.
func ReadKey(argument string) (string, error) {
	if _, err := note.NewVerifier(strings.TrimSpace(argument)); err == nil {
		return strings.TrimSpace(argument), nil
	}
	text, err := os.ReadFile(argument)
	if err != nil {
		return "", fmt.Errorf("%q is neither a public key (name+hash+…) nor a file with one: %w", argument, err)
	}
	key := strings.TrimSpace(string(text))
	if _, err := note.NewVerifier(key); err != nil {
		return "", fmt.Errorf("the file %s holds no public key (name+hash+…): %w", argument, err)
	}
	return key, nil
}
