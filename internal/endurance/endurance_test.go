package endurance

import (
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
)

const small = `{"outcomeMap": "1", "title": "Garden", "columns": [
 {"id": "do", "level": "activities", "stones": [{"id": "dig", "text": "We dig"}]},
 {"id": "change", "level": "impact", "stones": [{"id": "food", "text": "They eat well"}]}],
 "pathways": [{"id": "beds", "title": "Beds", "stones": ["dig", "food"], "rivals": [{"id": "shop", "text": "A shop opened"}]}],
 "evidence": {"items": [{"id": "e", "text": "More greens", "bears": [{"about": {"pathway": "beds", "from": "do", "to": "change"},
   "direction": "supports", "sensitivity": [0.6, 0.8], "typeIError": 0.3}]}],
  "claims": [{"about": {"pathway": "beds", "from": "do", "to": "change"}, "text": "Digging feeds", "prior": 0.5}],
  "assessments": [{"about": {"pathway": "beds", "stone": "food"}, "progress": "some", "confidence": "low", "date": "2024"}]}}`

// What is there after a thousand runs has been set up once and for all; nine thousand more may add
// nothing to it. A run that kept as little as thirty bytes would show.
func TestNothingStaysBehind(t *testing.T) {
	if testing.Short() {
		t.Skip("ten thousand runs take a while")
	}
	run := func(times int) {
		for range times {
			m, err := schema.Read(strings.NewReader(small))
			require.NoError(t, err)
			_ = outcome.Check(m, outcome.Final)
			_ = evidence.Score(m.Pathways, &m.Evidence)
			require.NoError(t, render.SVG(io.Discard, m))
			require.NoError(t, schema.Write(io.Discard, m, schema.YAML))
		}
	}
	run(1000)
	goroutines, heap := settled()
	run(9000)
	goroutinesThen, heapThen := settled()
	assert.LessOrEqual(t, goroutinesThen, goroutines)
	assert.Less(t, heapThen, heap+256<<10, "bytes on the heap")
	t.Logf("goroutines: %d, then %d; heap: %d kB, then %d kB", goroutines, goroutinesThen, heap>>10, heapThen>>10)
}

// settled returns the least of several looks: pools are emptied by the second collection, and what
// ends may take a moment to be gone.
func settled() (goroutines int, heap uint64) {
	goroutines, heap = 1<<30, 1<<62
	for range 5 {
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		goroutines, heap = min(goroutines, runtime.NumGoroutine()), min(heap, stats.HeapAlloc)
	}
	return goroutines, heap
}
