package personnumber

const (
	// uuidLength is that of 8-4-4-4-12 hexadecimal digits.
	uuidLength = 36
	// leastHash is how many hexadecimal digits in a row are a hash.
	leastHash = 32
)

// wordAt returns the length of the UUID or the hash that starts at i as a word of
// its own, 0 where none does: in these, digits look like a number by chance.
func wordAt(s string, i int) int {
	if !hex(s[i]) || i > 0 && hex(s[i-1]) {
		return 0
	}
	if n := uuidAt(s, i); n > 0 {
		return n
	}
	return hashAt(s, i)
}

func uuidAt(s string, i int) int {
	if len(s)-i < uuidLength || i+uuidLength < len(s) && hex(s[i+uuidLength]) {
		return 0
	}
	for n := range uuidLength {
		switch n {
		case 8, 13, 18, 23:
			if s[i+n] != '-' {
				return 0
			}
		default:
			if !hex(s[i+n]) {
				return 0
			}
		}
	}
	return uuidLength
}

func hashAt(s string, i int) int {
	n, letters := 0, false
	for i+n < len(s) && hex(s[i+n]) {
		letters = letters || s[i+n] > '9'
		n++
	}
	if n < leastHash || !letters {
		return 0
	}
	return n
}
