// Package papertest reads in tests what stands in a PDF that the program wrote.
//
// It owns no rule of the product.
package papertest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
)

// Pages returns the text of each page, a line for each piece of it.
func Pages(pdf []byte) ([]string, error) {
	var pages []string
	for _, part := range bytes.Split(pdf, []byte("stream\n"))[1:] {
		stream, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue // the end of a stream, or one that is not packed
		}
		content, err := io.ReadAll(stream)
		if err != nil {
			return nil, err
		}
		if text := pieces(content); bytes.Contains(content, []byte("BT ")) && text != "" {
			pages = append(pages, text)
		}
	}
	return pages, nil
}

// pieces reads what is shown by (…)Tj.
func pieces(content []byte) string {
	var text strings.Builder
	for i := 0; i < len(content); i++ {
		if content[i] != '(' {
			continue
		}
		var raw []byte
		for i++; i < len(content) && content[i] != ')'; i++ {
			if content[i] == '\\' && i+1 < len(content) {
				i++
				if content[i] == 'r' {
					raw = append(raw, '\r')
					continue
				}
			}
			raw = append(raw, content[i])
		}
		if bytes.HasPrefix(content[min(i+1, len(content)):], []byte("Tj")) {
			text.WriteString(wide(raw) + "\n")
		}
	}
	return text.String()
}

// wide reads UTF-16, the highest byte first.
func wide(raw []byte) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}
