package yamltext

import (
	"io"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func convert(src string) Text { return Convert(src, nil, Options{Depth: 64, Nodes: 1e6, Faults: 100}) }

// Without a plan scalars are read as YAML 1.2 reads them, numbers in their own text where JSON has it.
func TestScalars(t *testing.T) {
	for src, want := range map[string]string{
		"1": `1`, "1.0": `1.0`, "-0": `-0`, "1e400": `1e400`, "0x1F": `31`, "0o17": `15`, "+1": `1`, ".5": `0.5`, ".0": `0.0`, "-.9": `-0.9`, "9": `9`, "0": `0`, "0o8": `"0o8"`, "0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff": `115792089237316195423570985008687907853269984665640564039457584007913129639935`,
		"0x10000000000000000000000000000000000000000000000000000000000000000": `"0x10000000000000000000000000000000000000000000000000000000000000000"`, "-.5": `-0.5`, "1.": `1`, "1.e3": `1e3`, "-1.": `-1`,
		"010": `"010"`, "1_000": `"1_000"`, ".inf": `".inf"`, ".nan": `".nan"`, "0x": `"0x"`, "0xG": `"0xG"`, "0x-1": `"0x-1"`, "+-1": `"+-1"`, "+": `"+"`, "-x": `"-x"`, ".": `"."`, "+.": `"+."`, ".e3": `".e3"`, "..5": `"..5"`, "12:30": `"12:30"`, "1e": `"1e"`,
		"true": `true`, "False": `false`, "yes": `"yes"`, "no": `"no"`, "on": `"on"`, "~": `null`, "null": `null`, "": `null`, "2021-01-01": `"2021-01-01"`, "=": `"="`,
		`"1"`: `"1"`, `'~'`: `"~"`, `"a\tb"`: `"a\tb"`, "a b\n    c": `"a b c"`, "|\n  a\n  b\n": `"a\nb\n"`,
	} {
		assert.Equal(t, `{"v":`+want+`}`, convert("v: "+src).JSON, "%q", src)
	}
}

func TestPlaces(t *testing.T) {
	y := convert("# é\na: [x, 'y é', {b: \"q\\\"r\" }]\nlong: |\n  text\n")
	require.Empty(t, y.Faults)
	for _, tt := range []struct {
		what                 string
		line, column, length int
	}{
		{`{"a"`, 2, 1, 1}, {`"a"`, 2, 1, 1}, {`"x"`, 2, 5, 1}, {`"y é"`, 2, 8, len("'y é'")}, {`{"b"`, 2, 15, 1}, {`"q\"r"`, 2, 19, 6}, {`"long"`, 3, 1, 4}, {`"text\n"`, 3, 7, 1},
	} {
		at := strings.Index(y.JSON, tt.what)
		require.GreaterOrEqual(t, at, 0, y.JSON)
		p := outcome.Position{Offset: at}
		y.Table.Place([]*outcome.Position{&p}, 0)
		assert.Equal(t, []int{tt.line, tt.column, tt.length}, []int{p.Line, p.Column, p.Length}, tt.what)
	}
}

// Inside a value, and behind the last one, a place is that of the value; the caller's list stays in its
// order; and no place is beyond the text, whatever the table says.
func TestPlacesOfWhatIsInside(t *testing.T) {
	y := convert("a: one two\nb: 'x'\n")
	var inside, behind, first outcome.Position
	inside.Offset, behind.Offset = strings.Index(y.JSON, "two"), len(y.JSON)
	ps := []*outcome.Position{&behind, &inside, &first}
	y.Table.Place(ps, 3)
	assert.Equal(t, outcome.Position{Line: 1, Column: 4, Offset: 3 + 3, Length: len("one two")}, inside)
	assert.Equal(t, outcome.Position{Line: 2, Column: 4, Offset: 14 + 3, Length: len("'x'")}, behind)
	assert.Equal(t, outcome.Position{Line: 1, Column: 1, Offset: 0 + 3, Length: 1}, first)
	assert.True(t, ps[0] == &behind && ps[1] == &inside && ps[2] == &first)
	for e, want := range map[entry]outcome.Position{
		{line: 1, column: 2, length: 1}: {Line: 1, Column: 2, Offset: 1}, // the end of a line is no text
		{line: 9, column: 9, length: 1}: {Line: 9, Column: 9, Offset: 3},
		{index: 9, length: 1}:           {Line: 2, Column: 2, Offset: 3},
	} {
		var got outcome.Position
		Table{"a\nb", []entry{e}}.Place([]*outcome.Position{&got}, 0)
		assert.Equal(t, want, got)
	}
}

// Where more is wrong than is kept, the rest was not looked at, and the JSON is of no use.
func TestTooManyCutTexts(t *testing.T) {
	const src = "columns: [{id: a, stones: [{id: s, text: Bread, milk, eggs, salt}]}]"
	root := plan.OfMaps(nil).Root()
	y := Convert(src, root, Options{Depth: 64, Nodes: 1e6, Faults: 3})
	assert.Len(t, y.Faults, 3)
	assert.False(t, y.Fatal)
	y = Convert(src, root, Options{Depth: 64, Nodes: 1e6, Faults: 2})
	assert.Len(t, y.Faults, 3)
	assert.True(t, y.Fatal)
	assert.Equal(t, rule.Limit, y.Faults[2].Rule)
	assert.Equal(t, "/columns/0/stones/0/salt", y.Faults[2].Pointer)
}

// What the YAML library may do some day is an error and no crash: it stops, or finds nothing.
func TestNext(t *testing.T) {
	_, err := next(func(any) error { panic("too much") })
	assert.EqualError(t, err, "the YAML cannot be read: too much")
	_, err = next(func(any) error { return nil })
	assert.Equal(t, io.EOF, err)
}

func TestAliasesAreNeverExpanded(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'z'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "]\n"
	}
	y := convert(bomb)
	assert.True(t, y.Fatal)
	assert.Less(t, len(y.JSON), 2*len(bomb))
}

func TestNodesAreBoundedBeforeTheyAreMade(t *testing.T) {
	src := "[" + strings.Repeat("a,", 2e6) + "]"
	y := convert(src)
	require.True(t, y.Fatal)
	assert.Equal(t, "OM103", y.Faults[0].Rule)
	for _, src := range []string{"a: b\nc: [d, {e: f}]\n- g\n", "? a\n: b\n", "- - - - x\n", "{a,b,c}", `{"a":1,"b":[1,2]}`} {
		n := strings.Count(convertLenient(src), "n")
		assert.GreaterOrEqual(t, nodesAtMost(src), n, src)
	}
}

// convertLenient stands for each value and key with an n.
func convertLenient(src string) string {
	places := make(map[int]bool)
	for _, e := range convert(src).Table.entries {
		places[e.at] = true
	}
	return strings.Repeat("n", len(places))
}
