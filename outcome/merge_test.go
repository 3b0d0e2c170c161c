package outcome_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

func TestMerge(t *testing.T) {
	for _, tt := range []struct {
		why          string
		ours, theirs func(m *Map)
		changes      []string // from the base to the merged map
		conflicts    []string
	}{
		{"nothing", func(*Map) {}, func(*Map) {}, nil, nil},
		{"what either side did", func(m *Map) { m.Title = "Cake" }, func(m *Map) { m.Columns[0].Stones[0].Text = "Bake cake" },
			[]string{`title: changed from "Bread" to "Cake"`, `stone "bake", text: changed from "Bake bread" to "Bake cake"`}, nil},
		{"the same on both sides is no conflict", func(m *Map) { m.Title = "Cake" }, func(m *Map) { m.Title = "Cake" },
			[]string{`title: changed from "Bread" to "Cake"`}, nil},
		{"different things on both sides: ours stays, nothing is lost", func(m *Map) { m.Title = "Cake" }, func(m *Map) { m.Title = "Pie" },
			[]string{`title: changed from "Bread" to "Cake"`}, []string{`/title title: was "Bread", ours "Cake", theirs "Pie"`}},
		{"moved by us, reworded by them", func(m *Map) { move(m, 2, 1) }, func(m *Map) { m.Columns[2].Stones[1].Text = "Skill" },
			[]string{`stone "skill": moved from "gain" to "feel"`, `stone "skill", text: changed from "People can bake" to "Skill"`}, nil},
		{"moved to the front by us, reworded by them", func(m *Map) {
			move(m, 2, 1)
			slices.Reverse(m.Columns[1].Stones)
		}, func(m *Map) { m.Columns[2].Stones[1].Text = "Skill" },
			[]string{`stone "skill": moved from "gain" to "feel"`, `stone "skill", text: changed from "People can bake" to "Skill"`}, nil},
		{"moved to two columns", func(m *Map) { move(m, 2, 1) }, func(m *Map) { move(m, 2, 0) },
			[]string{`stone "skill": moved from "gain" to "feel"`},
			[]string{`/columns/1/stones/1 stone "skill", column: was "gain", ours "feel", theirs "do"`}},
		{"removed by us, untouched by them", func(m *Map) { m.Columns[0].Stones = m.Columns[0].Stones[:1] }, func(*Map) {},
			[]string{`stone "teach": removed from "do"`}, nil},
		{"removed by them, reworded by us: kept", func(m *Map) { m.Columns[0].Stones[1].Text = "Teach" }, func(m *Map) { m.Columns[0].Stones = m.Columns[0].Stones[:1] },
			[]string{`stone "teach", text: changed from "Teach baking" to "Teach"`},
			[]string{`/columns/0/stones/1 stone "teach": was {"id":"teach","text":"Teach baking"}, ours {"id":"teach","text":"Teach"}, theirs nothing`}},
		{"a column removed by us that they put a stone into: kept for it",
			func(m *Map) { m.Columns = slices.Delete(m.Columns, 1, 2) },
			func(m *Map) { m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: "pride", Text: "Pride"}) },
			[]string{`stone "pride": added to "feel"`, `stone "joy": removed from "feel"`},
			[]string{`/columns/1 column "feel": was {"id":"feel","level":"reactions","stones":[{"id":"joy","text…, ours nothing, theirs {"id":"feel","level":"reactions","stones":[{"id":"joy","text…`}},
		{"a column removed by us and emptied by them is gone", func(m *Map) { m.Columns = slices.Delete(m.Columns, 1, 2) },
			func(m *Map) { move(m, 1, 0) },
			[]string{`column "feel": removed`, `stone "joy": moved from "feel" to "do"`}, []string{`/columns/0/stones/2 stone "joy": was {"id":"joy","text":"Joy in baking"}, ours nothing, theirs {"id":"joy","text":"Joy in baking"}`}},
		{"both add", func(m *Map) { m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: "x", Text: "X"}) },
			func(m *Map) {
				m.Columns[1].Stones = append([]Stone{{ID: "y", Text: "Y"}}, m.Columns[1].Stones...)
			},
			[]string{`stone "y": added to "feel"`, `stone "x": added to "feel"`}, nil},
		{"both add the same id for different things", func(m *Map) { m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: "x", Text: "X"}) },
			func(m *Map) {
				m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: "x", Text: "Y", Notes: "n"})
			},
			[]string{`stone "x": added to "feel"`}, []string{`/columns/1/stones/1/text stone "x", text: was nothing, ours "X", theirs "Y"`}},
		{"and in different columns", func(m *Map) { m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: "x"}) },
			func(m *Map) { m.Columns[0].Stones = append(m.Columns[0].Stones, Stone{ID: "x"}) },
			[]string{`stone "x": added to "feel"`}, []string{`/columns/1/stones/1 stone "x", column: was nothing, ours "feel", theirs "do"`}},
		{"they change the order", func(m *Map) { m.Columns[0].Stones = append(m.Columns[0].Stones, Stone{ID: "x"}) },
			func(m *Map) { slices.Reverse(m.Columns[0].Stones) },
			[]string{`stone "teach": moved from place 2 to place 1`, `stone "x": added to "do"`}, nil},
		{"both change the order", func(m *Map) { slices.Reverse(m.Columns) },
			func(m *Map) { m.Columns = []Column{m.Columns[1], m.Columns[0], m.Columns[2]} },
			[]string{`column "gain": moved from place 3 to place 1`, `column "feel": moved, as others passed it`},
			[]string{`/columns columns: was ["do","feel","gain"], ours ["gain","feel","do"], theirs ["feel","do","gain"]`}},
		{"both change the order in a column", func(m *Map) {
			m.Columns[2].Stones = append(m.Columns[2].Stones, Stone{ID: "x"})
			slices.Reverse(m.Columns[2].Stones)
		}, func(m *Map) {
			m.Columns[2].Stones = append([]Stone{m.Columns[2].Stones[1], {ID: "x"}}, m.Columns[2].Stones[0])
		}, []string{`stone "x": added to "gain"`, `stone "skill": moved, as others passed it`},
			[]string{`/columns/2/stones column "gain", stones: was ["fed","skill"], ours ["x","skill","fed"], theirs ["skill","x","fed"]`}},
		{"stones in steps", func(m *Map) { m.Pathways[0].Steps[1].Stones = append(m.Pathways[0].Steps[1].Stones, "new") },
			func(m *Map) { m.Pathways[0].Steps[0].Stones = []string{"teach"} },
			[]string{`pathway "p", stone "new": added to "feel"`, `pathway "p", stone "bake": removed from "do"`}, nil},
		{"moved to two steps", func(m *Map) {
			m.Pathways[0].Steps[0].Stones = []string{"bake"}
			m.Pathways[0].Steps[1].Stones = []string{"joy", "teach"}
		}, func(m *Map) {
			m.Pathways[0].Steps[0].Stones = []string{"bake"}
			m.Pathways[0].Steps[2].Stones = []string{"teach", "fed", "skill"}
		}, []string{`pathway "p", stone "teach": moved from "do" to "feel"`},
			[]string{`/pathways/0/steps/1/stones/1 pathway "p", stone "teach", column: was "do", ours "feel", theirs "gain"`}},
		{"links and their fields", func(m *Map) { m.Pathways[0].Links[0].Notes = "n" }, func(m *Map) {
			m.Pathways[0].Links[0].Mechanism = "m"
			m.Pathways[0].Links = m.Pathways[0].Links[:1]
		}, []string{`pathway "p", link "bake -> joy", mechanism: changed from nothing to "m"`,
			`pathway "p", link "bake -> joy", notes: changed from nothing to "n"`, `pathway "p", link "teach -> feel": removed`}, nil},
		{"no links at all, but one", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} },
			func(m *Map) {
				m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: "joy", To: "skill"})
			},
			[]string{`pathway "p", link "joy -> skill": added`, `pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`},
			[]string{`/pathways/0/links pathway "p", links: was [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}], ours [], theirs [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"},{"f…`}},
		{"all links implied again", func(m *Map) { m.Pathways[0].Links = nil }, func(m *Map) { m.Pathways[0].Title = "P" },
			[]string{`pathway "p", title: changed from nothing to "P"`, `pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`}, nil},
		{"both add a pathway", func(m *Map) {
			m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: []pathway.Step{{Column: "do", Stones: []string{"bake", "teach"}}}, Links: []pathway.Link{{From: "a", To: "b"}}})
		}, func(m *Map) {
			m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: []pathway.Step{{Column: "do", Stones: []string{"teach", "bake"}}}, Refs: []pathway.Ref{}})
		}, []string{`pathway "q": added`},
			[]string{`/pathways/1/steps/0/stones pathway "q", step "do", stones: was [], ours ["bake","teach"], theirs ["teach","bake"]`}},
		{"both remove, in their ways", func(m *Map) { m.Evidence.Items = m.Evidence.Items[:1]; m.Evidence.Rounds = nil },
			func(m *Map) {
				m.Evidence.Items = m.Evidence.Items[1:]
				m.Evidence.Rounds = append(m.Evidence.Rounds[:0:0], evidence.Round{ID: "r2"})
			},
			[]string{`item "e1": removed`, `item "e2": removed`, `round "r2": added`, `round "r1": removed`}, nil},
		{"all links implied again, of which they removed one", func(m *Map) { m.Pathways[0].Links = nil }, func(m *Map) { m.Pathways[0].Links = m.Pathways[0].Links[:1] },
			[]string{`pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`}, nil},
		{"no links at all on our side, all implied again on theirs", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} }, func(m *Map) { m.Pathways[0].Links = nil },
			[]string{`pathway "p", links: changed from [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}] to []`, `pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`},
			[]string{`/pathways/0/links pathway "p", links: was [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}], ours [], theirs nothing`}},
		{"and the other way round", func(m *Map) { m.Pathways[0].Links = nil }, func(m *Map) { m.Pathways[0].Links = []pathway.Link{} },
			[]string{`pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`},
			[]string{`/pathways/0/links pathway "p", links: was [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}], ours nothing, theirs []`}},
		{"no links at all on our side, on theirs one less", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} }, func(m *Map) { m.Pathways[0].Links = m.Pathways[0].Links[:1] },
			[]string{`pathway "p", links: changed from [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}] to []`, `pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`}, nil},
		{"one less on our side, on theirs no links at all", func(m *Map) { m.Pathways[0].Links = m.Pathways[0].Links[:1] }, func(m *Map) { m.Pathways[0].Links = []pathway.Link{} },
			[]string{`pathway "p", links: changed from [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}] to []`, `pathway "p", link "bake -> joy": removed`, `pathway "p", link "teach -> feel": removed`}, nil},
		{"conflicts come in the order of their places", func(m *Map) {
			m.Description, m.Columns[2].Heading, m.Columns[0].Heading, m.Pathways[0].Title = "1", "2", "3", "4"
		},
			func(m *Map) {
				m.Description, m.Columns[2].Heading, m.Columns[0].Heading, m.Pathways[0].Title = "5", "6", "7", "8"
			},
			[]string{`description: changed from nothing to "1"`, `column "do", heading: changed from nothing to "3"`, `column "gain", heading: changed from nothing to "2"`, `pathway "p", title: changed from nothing to "4"`},
			[]string{`/columns/0/heading column "do", heading: was nothing, ours "3", theirs "7"`, `/columns/2/heading column "gain", heading: was nothing, ours "2", theirs "6"`,
				`/description description: was nothing, ours "1", theirs "5"`, `/pathways/0/title pathway "p", title: was nothing, ours "4", theirs "8"`}},
		{"we remove all, they some", func(m *Map) { m.Evidence.Items = nil }, func(m *Map) { m.Evidence.Items = m.Evidence.Items[:1] },
			[]string{`item "e1": removed`, `item "e2": removed`}, nil},
		{"a likelihood", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = evidence.Exactly(.5) },
			func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = nil },
			[]string{`item "e1", bearing "p: fed", sensitivity: changed from [0.8,0.9] to 0.5`},
			[]string{`/evidence/items/0/bears/0/sensitivity item "e1", bearing "p: fed", sensitivity: was [0.8,0.9], ours 0.5, theirs nothing`}},
		{"the single baseline", func(m *Map) { m.Evidence.Indicators[0].Baseline[0].Notes = "n" },
			func(m *Map) { m.Evidence.Indicators[0].Baseline[0].Notes = "m" },
			[]string{`indicator "loaves", baseline, notes: changed from nothing to "n"`},
			[]string{`/evidence/indicators/0/baseline/notes indicator "loaves", baseline, notes: was nothing, ours "n", theirs "m"`}},
	} {
		base, ours, theirs := sound(), sound(), sound()
		tt.ours(ours)
		tt.theirs(theirs)
		keptOurs, keptTheirs := ours.Clone(), theirs.Clone()
		merged, conflicts := Merge(base, ours, theirs)
		assert.Equal(t, tt.changes, lines(Diff(base, merged)), tt.why)
		var got []string
		for _, c := range conflicts {
			got = append(got, c.Pointer+" "+c.String())
		}
		assert.Equal(t, tt.conflicts, got, tt.why)
		assert.Equal(t, sound(), base, "the maps stay as they are")
		assert.Equal(t, keptOurs, ours)
		assert.Equal(t, keptTheirs, theirs)
	}
}

// move takes the last stone of a column to the end of another.
func move(m *Map, from, to int) {
	last := len(m.Columns[from].Stones) - 1
	m.Columns[to].Stones = append(m.Columns[to].Stones, m.Columns[from].Stones[last])
	m.Columns[from].Stones = m.Columns[from].Stones[:last]
}

func TestMergeWithoutOne(t *testing.T) {
	for _, tt := range []struct{ base, ours, theirs, want *Map }{
		{nil, nil, nil, nil}, {sound(), nil, nil, nil}, {sound(), sound(), nil, sound()}, {nil, nil, sound(), sound()},
		{nil, sound(), sound(), sound()}, {nil, sound(), &Map{}, sound()}, {nil, &Map{}, sound(), sound()},
	} {
		got, conflicts := Merge(tt.base, tt.ours, tt.theirs)
		assert.Equal(t, tt.want, got)
		assert.Empty(t, conflicts)
	}
}

func TestMergedMapSharesNothing(t *testing.T) {
	base, ours, theirs := sound(), sound(), sound()
	ours.Title, theirs.Summary = "ours", "theirs"
	keptOurs, keptTheirs := ours.Clone(), theirs.Clone()
	merged, _ := Merge(base, ours, theirs)
	spoil(reflect.ValueOf(merged).Elem())
	assert.Equal(t, keptOurs, ours)
	assert.Equal(t, keptTheirs, theirs)
	assert.Equal(t, sound(), base)
}

// The laws of a three-way merge, on random edits of the richest map there is.
func TestMergeOfRandomEdits(t *testing.T) {
	base := rich(t)
	clean := 0
	for seed := range uint64(80) {
		rng := rand.New(rand.NewPCG(seed, 12))
		ours, theirs := base.Clone(), base.Clone()
		edit(rng, ours, "!")
		edit(rng, theirs, "?")
		for _, tt := range []struct {
			law                       string
			base, ours, theirs, wants *Map
		}{
			{"we did nothing: theirs", base, base, theirs, theirs},
			{"they did nothing: ours", base, ours, base, ours},
			{"both did the same: that", base, ours, ours, ours},
		} {
			merged, conflicts := Merge(tt.base, tt.ours, tt.theirs)
			require.Empty(t, conflicts, tt.law)
			require.Empty(t, lines(Diff(tt.wants, merged)), "%s, seed %d", tt.law, seed)
		}
		merged, conflicts := Merge(base, ours, theirs)
		swapped, mirrored := Merge(base, theirs, ours)
		require.Len(t, mirrored, len(conflicts), seed)
		again, _ := Merge(base, ours, theirs)
		require.Equal(t, merged, again)
		for _, c := range conflicts {
			require.NotEqual(t, c.Ours, c.Theirs)
		}
		if len(conflicts) > 0 {
			continue
		}
		clean++
		for _, c := range Diff(merged, swapped) {
			require.Equal(t, Moved, c.Kind, "without conflicts only the order depends on who is who: %s", c)
		}
		want := slices.Concat(said(base, ours), said(base, theirs))
		slices.Sort(want)
		require.Equal(t, slices.Compact(want), said(base, merged), "seed %d: what both sides did, and nothing else", seed)
	}
	assert.Greater(t, clean, 30)
}

// said lists what changed, but for places.
func said(a, b *Map) []string {
	var all []string
	for _, c := range Diff(a, b) {
		if c.Kind != Moved || c.From != c.To {
			all = append(all, c.String())
		}
	}
	slices.Sort(all)
	return all
}
