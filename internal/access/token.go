package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"opfyldt/internal/fault"
	"opfyldt/internal/intake"
)

// TokenPrefix begins every API token, so that one that has leaked is known for
// what it is.
const TokenPrefix = "opf_"

// TokenLife is how long an API token may be good for at most.
const TokenLife = 366 * 24 * time.Hour

// Token is an API token as it is kept. The secret itself is shown once and kept
// nowhere: only its hash is.
type Token struct {
	Scope
	Owner   Person // the creator, with their rights at creation
	Created time.Time
	Expires time.Time
	Revoked time.Time // zero while it is good
	Used    time.Time // the last use, to the minute; zero where never
}

// NewSecret makes the secret of a token, and the hash that it is known by.
func NewSecret() (secret string, hash [32]byte, err error) {
	raw := make([]byte, 32)
	if _, err = rand.Read(raw); err != nil {
		return "", hash, fmt.Errorf("make token: %w", err)
	}
	return TokenPrefix + base64.RawURLEncoding.EncodeToString(raw), sha256.Sum256(raw), nil
}

// HashSecret returns the hash of a token that came with a request; ok is false
// for what cannot be one.
func HashSecret(secret string) (hash [32]byte, ok bool) {
	text, ours := strings.CutPrefix(secret, TokenPrefix)
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if !ours || err != nil || len(raw) != 32 {
		return hash, false
	}
	return sha256.Sum256(raw), true
}

// Good reports whether the token may be used.
func (t Token) Good(now time.Time) bool {
	return t.Revoked.IsZero() && now.Before(t.Expires)
}

// Person returns who acts with the token: its creator, with the rights they had
// when they made it, narrowed to the token's.
func (t Token) Person() Person {
	p, scope := t.Owner, t.Scope
	p.Token = &scope
	return p
}

// ByHandOnly reports the operations that no token carries: who holds a token must
// not be able to make another or to give somebody rights.
func ByHandOnly(operation string) bool {
	return operation == "token.manage" || operation == "access.grant"
}

// CheckToken applies the rules for a new token: a name, an end within a year,
// and nothing that its creator may not do. Goals need no check: a token reaches
// those that it and its creator have in common.
func CheckToken(creator Person, scope Scope, now, expires time.Time) error {
	var wrong []fault.Field
	add := func(path, code string, params fault.Params) {
		wrong = append(wrong, fault.Field{Path: "body." + path, Code: code, Params: params})
	}
	if name := strings.TrimSpace(scope.Name); name == "" || utf8.RuneCountInString(name) > 80 {
		add("name", "access.token.name", nil)
	}
	if code := intake.Refused(scope.Name); code != "" {
		add("name", code, nil)
	}
	if !expires.After(now) || expires.Sub(now) > TokenLife {
		add("expires", "access.token.expires", nil)
	}
	if len(scope.Operations) == 0 {
		add("operations", "access.token.operations", nil)
	}
	for i, operation := range scope.Operations {
		if creator.May(operation, "") != nil || ByHandOnly(operation) {
			add(fmt.Sprintf("operations[%d]", i), "access.token.operation", fault.Params{"operation": operation})
		}
	}
	for i, goal := range scope.Goals {
		if code := intake.Refused(goal); code != "" {
			add(fmt.Sprintf("goals[%d]", i), code, nil)
		}
	}
	for i, contract := range scope.Contracts {
		if code := intake.Refused(contract); code != "" {
			add(fmt.Sprintf("contracts[%d]", i), code, nil)
			continue
		}
		if !listed(creator.Contracts, contract) {
			add(fmt.Sprintf("contracts[%d]", i), "access.token.contract", fault.Params{"contract": contract})
		}
	}
	return fault.Fields(wrong...)
}

// CheckReach holds that a new token names contracts and goals that there are: a
// misspelt one would reach nothing, and nobody would be told. Goals are given by
// their contract's id.
func CheckReach(creator Person, scope Scope, goals map[string][]string) error {
	var wrong []fault.Field
	for i, id := range scope.Contracts {
		if _, there := goals[id]; id != Everything && (!there || !creator.Sees(id)) {
			wrong = append(wrong, fault.Field{Path: fmt.Sprintf("body.contracts[%d]", i), Code: "access.token.contract", Params: fault.Params{"contract": id}})
		}
	}
	for i, goal := range scope.Goals {
		known := goal == Everything
		for id, own := range goals {
			for _, g := range append(own, Everything) {
				known = known || creator.Sees(id) && (goal == id+":"+g || goal == g)
			}
		}
		if !known {
			wrong = append(wrong, fault.Field{Path: fmt.Sprintf("body.goals[%d]", i), Code: "access.token.goal", Params: fault.Params{"goal": goal}})
		}
	}
	return fault.Fields(wrong...)
}
