package yamltext

import (
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
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
	y := convert(src)
	return strings.Repeat("n", len(y.Table.entries))
}
