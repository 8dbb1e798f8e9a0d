// Package search finds what was agreed and what was said, in Danish word forms.
//
// It owns an index beside the facts: documents that are made of facts, each with
// the leaf that it comes from. Writing a fact touches none of it. The index
// follows the logs: whoever searches first takes in what has come since, and a
// job does the same from time to time. Being made of facts alone it can be thrown
// away and made again, and it can be read as of an instant. What a fact holds
// that one may search for is known by the slices, each a Source.
package search
