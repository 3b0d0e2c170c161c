package schema

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Places are what one gets by counting from the start, whichever line ends a file has.
func TestPlacesInJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2_000 {
		var src string
		for range r.IntN(40) {
			src += []string{"a", "é", "😀", "\n", "\r", "\r\n", "\n\n", " "}[r.IntN(8)]
		}
		skip := 0
		if r.IntN(3) == 0 {
			src, skip = byteMark+src, len(byteMark)
		}
		var ps []*outcome.Position
		for range 1 + r.IntN(6) {
			at := skip + r.IntN(len(src)-skip+1)
			for at < len(src) && !utf8.RuneStart(src[at]) {
				at++
			}
			ps = append(ps, &outcome.Position{Offset: at - skip, Length: r.IntN(5)})
		}
		want := make([]outcome.Position, len(ps))
		for i, p := range ps {
			want[i] = counted(src, skip, *p)
		}
		jsonOrigin{src: src, skip: skip}.place(ps)
		for i, p := range ps {
			assert.Equal(t, want[i], *p, "%q", src)
		}
	}
}

// A place spans what is wrong, to the end of its line; of what stands twice the first is given too.
func TestSpansInJSON(t *testing.T) {
	for _, tt := range []struct{ why, src, want string }{
		{"a value", fmt.Sprintf(small, `,"language":5`), `OM111 5`},
		{"the whole of the text", `[1]`, `OM111 [1]`},
		{"nothing at all", ``, `OM101 `},
		{"a reference that leads nowhere", fmt.Sprintf(small, `,"evidence":{"claims":[{"about":{"stone":"nowhere"}}]}`), `OM202 "nowhere"`},
		{"an object, on its first line", fmt.Sprintf(small, ",\"evidence\":{\"claims\":[{\"about\":{\"stone\":\"s\",\n\"column\":\"a\"}}]}"), `OM120 {"stone":"s",`},
		{"a key that stands twice", fmt.Sprintf(small, `,"id":"x", "id":"y"`), `OM106 "id", before "id"`},
		{"an id that stands twice", fmt.Sprintf(small, `,"factors":[],"evidence":{"items":[{"id":"e","bears":[{"about":{"stone":"s"}}]},{"id":"e","bears":[{"about":{"stone":"s"}}]}]}`), `OM201 "e", before "e"`},
	} {
		bothWays(t, tt.why, func(t *testing.T, way Option) {
			res, err := Load(strings.NewReader(tt.src), WithFormat(JSON), way)
			require.NoError(t, err)
			got := ""
			for _, f := range res.Findings {
				if f.Severity < outcome.Error {
					continue
				}
				text := func(p outcome.Position) string { return tt.src[p.Offset : p.Offset+p.Length] }
				got += f.Rule + " " + text(f.Pos)
				for _, r := range f.Related {
					assert.Less(t, r.Pos.Offset, f.Pos.Offset)
					got += ", before " + text(r.Pos)
				}
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// counted works out a position one character after the other.
func counted(src string, skip int, p outcome.Position) outcome.Position {
	p.Offset += skip
	p.Line, p.Column = 1, 1
	for i := skip; i < p.Offset; {
		_, size := utf8.DecodeRuneInString(src[i:])
		switch {
		case src[i] == '\r' && i+1 < len(src) && src[i+1] == '\n' && i+1 < p.Offset:
			size = 2
			p.Line, p.Column = p.Line+1, 1
		case src[i] == '\n', src[i] == '\r' && (i+1 == len(src) || src[i+1] != '\n'):
			p.Line, p.Column = p.Line+1, 1
		default:
			p.Column++
		}
		i += size
	}
	end := min(p.Offset+p.Length, len(src))
	p.Length = 0
	for i := p.Offset; i < end && src[i] != '\n' && src[i] != '\r'; i++ {
		p.Length++
	}
	return p
}
