// Command peerbench compares the library with other programs that do a part of what it does, on the same
// inputs in the same run, and prints a table in Markdown. A peer that is not installed is left out and
// named. Times of peers are taken inside their own process, without its start.
//
//	.ci/benchmarks
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func main() {
	log.SetFlags(0)
	scripts := flag.String("scripts", "internal/peerbench/peers", "folder with the scripts of the peers, and their node_modules")
	flag.Parse()
	dir, err := os.MkdirTemp("", "peerbench")
	if err != nil {
		log.Fatal(err)
	}
	err = errors.Join(compare(bench{*scripts, dir}), os.RemoveAll(dir))
	if err != nil {
		log.Fatal(err)
	}
}

func compare(b bench) error {
	fmt.Println("| task | program | time | against ours | memory | allocations |\n| --- | --- | ---: | ---: | ---: | ---: |")
	for _, task := range []func(bench) error{reading, layingOut, cutting, holding} {
		if err := task(b); err != nil {
			return err
		}
	}
	return growth()
}

// A bench knows where peers are and where files may be written.
type bench struct{ scripts, dir string }

// ours measures a part of the library, and prints the line that others are compared with.
func ours(task, program string, run func() error) time.Duration {
	return line(task, program, 0, run)
}

// line measures Go code. A base of zero is the first line of a task.
func line(task, program string, base time.Duration, run func() error) time.Duration {
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := run(); err != nil {
				b.Fatal(err)
			}
		}
	})
	took := time.Duration(r.NsPerOp())
	fmt.Printf("| %s | %s | %s | %s | %s | %d |\n", task, program, rounded(took), times(took, base), bytes(r.AllocedBytesPerOp()), r.AllocsPerOp())
	return took
}

// peer runs a script, which prints the nanoseconds of one run, or a JSON list of them and a name each.
func (b bench) peer(task, program string, base time.Duration, command string, args ...string) {
	args[0] = filepath.Join(b.scripts, args[0])
	cmd := exec.Command(command, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	var nanoseconds float64
	if err == nil {
		err = json.Unmarshal([]byte(strings.TrimSpace(string(out))), &nanoseconds)
	}
	if err != nil {
		fmt.Printf("| %s | %s | not installed here | | | |\n", task, program)
		return
	}
	took := time.Duration(nanoseconds)
	fmt.Printf("| %s | %s | %s | %s | | |\n", task, program, rounded(took), times(took, base))
}

// file writes what a peer reads.
func (b bench) file(name string, v any) (string, error) {
	name = filepath.Join(b.dir, name)
	src, ok := v.([]byte)
	if !ok {
		var err error
		if src, err = json.Marshal(v); err != nil {
			return "", err
		}
	}
	return name, os.WriteFile(name, src, 0o600)
}

func times(took, base time.Duration) string {
	if base == 0 {
		return "1"
	}
	return fmt.Sprintf("%.2g ×", float64(took)/float64(base))
}

func rounded(d time.Duration) time.Duration {
	unit := time.Duration(1)
	for d/unit >= 1000 {
		unit *= 10
	}
	return d.Round(unit)
}

func bytes(n int64) string {
	if n > 1<<20 {
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1f kB", float64(n)/(1<<10))
}
