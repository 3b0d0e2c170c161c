package evidence_test

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

func cpu() time.Duration {
	var r syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func TestCPU(t *testing.T) {
	if os.Getenv("CPUT") == "" {
		t.Skip()
	}
	for _, size := range []struct{ stones, perPathway int }{{100, 20}, {1_000, 20}, {10_000, 20}, {1_000, 1_000}, {10_000, 10_000}} {
		pathways, body := big(size.stones, size.perPathway)
		src, _ := json.Marshal(body)
		paths, _ := json.Marshal(pathways)
		n := max(2, 20000/size.stones)
		runtime.GC()
		c0 := cpu()
		for range n {
			evidence.Score(pathways, body)
		}
		runtime.GC()
		c1 := cpu()
		for range n {
			var readBody evidence.Body
			_ = json.Unmarshal(src, &readBody)
			var readPaths []pathway.Pathway
			_ = json.Unmarshal(paths, &readPaths)
		}
		runtime.GC()
		c2 := cpu()
		fmt.Printf("%v score %.1f us/stone decode %.1f ratio %.2f\n", size, float64(c1-c0)/float64(n*size.stones)/1000, float64(c2-c1)/float64(n*size.stones)/1000, float64(c1-c0)/float64(c2-c1))
	}
}

func BenchmarkOnlyScore(b *testing.B) {
	pathways, body := big(10_000, 20)
	for b.Loop() {
		evidence.Score(pathways, body)
	}
}
