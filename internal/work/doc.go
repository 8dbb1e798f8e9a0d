// Package work is what waits for a person, across all contracts that they see.
//
// It owns how tasks are gathered, their order, and the page My work. It does not
// know what a task is about: each slice that has something for people to do is a
// Source, and the app hands the sources in.
package work
