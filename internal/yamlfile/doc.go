// Package yamlfile reads one YAML document that people write by hand, as nodes
// that know where they stand.
//
// It owns the bounds within which a text is read at all, the places of keys and
// values, the keys of a mapping (asked for, repeated, misspelt) with the nearest
// right one, and what every message about a file needs: its line first, nothing
// too long, no person number shown. It is pure.
//
// It does not know what the keys mean, nor the words for what is wrong: it hands
// nodes and codes to the packages that own a format (contract, results).
package yamlfile
