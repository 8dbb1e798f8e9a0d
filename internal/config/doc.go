// Package config turns the environment into one checked struct.
//
// It owns the names of the OPFYLDT_ variables, their defaults and their checks,
// and names every mistake at once. It does not open, reach or start anything:
// app does, with what stands here.
package config
