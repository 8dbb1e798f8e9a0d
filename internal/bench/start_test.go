package bench

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"opfyldt/internal/databasetest"
)

// startAndRest measures the built binary on an external database: how long
// until it is ready, and what it holds when nobody asks.
func startAndRest(b *testing.B) []row {
	binary := filepath.Join(b.TempDir(), "opfyldt")
	if out, err := exec.Command("go", "build", "-o", binary, "opfyldt/cmd/opfyldt").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	url := databasetest.New(b).ServiceURL
	var ready, rest []float64
	for range rounds {
		ms, mb := startOnce(b, binary, url)
		ready, rest = append(ready, ms), append(rest, mb)
	}
	return []row{
		{"ready after start on an external database", "ms", median(ready), 300, atMost(1)},
		{"memory at rest", "MB", median(rest), 60, atMost(1)},
	}
}

func startOnce(b *testing.B, binary, databaseURL string) (ms, mb float64) {
	listen := freeAddress(b)
	cmd := exec.Command(binary, "serve", "--listen", listen, "--data", b.TempDir())
	cmd.Env = append(os.Environ(), "OPFYLDT_DATABASE_URL="+databaseURL)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		cmd.Process.Signal(syscall.SIGTERM) //nolint:errcheck // it has ended by itself
		cmd.Wait()                          //nolint:errcheck // how it ends is not measured
	}()
	for {
		answer, err := http.Get("http://" + listen + "/readyz")
		if err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				break
			}
		}
		if time.Since(began) > 20*time.Second {
			b.Fatal("the service does not get ready")
		}
	}
	ms = float64(time.Since(began).Microseconds()) / 1000
	return ms, residentMB(b, cmd.Process.Pid)
}

func freeAddress(b *testing.B) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func residentMB(b *testing.B, pid int) float64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) > 1 && fields[0] == "VmRSS:" {
			kb, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				b.Fatal(err)
			}
			return kb / 1024
		}
	}
	b.Fatal("no VmRSS")
	return 0
}
