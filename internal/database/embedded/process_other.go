//go:build unix && !linux

package embedded

import "syscall"

// attributes starts a child as the account, in a process group of its own.
// Without Linux's signal on a parent's death, a server that outlives us is
// stopped by the next start.
func attributes(a account, _ syscall.Signal) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if a.other {
		attr.Credential = &syscall.Credential{Uid: a.uid, Gid: a.gid}
	}
	return attr
}

// worksIn takes any live process with the number for the server.
func worksIn(pid int, _ string) bool { return syscall.Kill(pid, 0) == nil }
