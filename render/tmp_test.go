package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

func TestTmp(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("MAPS")) {
		src, err := os.ReadFile(f)
		require.NoError(t, err)
		m := new(outcome.Map)
		require.NoError(t, json.Unmarshal(src, m))
		base := f[strings.LastIndex(f, "/")+1:]
		base = strings.TrimSuffix(base, ".json")
		for name, opts := range map[string][]render.Option{
			"auto": nil, "dark": {render.WithTheme(render.Dark())}, "crossings": {render.FewestCrossings(true)},
		} {
			var b bytes.Buffer
			require.NoError(t, render.SVG(&b, m, opts...))
			require.NoError(t, os.WriteFile("/tmp/rout/"+base+"-"+name+".svg", b.Bytes(), 0o644))
		}
		if len(m.Pathways) > 1 {
			var b bytes.Buffer
			require.NoError(t, render.SVG(&b, m, render.Focus(m.Pathways[1].ID)))
			require.NoError(t, os.WriteFile("/tmp/rout/"+base+"-focus.svg", b.Bytes(), 0o644))
			b.Reset()
			require.NoError(t, render.SVG(&b, m, render.Pathway(m.Pathways[2].ID)))
			require.NoError(t, os.WriteFile("/tmp/rout/"+base+"-one.svg", b.Bytes(), 0o644))
		}
		var b bytes.Buffer
		require.NoError(t, render.DOT(&b, m))
		os.WriteFile("/tmp/rout/"+base+".dot", b.Bytes(), 0o644)
		g, err := render.Layout(m)
		require.NoError(t, err)
		j, _ := json.Marshal(g)
		os.WriteFile("/tmp/rout/"+base+".layout.json", j, 0o644)
	}
}
