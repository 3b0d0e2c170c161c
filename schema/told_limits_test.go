package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is too much is told at the first thing beyond the limit, and what is just enough is not told.
func TestToldOfLimits(t *testing.T) {
	stones := mapWith(`"columns":[{"id":"c","stones":[{"id":"a","text":"A"},{"id":"b","text":"B"}]},{"id":"d","stones":[{"id":"e","text":"E"}]}]`)
	links := mapWith(`"pathways":[{"id":"p","links":[{"from":"a","to":"b"}]},{"id":"q","links":[{"from":"b","to":"a"}]}]`)
	faults := mapWith(`"summary":1,"description":2,"conclusions":3`)
	twice := mapWith(`"summary":"a","summary":"b","summary":"c"`)
	deep := mapWith(`"extra":{"a":[[]]}`)
	odd := func(n int) string {
		var all []string
		for i := range n {
			all = append(all, fmt.Sprintf(`"%d":0`, i))
		}
		return mapWith(strings.Join(all, ","))
	}
	const raise = " (a caller who trusts the file can raise the limit)"
	for _, tt := range []struct {
		why, src string
		limit    func(*plan.Options)
		want     string // the last that is told, "" for nothing
	}{
		{"stones of all columns count together", stones, func(o *plan.Options) { o.Stones = 2 }, `OM103 /columns/1/stones/0 [{] more than 2 stepping stones` + raise},
		{"at the first that is too many, not the one before", stones, func(o *plan.Options) { o.Stones = 1 }, `OM103 /columns/0/stones/1 [{] more than 1 stepping stones` + raise},
		{"as many as are allowed", stones, func(o *plan.Options) { o.Stones = 3 }, ""},
		{"stones are no links", stones, func(o *plan.Options) { o.Links = 0 }, ""},
		{"links of all pathways count together", links, func(o *plan.Options) { o.Links = 1 }, `OM103 /pathways/1/links/0 [{] more than 1 links` + raise},
		{"as many as are allowed", links, func(o *plan.Options) { o.Links = 2 }, ""},
		{"links are no stones", links, func(o *plan.Options) { o.Stones = 0 }, ""},
		{"faults: at the first that is not kept", faults, func(o *plan.Options) { o.Faults = 2 },
			`OM103 /conclusions [3] more than 2 faults; what follows was not looked at (mend these first)`},
		{"as many as are kept", faults, func(o *plan.Options) { o.Faults = 3 },
			`OM111 /conclusions [3] "conclusions" has to be text, not the number 3 (put it in quotes: "3") lost`},
		{"lists and objects inside one another", deep, func(o *plan.Options) { o.Depth = 3 },
			`OM103  [[] too many lists and objects inside one another (a map file needs eight levels; a caller who trusts the file can raise the limit) lost`},
		{"as deep as is allowed", deep, func(o *plan.Options) { o.Depth = 4 }, ""},
		{"fields that are not known", odd(1001), func(o *plan.Options) { o.Faults = 2000 },
			`OM103 /1000 ["1000"] more than 1000 fields that are not known; what follows was not looked at`},
		{"as many as are looked at", odd(1000), func(o *plan.Options) { o.Faults = 2000 },
			`OM113 /999 ["999"] an outcome map has no field "999" (what is your own belongs under "extra")`},
		{"two of one name", twice, func(o *plan.Options) { o.Faults = 1 },
			`OM106 /summary ["summary"] "summary" stands twice (keep one of the two) first ["summary"] 14 before`},
	} {
		opts := planOptions
		tt.limit(&opts)
		all := toldWhole(t, tt.src, opts)
		last := len(all) - 1
		fatal := strings.HasPrefix(tt.want, "OM103")
		if fatal && assert.NotEmpty(t, all, tt.why) && assert.Equal(t, "nothing is kept", all[last], tt.why) {
			last--
		}
		if tt.want == "" {
			assert.Empty(t, all, tt.why)
		} else if assert.GreaterOrEqual(t, last, 0, tt.why) {
			assert.Equal(t, tt.want, all[last], tt.why)
		}
	}
}

// Entries that say nothing take up memory that their text does not warrant; how many are read is a
// matter of the machine, but where it stops is said.
func TestToldOfEmptyEntries(t *testing.T) {
	columns := func(n int) string {
		return mapWith(`"columns":[` + strings.Repeat("{},", n-1) + "{}]")
	}
	assert.Empty(t, toldWhole(t, columns(1_000), planOptions), "some do no harm")
	src := columns(100_000)
	_, reading := readPlan(t, src, planOptions)
	require.Len(t, reading.Faults, 1)
	assert.True(t, reading.Fatal)
	f := reading.Faults[0]
	assert.Equal(t, "far more entries than there is text for (entries that say nothing can be left out)", f.Message+" ("+f.Hint+")")
	assert.Equal(t, fmt.Sprintf("/columns/%d", (f.At-strings.Index(src, "{}"))/len("{},")), f.Pointer)
	assert.Equal(t, "{", src[f.At:f.At+f.Len])
}

// Long values and names are cut where they are shown, and counted in characters where they are measured.
func TestToldOfLongTexts(t *testing.T) {
	a := func(n int) string { return strings.Repeat("a", n) }
	const form = "letters, digits, dot, hyphen and underscore, a letter or digit first and last"
	for _, tt := range []struct{ why, more, want string }{
		{"sixty letters are shown", `"rules":[{"rule":"r","severity":"` + a(60) + `"}]`, `"severity" cannot be "` + a(60) + `" (want off, info, warning or error)`},
		{"of more than sixty the first 59", `"rules":[{"rule":"r","severity":"` + a(61) + `"}]`, `"severity" cannot be "` + a(59) + `…" (want off, info, warning or error)`},
		{"letters beyond ASCII count one each", `"rules":[{"rule":"r","severity":"` + strings.Repeat("é", 60) + `"}]`, `cannot be "` + strings.Repeat("é", 60) + `" (`},
		{"a name", `"` + a(61) + `":1`, `an outcome map has no field "` + a(59) + `…" (`},
		{"an id in a name", `"pathways":[{"id":"p","rivals":[{"id":"` + a(61) + `"}]}]`, `rival "` + a(59) + `…" has no "text"`},
		{"an id of 128", `"id":"` + a(128) + `"`, ""},
		{"an id of 129", `"id":"` + a(129) + `"`, `"id" has 129 characters, and 128 at most are allowed`},
		{"an id is proposed with forty letters", `"id":"a b` + a(60) + `"`, ` is no id (` + form + `, such as "a-b` + a(37) + `")`},
		{"10,000 letters of two bytes", `"provenance":{"licence":"` + strings.Repeat("é", 10000) + `"}`, ""},
		{"one more", `"provenance":{"licence":"` + strings.Repeat("é", 10001) + `"}`, `"licence" has 10001 characters, and 10000 at most are allowed`},
		{"a blank text too long is told by the schema alone", `"title2":1,"rules":[{"rule":"` + strings.Repeat(" ", 10001) + `","severity":"off"}]`,
			`"rule" has 10001 characters, and 10000 at most are allowed`},
		{"a language of 64", `"language":"en` + strings.Repeat("-abcdefg", 7) + `-abcde"`, ""},
		{"a language of 65", `"language":"en` + strings.Repeat("-abcdefg", 7) + `-abcdef"`, `"language" has 65 characters, and 64 at most are allowed`},
		{"a number of 64 digits", `"evidence":{"items":[{"id":"e","cost":1` + strings.Repeat("0", 63) + `}]}`, ""},
		{"a number of 65 is told, not shown", `"evidence":{"items":[{"id":"e","cost":1` + strings.Repeat("0", 64) + `}]}`, `"cost" is a number of 65 characters (64 are read at most) lost`},
		{"a long number where text is wanted is cut", `"summary":1` + strings.Repeat("0", 70), `not the number 1` + strings.Repeat("0", 63) + ` (`},
	} {
		all := told(t, tt.more)
		if tt.want == "" {
			assert.Empty(t, all, tt.why)
			continue
		}
		assert.Contains(t, strings.Join(all, "\n"), tt.want, tt.why)
		assert.NotContains(t, strings.Join(all, "\n"), "is blank", tt.why)
	}
}

// No one misspells more than 64 fields of one object: what was meant by others is not looked for.
func TestMisspeltFieldsLookedAt(t *testing.T) {
	for _, tt := range []struct {
		others int
		want   string
	}{{63, `did you mean "summary"?`}, {64, `what is your own belongs under "extra"`}} {
		var more strings.Builder
		for i := range tt.others {
			fmt.Fprintf(&more, `"%d":0,`, i)
		}
		all := told(t, more.String()+`"sumary":"S"`)
		assert.Contains(t, all[len(all)-1], `"sumary" (`+tt.want+")", "behind %d others", tt.others)
	}
}

// A severity that there is not is off the scale rather than off.
func TestUnknownSeverityIsNone(t *testing.T) {
	m, reading := readPlan(t, mapWith(`"rules":[{"rule":"OM301","severity":"fatal"}]`), planOptions)
	assert.Len(t, reading.Faults, 1)
	assert.Equal(t, []outcome.RuleSetting{{Rule: "OM301"}}, m.Rules)
}
