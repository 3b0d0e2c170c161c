package schema

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
)

// FuzzWrite puts any texts and numbers into a map: it is refused before a byte is written, or it comes
// back as it was, from both formats. The maps themselves are few and small: with any random map for
// an input, each would reach something new, and be shortened for a minute in vain.
func FuzzWrite(f *testing.F) {
	f.Add(uint8(1), "Bake bread", "s1", 2.5)
	f.Add(uint8(2), "no: [a, \"b\"] # c\n\t- 1\r\n", "-x", -1.0)
	f.Add(uint8(3), "\u2028\u0085\ufeff\x00\xff", "", 1e308)
	f.Add(uint8(4), " ~", "true", 0.1)
	var maps [5]*outcome.Map
	for i := range maps {
		maps[i] = mapgen.Map(uint64(i), i+1)
	}
	f.Fuzz(func(t *testing.T, which uint8, text, id string, x float64) {
		m := maps[int(which)%len(maps)].Clone()
		for i := range m.Columns {
			for j := range m.Columns[i].Stones {
				m.Columns[i].Stones[j].Notes = text
			}
		}
		m.Title, m.Summary, m.ID = text, text+"\n", id
		for i := range m.Evidence.Items {
			m.Evidence.Items[i].Text, m.Evidence.Items[i].Cost = text, &x
		}
		before := m.Clone()
		for _, format := range []Format{JSON, YAML} {
			var out bytes.Buffer
			err := Write(&out, m, format)
			require.Equal(t, before, m, "what was passed in is left alone")
			if err != nil {
				require.Zero(t, out.Len(), "nothing is written before it fails")
				continue
			}
			res, err := Load(bytes.NewReader(out.Bytes()), WithFormat(format))
			require.NoError(t, err)
			if res.Err() != nil {
				continue // as an empty title: Write writes what can be written, reading tells what is wrong
			}
			require.Equal(t, before, res.Map, "%s", out.Bytes())
		}
	})
}
