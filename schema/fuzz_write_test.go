package schema

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
)

// FuzzWrite puts any texts and numbers into a random map: it is refused before a byte is written, or it
// comes back as it was, from both formats.
func FuzzWrite(f *testing.F) {
	f.Add(uint64(1), uint8(5), "Bake bread", "s1", 2.5)
	f.Add(uint64(2), uint8(9), "no: [a, \"b\"] # c\n\t- 1\r\n", "-x", -1.0)
	f.Add(uint64(3), uint8(1), "\u2028\u0085\ufeff\x00\xff", "", 1e308)
	f.Add(uint64(4), uint8(2), " ~", "true", 0.1)
	f.Fuzz(func(t *testing.T, seed uint64, stones uint8, text, id string, x float64) {
		m := mapgen.Map(seed, int(stones%24)+1)
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
