package schema

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/stretchr/testify/require"
)

// planOptions are those of a review of a small file.
var planOptions = plan.Options{Depth: 64, Stones: 1e6, Links: 1e6, Faults: 100, Mend: true}

// readPlan reads a text by the plan alone, so that nothing is told but what the plan finds.
func readPlan(t *testing.T, src string, opts plan.Options) (*outcome.Map, plan.Reading) {
	t.Helper()
	p := compiled()
	m := new(outcome.Map)
	return m, p.Read(src, m, opts)
}

// mapWith is the text of a map that has more fields than it needs.
func mapWith(more string) string {
	if !strings.Contains(more, `"columns"`) {
		more = `"columns":[{"id":"do"}],` + more
	}
	return `{"outcomeMap":"1","title":"T",` + more + `}`
}

// told lists the faults of a map with more fields.
func told(t *testing.T, more string) []string {
	t.Helper()
	return toldWhole(t, mapWith(more), planOptions)
}

// toldWhole lists the faults of a text, each as its rule and pointer, what is underlined, the message
// and the hint, the other of two equal keys, and whether a part of the value is lost.
func toldWhole(t *testing.T, src string, opts plan.Options) (all []string) {
	t.Helper()
	_, reading := readPlan(t, src, opts)
	for _, f := range reading.Faults {
		what := fmt.Sprintf("%s %s [%s] %s", f.Rule, f.Pointer, src[f.At:min(f.At+f.Len, len(src))], f.Message)
		if f.Hint != "" {
			what += " (" + f.Hint + ")"
		}
		if f.FirstLen > 0 {
			what += fmt.Sprintf(" first [%s] %d before", src[f.FirstAt:f.FirstAt+f.FirstLen], f.At-f.FirstAt)
		}
		if f.Lost {
			what += " lost"
		}
		all = append(all, what)
	}
	if reading.Fatal {
		all = append(all, "nothing is kept")
	}
	return all
}

// kept is what is read of a map with more fields, as JSON without its title and only column.
func kept(t *testing.T, more string, mend bool) string {
	t.Helper()
	opts := planOptions
	opts.Mend = mend
	m, reading := readPlan(t, mapWith(more), opts)
	require.False(t, reading.Fatal)
	out, err := json.Marshal(m)
	require.NoError(t, err)
	return strings.NewReplacer(`{"outcomeMap":"1",`, "", `"title":"T",`, "", `,"title":"T","columns":[{"id":"do"}]`, "", `,"columns":[{"id":"do"}]`, "", `"columns":[{"id":"do"}],`, "",
		`"columns":[{"id":"do"}]`, "").Replace(strings.TrimSuffix(string(out), "}"))
}
