// Package app wires the parts together and runs them. It is the only package
// that knows all the others.
//
// It owns the order of starting and stopping, and takes each slice as a small
// value: the kinds of fact it may write and the routes it answers. It knows no
// rule of any of them.
package app
