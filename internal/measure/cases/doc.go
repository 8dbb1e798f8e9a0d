// Package cases is the slice of figures that follow from cases: timeliness and
// monthly counts, imported from the agency's case system and never typed.
//
// It owns the kind case.import, the rows that stand behind it, the file's columns,
// a case's last timely day with its reckoning, and the statistics over cases. An
// import brings its results about as facts of their own (ledger.Kind.Then), which
// measure shows and scoring judges; so the score rests on facts alone, and the
// rows on the root that the import's fact carries.
package cases
