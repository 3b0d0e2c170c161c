package findings

import (
	"bytes"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/require"
)

// printed returns what Write writes, which has to go well.
func printed(t testing.TB, format Format, fs []outcome.Finding, opts ...Option) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Write(&out, fs, format, opts...))
	return out.String()
}

// from gives one text for every file.
func from(src string) Option {
	return Sources(func(string) ([]byte, error) { return []byte(src), nil })
}

func at(file string, line, column, offset, length int) outcome.Position {
	return outcome.Position{File: file, Line: line, Column: column, Offset: offset, Length: length}
}

// one is a finding at a position.
func one(p outcome.Position) outcome.Finding {
	return outcome.Finding{Rule: "OM202", Severity: outcome.Error, Message: "no stone", Place: outcome.Place{Pointer: "/x", Pos: p}}
}

// mixed is one finding of each severity and each kind of place.
func mixed() []outcome.Finding {
	return []outcome.Finding{
		{
			Rule: "OM201", Severity: outcome.Error, Message: `stone "s1" stands twice`, Hint: "give one of the two another id",
			Place:   outcome.Place{Pointer: "/columns/0/stones/1/id", Pos: at("maps/a b:c.json", 2, 9, 19, 4)},
			Related: []outcome.Place{{Pointer: "/columns/0/stones/0/id", Pos: at("maps/a b:c.json", 1, 9, 8, 4)}},
		},
		{
			Rule: "OM301", Severity: outcome.Warning, Message: `stone "s2" is in no pathway`, Because: "the pilot has none",
			Place: outcome.Place{Pointer: "/columns/0/stones/1", Pos: outcome.Position{File: "maps/b.yaml"}},
		},
		{
			Rule: "OM307", Severity: outcome.Info, Message: `{0} "[x](y)" may say two things`,
			Place:   outcome.Place{Pointer: "/columns/0/stones/0/text"},
			Related: []outcome.Place{{Pointer: "/columns/1"}},
		},
	}
}

// twoLines is what stands in the first file of mixed.
const twoLines = `{"id": ("s1")}` + "\n" + `{"😀":  "s1"}` + "\n"
