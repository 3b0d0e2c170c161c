package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"
)

// sizes are how many stones the maps have that time and memory are measured on.
var sizes = []int{50, 1_000, 10_000, 100_000}

// BenchmarkRead reports what reading and checking a map costs against a bare json.Unmarshal of the
// same bytes into the same structs. "read" is [Read], which looks for errors only; "load" is [Load],
// which finds and places every warning as well. The maps of "sound" are rated and have evidence
// for every stone, so that there is little to find; those of "random" use every part of the format
// and have a finding or more for each stone.
//
//   - x-decode: time, ours over the bare decode, of the fastest turn of each
//   - x-alloc: bytes allocated, ours over the bare decode
//   - x-peak: the most memory that was alive at a time when the map was read from a file on disk, ours
//     over the bare decode with os.ReadFile before it
//   - exponent: of time as a power of the file's length, fitted over all sizes; 1 is linear
//
// "cold" is the first call of a process.
func BenchmarkRead(b *testing.B) {
	for _, kind := range []struct {
		name string
		make func(stones int) *outcome.Map
	}{
		{"sound", soundMap},
		{"random", func(stones int) *outcome.Map { return mapgen.Map(1, stones) }},
	} {
		growth := map[string]*power{"read": {}, "load": {}}
		for _, stones := range sizes {
			if testing.Short() && stones > 1_000 {
				continue
			}
			src := write(b, kind.make(stones), JSON)
			for _, call := range []string{"read", "load"} {
				b.Run(fmt.Sprintf("%s/%d/%s", kind.name, stones, call), func(b *testing.B) {
					growth[call].add(float64(len(src)), against(b, src, call))
				})
			}
		}
		for _, call := range []string{"read", "load"} {
			b.Run(fmt.Sprintf("%s/growth/%s", kind.name, call), func(b *testing.B) {
				for b.Loop() {
				}
				b.ReportMetric(growth[call].exponent(), "exponent")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
	b.Run("sound/50/cold", cold)
}

// calls are the ways to turn a file into a map that are compared.
var calls = map[string]func(src []byte) (any, error){
	"read": func(src []byte) (any, error) { return Read(bytes.NewReader(src)) },
	"load": func(src []byte) (any, error) {
		res, err := Load(bytes.NewReader(src))
		return res, errors.Join(err, res.Err())
	},
	"bare": func(src []byte) (any, error) {
		m := new(outcome.Map)
		return m, json.Unmarshal(src, m)
	},
}

// fromDisk are the same for a file.
var fromDisk = map[string]func(name string) (any, error){
	"read": func(name string) (any, error) { return ReadFile(name) },
	"load": func(name string) (any, error) { return LoadFile(name) },
	"bare": func(name string) (any, error) {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		return calls["bare"](src)
	},
}

// against takes turns, so that a busy machine slows both, and returns the seconds of our fastest.
func against(b *testing.B, src []byte, call string) float64 {
	ours := calls[call]
	own, bare := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	turn := func() { own, bare = min(own, took(b, ours, src)), min(bare, took(b, calls["bare"], src)) }
	for range 3 { // at least, however short the benchmark
		turn()
	}
	for b.Loop() {
		turn()
	}
	b.ReportMetric(float64(own)/float64(bare), "x-decode")
	b.ReportMetric(float64(allocated(b, ours, src))/float64(allocated(b, calls["bare"], src)), "x-alloc")
	if len(src) > 1<<19 { // less than that is below what the collector notices
		name := filepath.Join(b.TempDir(), "map.json")
		require.NoError(b, os.WriteFile(name, src, 0o600))
		b.ReportMetric(float64(peak(b, func() (any, error) { return fromDisk[call](name) }))/float64(peak(b, func() (any, error) { return fromDisk["bare"](name) })), "x-peak")
	}
	b.ReportMetric(float64(own), "ns/op")
	b.ReportMetric(float64(own)/float64(len(src)), "ns/byte")
	b.ReportMetric(float64(len(src)), "file-bytes")
	return own.Seconds()
}

func took(b *testing.B, f func([]byte) (any, error), src []byte) time.Duration {
	began := time.Now()
	_, err := f(src)
	d := time.Since(began)
	require.NoError(b, err)
	return d
}

func allocated(b *testing.B, f func([]byte) (any, error), src []byte) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	took(b, f, src)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// peak returns the most that was alive at the end of any collection while f ran and right after it,
// above what was alive before. Collections come with every twentieth that the heap grows.
func peak(b *testing.B, f func() (any, error)) uint64 {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	start := alive()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		high := start
		for {
			select {
			case <-done:
				most <- high
				return
			case <-time.After(50 * time.Microsecond):
				high = max(high, alive())
			}
		}
	}()
	made, err := f()
	require.NoError(b, err)
	runtime.GC()
	end := alive()
	runtime.KeepAlive(made)
	close(done)
	return max(<-most, end) - start
}

// alive returns the bytes that the last collection found in use.
func alive() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// power fits y = c * x^exponent by least squares of the logarithms.
type power struct{ x, y []float64 }

func (p *power) add(x, y float64) { p.x, p.y = append(p.x, math.Log(x)), append(p.y, math.Log(y)) }

func (p *power) exponent() float64 {
	_, slope := stat.LinearRegression(p.x, p.y, nil, false)
	return slope
}

// cold runs this test binary again and again, for a first call each time.
func cold(b *testing.B) {
	self, err := os.Executable()
	require.NoError(b, err)
	fastest := map[string]float64{"read": math.Inf(1), "bare": math.Inf(1)}
	turn := func() {
		for call := range fastest {
			run := exec.Command(self, "-test.run", "^TestFirstCall$", "-test.v")
			run.Env = append(os.Environ(), firstCall+"="+call)
			out, err := run.CombinedOutput()
			require.NoError(b, err, "%s", out)
			_, after, found := strings.Cut(string(out), "nanoseconds: ")
			require.True(b, found, "%s", out)
			n, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
			require.NoError(b, err)
			fastest[call] = min(fastest[call], n)
		}
	}
	for range 5 {
		turn()
	}
	for b.Loop() {
		turn()
	}
	b.ReportMetric(fastest["read"]/fastest["bare"], "x-decode")
	b.ReportMetric(fastest["read"], "ns/op")
}

const firstCall = "OUTCOMEMAP_FIRST_CALL"

// TestFirstCall times one call, for the benchmark that starts a process for it.
func TestFirstCall(t *testing.T) {
	call := calls[os.Getenv(firstCall)]
	if call == nil {
		t.Skip("for BenchmarkRead alone")
	}
	src := write(t, soundMap(50), JSON)
	began := time.Now()
	_, err := call(src)
	fmt.Println("nanoseconds:", time.Since(began).Nanoseconds())
	require.NoError(t, err)
}

// soundMap returns a map of six columns in which a pathway runs through every twelve stones, and
// every stone has an item of evidence, an assessment that cites it, and a link to the next.
func soundMap(stones int) *outcome.Map {
	m := &outcome.Map{Version: outcome.FormatVersion, Title: "Sound", Columns: make([]outcome.Column, 6)}
	body := &m.Evidence
	for i, level := range outcome.Levels()[:6] {
		m.Columns[i] = outcome.Column{ID: string(level), Level: level}
	}
	body.Sources = []evidence.Source{{ID: "survey", Title: "Survey"}, {ID: "interviews", Title: "Interviews"}}
	for k := 0; k < stones; k += 12 {
		p := pathway.Pathway{ID: fmt.Sprintf("p%d", k/12), Title: fmt.Sprintf("Pathway %d", k/12), Rivals: []pathway.Rival{{ID: "r", Text: "Prices fell"}}}
		for i := range min(12, stones-k) {
			col, id := i/2, fmt.Sprintf("stone-%d", k+i)
			m.Columns[col].Stones = append(m.Columns[col].Stones, outcome.Stone{ID: id, Text: fmt.Sprintf("Families know where to turn when they need help, case %d", k+i)})
			if i%2 == 0 {
				p.Steps = append(p.Steps, pathway.Step{Column: m.Columns[col].ID})
			}
			step := &p.Steps[len(p.Steps)-1]
			step.Stones = append(step.Stones, id)
			if i >= 2 {
				p.Links = append(p.Links, pathway.Link{From: fmt.Sprintf("stone-%d", k+i-2), To: id, Effect: pathway.Positive})
			}
			about := pathway.Target{Pathway: p.ID, Stone: id}
			item := evidence.Item{ID: "e-" + id, Source: body.Sources[i%2].ID, Text: "18 of 22 families say that they got help within a week", Date: "2022-04-30",
				Bears: []evidence.Bearing{{About: about, Direction: evidence.Supports, Sensitivity: evidence.Exactly(.8), TypeIError: evidence.Exactly(.3), Because: "Few would say so otherwise."}}}
			body.Items = append(body.Items, item)
			body.Assessments = append(body.Assessments, evidence.Assessment{About: about, Progress: "some", Confidence: "medium",
				Narrative: "Most families get help fast.", Date: "2022-05-20", Items: []string{item.ID}})
		}
		m.Pathways = append(m.Pathways, p)
	}
	return m
}
