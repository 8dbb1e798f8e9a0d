//go:build unix

package app

import "syscall"

// freeSpace returns how many bytes a service may still write where the folder
// lies.
func freeSpace(folder string) (uint64, bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true
}
