//go:build !unix

package app

// freeSpace is not asked on this system.
func freeSpace(string) (uint64, bool) { return 0, false }
