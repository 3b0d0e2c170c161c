package main

import (
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

// A report is what came of one file.
type report struct {
	name     string
	findings []outcome.Finding
	more     int   // findings that were not kept
	err      error // why it could not be read
}

// checkAll checks files, as many at a time as there are processors, and reports in their order. It
// shows how far it is where somebody watches.
func checkAll(names []string, watcher io.Writer, opts ...schema.Option) []report {
	reports := make([]report, len(names))
	shown := progress{w: watcher, total: len(names)}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(names)); i = next.Add(1) - 1 {
				reports[i] = check(names[i], opts)
				shown.step()
			}
		})
	}
	workers.Wait()
	shown.clear()
	return reports
}

func check(name string, opts []schema.Option) report {
	r := report{name: name}
	res, err := schema.LoadFile(name, opts...)
	if err != nil {
		r.err = err
		return r
	}
	r.findings, r.more = res.Findings, res.More
	return r
}

// progress shows on one line of a terminal how many files are done, ten times a second at most.
type progress struct {
	w     io.Writer // nil: nobody watches
	total int

	sync.Mutex
	done  int
	shown time.Time
}

func (p *progress) step() {
	if p.w == nil {
		return
	}
	p.Lock()
	defer p.Unlock()
	p.done++
	if now := time.Now(); now.Sub(p.shown) >= 100*time.Millisecond {
		fmt.Fprintf(p.w, "\rchecked %d of %d files", p.done, p.total)
		p.shown = now
	}
}

// clear takes the line away, so that what is printed next stands alone.
func (p *progress) clear() {
	if p.done > 0 {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
