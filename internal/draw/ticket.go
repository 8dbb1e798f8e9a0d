package draw

import (
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"slices"
	"strings"
)

// leastDigits is what a ticket's number is padded to; most have more.
const leastDigits = 64

// SeedHash is what the tickets are made with: the seed's SHA-256, in hex. The
// seed is taken as it stands, byte by byte.
func SeedHash(seed string) string {
	sum := sha256.Sum256([]byte(seed))
	return hex.EncodeToString(sum[:])
}

// Ticket returns the number between 0 and 1 that an id draws under a seed's hash,
// as a decimal text: the digits of SHA-256(seedHash ∥ id), last digit first.
// Tickets are compared as texts.
func Ticket(seedHash, id string) string {
	sum := sha256.Sum256([]byte(seedHash + id))
	digits := new(big.Int).SetBytes(sum[:]).Append(make([]byte, 0, 80), 10)
	slices.Reverse(digits)
	for len(digits) < leastDigits {
		digits = append(digits, '0')
	}
	return "0." + string(digits)
}

// Short cuts a ticket to the given digits after its leading nines, to be shown.
func Short(ticket string, digits int) string {
	nines := len(ticket) - len(strings.TrimLeft(strings.TrimPrefix(ticket, "0."), "9"))
	return ticket[:min(len(ticket), nines+digits)]
}
