package outcome_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema"
)

func lines[T fmt.Stringer](list []T) []string {
	var all []string
	for _, x := range list {
		all = append(all, x.String())
	}
	return all
}

func TestDiff(t *testing.T) {
	for _, tt := range []struct {
		why    string
		change func(m *Map)
		want   []string // pointer and line
	}{
		{"nothing", func(*Map) {}, nil},
		{"a field of the map", func(m *Map) { m.Title = "Cake" }, []string{`/title title: changed from "Bread" to "Cake"`}},
		{"a field inside one", func(m *Map) { m.Provenance.Date = "2022" },
			[]string{`/provenance/date provenance.date: changed from nothing to "2022"`}},
		{"a stone's text", func(m *Map) { m.Columns[1].Stones[0].Text = "Fun & <joy>" },
			[]string{`/columns/1/stones/0/text stone "joy", text: changed from "Joy in baking" to "Fun & <joy>"`}},
		{"a stone that moves is the same stone", func(m *Map) {
			m.Columns[1].Stones = append(m.Columns[1].Stones, m.Columns[2].Stones[1])
			m.Columns[2].Stones = m.Columns[2].Stones[:1]
			m.Columns[1].Stones[1].Text = "They can bake"
		}, []string{`/columns/1/stones/1 stone "skill": moved from "gain" to "feel"`,
			`/columns/1/stones/1/text stone "skill", text: changed from "People can bake" to "They can bake"`}},
		{"another id is another stone", func(m *Map) { m.Columns[0].Stones[1].ID = "school" },
			[]string{`/columns/0/stones/1 stone "school": added to "do"`, `/columns/0/stones/1 stone "teach": removed from "do"`}},
		{"a column goes, its stones too", func(m *Map) { m.Columns = m.Columns[:2] },
			[]string{`/columns/2 column "gain": removed`, `/columns/2/stones/0 stone "fed": removed from "gain"`, `/columns/2/stones/1 stone "skill": removed from "gain"`}},
		{"as few as can have moved", func(m *Map) { m.Columns = []Column{m.Columns[2], m.Columns[0], m.Columns[1]} },
			[]string{`/columns/0 column "gain": moved from place 3 to place 1`}},
		{"inside a column", func(m *Map) { slices.Reverse(m.Columns[0].Stones) },
			[]string{`/columns/0/stones/0 stone "teach": moved from place 2 to place 1`}},
		{"a stone in a pathway", func(m *Map) {
			m.Pathways[0].Steps[1].Stones = []string{"joy", "fed"}
			m.Pathways[0].Steps[2].Stones = []string{"skill", "new"}
			m.Pathways[0].Steps[0].Stones = []string{"bake"}
		}, []string{`/pathways/0/steps/1/stones/1 pathway "p", stone "fed": moved from "gain" to "feel"`,
			`/pathways/0/steps/2/stones/1 pathway "p", stone "new": added to "gain"`,
			`/pathways/0/steps/0/stones/1 pathway "p", stone "teach": removed from "do"`}},
		{"a link by its ends", func(m *Map) { m.Pathways[0].Links[0].Mechanism = "By hand" },
			[]string{`/pathways/0/links/0/mechanism pathway "p", link "bake -> joy", mechanism: changed from nothing to "By hand"`}},
		{"no links at all is not the same as all implied", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} },
			[]string{`/pathways/0/links pathway "p", links: changed from [{"from":"bake","to":"joy"},{"from":"teach","to":"feel"}] to []`,
				`/pathways/0/links/0 pathway "p", link "bake -> joy": removed`, `/pathways/0/links/1 pathway "p", link "teach -> feel": removed`}},
		{"a new pathway is one change", func(m *Map) { m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: m.Pathways[0].Steps}) },
			[]string{`/pathways/1 pathway "q": added`}},
		{"a rating", func(m *Map) { m.Evidence.Assessments[4].Progress = "great" },
			[]string{`/evidence/assessments/4/progress assessment "p: fed, round r1", progress: changed from "some" to "great"`}},
		{"a rating in another round is another", func(m *Map) { m.Evidence.Assessments[4].Round = "r2" },
			[]string{`/evidence/assessments/4 assessment "p: fed, round r2": added`, `/evidence/assessments/4 assessment "p: fed, round r1": removed`}},
		{"what an item bears on", func(m *Map) { m.Evidence.Items[0].Bears[0].TypeIError = &num{Low: .1, High: .3} },
			[]string{`/evidence/items/0/bears/0/typeIError item "e1", bearing "p: fed", typeIError: changed from 0.2 to [0.1,0.3]`}},
		{"an entry of a list", func(m *Map) {
			m.Evidence.Assessments[4].Items = []string{"e2"}
			m.Columns[0].Stones[0].Tags = []string{"oven"}
		},
			[]string{`/columns/0/stones/0/tags/0 stone "bake", tags: added "oven"`,
				`/evidence/assessments/4/items/0 assessment "p: fed, round r1", items: added "e2"`,
				`/evidence/assessments/4/items/0 assessment "p: fed, round r1", items: removed "e1"`}},
		{"a single baseline stands without its list", func(m *Map) { m.Evidence.Indicators[0].Baseline[0].Value = evidence.Text("few") },
			[]string{`/evidence/indicators/0/baseline/value indicator "loaves", baseline, value: changed from 3 to "few"`}},
		{"things without an id by what they say", func(m *Map) {
			m.Factors = []Factor{{Kind: Barrier, Text: "No flour"}}
			m.Rules = []RuleSetting{{Rule: "OM301", Severity: Info}}
			m.Refs = []pathway.Ref{{Scheme: "sdg", Code: "2.1"}}
			m.Evidence.Standard.Confidence = []evidence.Level{{ID: "low"}}
			m.Evidence.Indicators[0].Periods[0].Dimensions = map[string]string{"sex": "f", "age": "old"}
			m.Evidence.Groups = []evidence.Group{{ID: "g"}}
			m.Evidence.Sources[0].Refs = []pathway.Ref{}
			m.Pathways[0].Rivals[0].ID, m.Evidence.Criteria[0].ID = "mall", "c2"
			m.Evidence.Assessments[5].Agreed, m.Evidence.Assessments[5].Date = true, "2021"
		}, []string{`/factors/0 factor "No flour": added`,
			`/pathways/0/rivals/0 pathway "p", rival "mall": added`, `/pathways/0/rivals/0 pathway "p", rival "shop": removed`, `/evidence/standard/confidence/0 level "low": added`, `/evidence/groups/0 group "g": added`,
			`/evidence/criteria/0 criterion "c2": added`, `/evidence/criteria/0 criterion "c1": removed`,
			`/evidence/indicators/0/periods/0 indicator "loaves", period "2021 to 2022 [age:old sex:f]": added`,
			`/evidence/indicators/0/periods/0 indicator "loaves", period "2021 to 2022": removed`,
			`/evidence/assessments/5 assessment "p: rival shop, 2021, agreed": added`, `/evidence/assessments/5 assessment "p: rival shop": removed`,
			`/rules/0 rule "OM301": added`, `/refs/0 reference "sdg 2.1": added`}},
		{"two of one name by their order", func(m *Map) { m.Pathways[0].Links = append(m.Pathways[0].Links, m.Pathways[0].Links[0]) },
			[]string{`/pathways/0/links/2 pathway "p", link "bake -> joy": added`}},
	} {
		a, b := sound(), sound()
		tt.change(b)
		var got []string
		for _, c := range Diff(a, b) {
			got = append(got, c.Pointer+" "+c.String())
		}
		assert.Equal(t, tt.want, got, tt.why)
		assert.Equal(t, sound(), a, "what is compared stays as it is")
	}
	implied, none := sound(), sound()
	implied.Pathways[0].Links, none.Pathways[0].Links = nil, []pathway.Link{}
	assert.Equal(t, []string{`pathway "p", links: changed from nothing to []`}, lines(Diff(implied, none)), "nothing said is not none")
	assert.Empty(t, Diff(nil, nil))
	assert.Len(t, Diff(nil, sound()), len(Diff(sound(), nil)))
	assert.NotEmpty(t, Diff(nil, sound()))
}

// Every field of the model that says something is changed in turn, on its first three appearances,
// and no change goes unseen.
func TestDiffSeesEverything(t *testing.T) {
	m := rich(t)
	before := m.Clone()
	changes := 0
	e := everything{seen: make(map[string]int), visit: func(spoil, restore func()) {
		spoil()
		require.NotEmpty(t, Diff(before, m))
		restore()
		changes++
	}}
	e.walk(reflect.ValueOf(m).Elem(), "map")
	require.Empty(t, Diff(before, m))
	assert.Greater(t, changes, 300)
}

// everything walks through a value and visits what is in it with functions that change it and
// change it back.
type everything struct {
	seen  map[string]int
	visit func(spoil, restore func())
}

func (e everything) walk(v reflect.Value, name string) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	try := func(spoil func()) {
		if e.seen[name]++; e.seen[name] <= 3 {
			e.visit(spoil, func() { v.Set(old) })
		}
	}
	switch v.Kind() {
	case reflect.String:
		try(func() { v.SetString(v.String() + "!") })
	case reflect.Float64:
		try(func() { v.SetFloat(v.Float() + 1) })
		try(func() { v.SetFloat(math.NaN()) })
	case reflect.Bool:
		try(func() { v.SetBool(!v.Bool()) })
	case reflect.Pointer:
		if !v.IsNil() {
			e.walk(v.Elem(), name)
			try(v.SetZero)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			e.walk(v.Field(i), v.Type().String()+"."+v.Type().Field(i).Name)
		}
	case reflect.Map:
		try(func() { v.Set(reflect.ValueOf(map[string]string{"who": "else"})) })
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			try(func() { v.SetBytes([]byte(`{"x":1}`)) })
			return
		}
		for i := range v.Len() {
			e.walk(v.Index(i), name)
		}
	}
}

// rich reads the sample map that shows every part.
func rich(t testing.TB) *Map {
	t.Helper()
	m, err := schema.ReadFile("../examples/maps/programme-board-rated.yaml")
	require.NoError(t, err)
	return m
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

// edit changes a few things at random: texts, places, homes; it adds and removes.
func edit(rng *rand.Rand, m *Map, side string) {
	for range 1 + rng.IntN(4) {
		editOne(rng, reflect.ValueOf(m).Elem(), side)
	}
	if from, to := &m.Columns[rng.IntN(len(m.Columns))], &m.Columns[rng.IntN(len(m.Columns))]; len(from.Stones) > 0 && rng.IntN(2) == 0 {
		stone := from.Stones[0]
		from.Stones = slices.Clone(from.Stones[1:])
		to.Stones = append(slices.Clone(to.Stones), stone)
	}
}

// editOne goes down to some value and changes it.
func editOne(rng *rand.Rand, v reflect.Value, side string) {
	switch v.Kind() {
	case reflect.Struct:
		editOne(rng, v.Field(rng.IntN(v.NumField())), side)
	case reflect.String:
		if v.Type().Name() == "string" {
			v.SetString(v.String() + side)
		}
	case reflect.Slice:
		n := v.Len()
		if n == 0 || v.Type() == reflect.TypeFor[[]RuleSetting]() || v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		i, k := rng.IntN(n), rng.IntN(n)
		switch list := reflect.MakeSlice(v.Type(), 0, n+1); rng.IntN(8) {
		case 0: // without one
			v.Set(reflect.AppendSlice(reflect.AppendSlice(list, v.Slice(0, i)), v.Slice(i+1, n)))
		case 1: // one more
			more := reflect.New(v.Type().Elem()).Elem()
			if more.Kind() == reflect.Struct && more.Type().Field(0).Name == "ID" {
				more.Field(0).SetString(fmt.Sprint("new", side, rng.IntN(3)))
			}
			v.Set(reflect.AppendSlice(reflect.Append(reflect.AppendSlice(list, v.Slice(0, i)), more), v.Slice(i, n)))
		case 2: // two change places
			swap := reflect.Swapper(v.Interface())
			swap(i, k)
		default:
			editOne(rng, v.Index(i), side)
		}
	}
}

// What is told apart by a diff is told: applied to nothing, two maps differ exactly where their files do.
func TestDiffOfRandomEdits(t *testing.T) {
	base := rich(t)
	for seed := range uint64(80) {
		rng := rand.New(rand.NewPCG(seed, 11))
		m := base.Clone()
		edit(rng, m, "!")
		changes := Diff(base, m)
		require.Equal(t, asJSON(t, base) == asJSON(t, m), len(changes) == 0, seed)
		require.Equal(t, lines(changes), lines(Diff(base.Clone(), m.Clone())), "the same again")
		kinds := map[ChangeKind]int{}
		for _, c := range changes {
			kinds[c.Kind]++
		}
		back := map[ChangeKind]int{}
		for _, c := range Diff(m, base) {
			back[c.Kind]++
		}
		require.Equal(t, kinds[Added], back[Removed])
		require.Equal(t, kinds[Removed], back[Added])
		require.Equal(t, kinds[Changed], back[Changed])
		require.Equal(t, kinds[Moved], back[Moved])
	}
}

// A long text is cut where it is told, not where it is kept.
func TestChangeString(t *testing.T) {
	a, b := &Map{}, &Map{Summary: strings.Repeat("much ", 40)}
	c := Diff(a, b)[0]
	assert.Equal(t, b.Summary, c.After)
	assert.Less(t, len(c.String()), 110)
	assert.Contains(t, c.String(), "…")
	assert.Contains(t, Change{Kind: Changed, Before: math.NaN()}.String(), "NaN")
}
