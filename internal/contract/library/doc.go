// Package library holds the contract files that ship with the program.
//
// It knows their bytes and ids; what they mean is contract's business.
package library
