package yamlfile

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// decode checks size and encoding and returns the text without a byte order
// mark and with \n at the end of its lines.
func decode(src []byte, most int) (string, *Problem) {
	if most > 0 && len(src) > most {
		p := whole(Top(), TooLarge)
		return "", &p
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	code := Code("")
	switch {
	case isUTF16(src):
		code = UTF16
	case !utf8.Valid(src):
		code = NotUTF8
	case bytes.IndexByte(src, 0) >= 0:
		code = ZeroByte
	case len(bytes.TrimSpace(src)) == 0:
		code = Empty
	}
	if code != "" {
		p := whole(firstInvalid(src), code)
		return "", &p
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(src)), nil
}

func isUTF16(src []byte) bool {
	if bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		return true
	}
	// Latin text in UTF-16 without a mark: every other byte is zero.
	return len(src) >= 4 && (src[0] == 0 && src[2] == 0 || src[1] == 0 && src[3] == 0)
}

// firstInvalid returns the place of the first byte that is no UTF-8 text.
func firstInvalid(src []byte) Place {
	at := Top()
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		if r == utf8.RuneError && size == 1 || r == 0 {
			return at
		}
		at.Column++
		if r == '\n' {
			at = Place{at.Line + 1, 1}
		}
		src = src[size:]
	}
	return Top()
}
