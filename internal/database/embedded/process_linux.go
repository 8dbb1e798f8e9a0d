package embedded

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// attributes starts a child as the account, in a process group of its own (a
// Ctrl-C at the terminal is for us, who stop the server in good order), and has
// the kernel stop it when we are killed.
func attributes(a account, onDeath syscall.Signal) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true, Pdeathsig: onDeath}
	if a.other {
		attr.Credential = &syscall.Credential{Uid: a.uid, Gid: a.gid}
	}
	return attr
}

// worksIn reports whether the process has dir as its working folder, which is
// how a server is told from a stranger who got its number.
func worksIn(pid int, dir string) bool {
	cwd, err := os.Readlink(filepath.Join("/proc", strconv.Itoa(pid), "cwd"))
	return err == nil && cwd == dir
}
