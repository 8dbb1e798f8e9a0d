package draw

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"opfyldt/internal/fault"
)

// Normal is the form in which ids are compared and hashed: Unicode's NFC, so that
// an Å typed on one machine is the Å of another.
func Normal(id string) string { return norm.NFC.String(id) }

// Frame is the hash that fixes who can be drawn: SHA-256 over the ids in byte
// order, each followed by a line feed, in hex. The order of the list is no part
// of it, nor of the draw.
func Frame(customers []Customer) string {
	ids := make([]string, len(customers))
	for i, c := range customers {
		ids[i] = c.ID
	}
	slices.Sort(ids)
	sum := sha256.New()
	for _, id := range ids {
		sum.Write([]byte(id + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Seed is a seed that is bound to one round and one list, so that neither can be
// chosen after the random value is known.
type Seed struct{ Round, Frame, Random string }

// String returns the seed's text, the one that is hashed; its last line, too, ends
// with a line feed.
func (s Seed) String() string {
	return "opfyldt-draw/1\nround=" + s.Round + "\nframe=" + s.Frame + "\nrandom=" + s.Random + "\n"
}

// Commitment is what a person publishes before the draw: the SHA-256 of a secret
// text of theirs, in hex.
func Commitment(secret []byte) string {
	sum := sha256.Sum256(secret)
	return hex.EncodeToString(sum[:])
}

// Reveal is a secret with the commitment that it was announced by.
type Reveal struct {
	Commitment string
	Secret     []byte
}

// Random makes the random value of a seed from revealed secrets: the SHA-256 over
// their commitments' and secrets' hex, a line each in the order given. At least two
// people take part, so that none knows the value beforehand.
func Random(reveals ...Reveal) (string, error) {
	if len(reveals) < 2 {
		return "", fault.Fields(fault.Field{Path: "reveals", Code: "draw.two_reveals"})
	}
	var lines strings.Builder
	for i, r := range reveals {
		if !strings.EqualFold(Commitment(r.Secret), r.Commitment) {
			return "", fault.Fields(fault.Field{Path: "reveals", Code: "draw.not_committed", Params: fault.Params{"n": i + 1}})
		}
		lines.WriteString(Commitment(r.Secret) + " " + hex.EncodeToString(r.Secret) + "\n")
	}
	sum := sha256.Sum256([]byte(lines.String()))
	return hex.EncodeToString(sum[:]), nil
}

// BeaconRandom is the random value that goes with a drand round's signature, given
// in hex: its SHA-256.
func BeaconRandom(signature string) (string, error) {
	raw, err := hex.DecodeString(signature)
	if err != nil || len(raw) == 0 {
		return "", fault.Fields(fault.Field{Path: "signature", Code: "draw.not_hex"})
	}
	return Commitment(raw), nil
}
