// Package demo tells an invented year of the CPR 2014 contract as facts.
//
// It owns the story and the story's clock. It writes through the ledger's one
// way to write a fact, as the development provider's users, so that every rule
// holds for it too. It does not know what a fact means.
package demo
