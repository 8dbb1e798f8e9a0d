// Package forecast is what counts so far allow and let expect of a share: how many
// of the open cases may still miss, how many more would be needed, and within which
// bounds the share is to be expected.
//
// It owns the arithmetic alone. It does not know what a case is, which of them count
// or what day it is: who asks hands in numbers.
package forecast
