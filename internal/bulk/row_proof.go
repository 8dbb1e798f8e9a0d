package bulk

// RowProof is a row with what shows that it is among those of its import.
type RowProof struct {
	Row   string `json:"row" doc:"The row in canonical form (RFC 8785), as it was hashed."`
	Proof Proof  `json:"proof"`
	Root  string `json:"root" doc:"The root that the import's fact carries, in hexadecimal."`
	Fact  string `json:"fact" doc:"The import's fact."`
	Leaf  int64  `json:"leaf" doc:"Its place in the log."`
}
