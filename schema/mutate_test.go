package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var mutants = flag.Int("mutants", 1_500, "how many damaged maps to compare")

var mutantSeed = flag.Uint64("mutants.seed", 14, "seed of the damage")

// What the plan is certain of, jsonschema and a strict reading of JSON have to accept; and whatever
// the file, the findings are those that jsonschema gives when it judges the whole of it.
func TestPlanAgreesWithJSONSchema(t *testing.T) {
	p := compiled()
	authority := authority(t)
	seeds := mutationSeeds(t)
	r := rand.New(rand.NewPCG(3, *mutantSeed))
	certain, refused, all := 0, 0, *mutants
	if testing.Short() {
		all /= 5
	}
	for i := range all {
		src := seeds[r.IntN(len(seeds))].clone()
		for range 1 + r.IntN(3) {
			src.mutate(r)
		}
		text := src.text()
		reading := p.Read(text, new(outcome.Map), plan.Options{Depth: 64, Stones: 1e6, Links: 1e6, Faults: 1000, Mend: true})
		if len(reading.Faults) == 0 && reading.Asked == 0 {
			certain++
			v, strict := strictJSON(text)
			require.NoError(t, strict, "mutant %d: %s", i, text)
			require.NoError(t, authority.Validate(v), "mutant %d: %s", i, text)
			continue
		}
		refused++
		for _, profile := range []outcome.Profile{outcome.Draft, outcome.Review} {
			quick, err := Load(strings.NewReader(text), WithFormat(JSON), Profile(profile))
			require.NoError(t, err)
			judged, err := Load(strings.NewReader(text), WithFormat(JSON), Profile(profile), judged(true))
			require.NoError(t, err)
			require.Equal(t, judged, quick, "mutant %d: %s", i, text)
			requirePlaces(t, quick)
		}
	}
	t.Logf("%d certainly right, %d with faults or questions", certain, refused)
	assert.Greater(t, certain, all/20)
	assert.Greater(t, refused, all/4)
}

func authority(t testing.TB) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(plan.MapID, bytes.NewReader(JSONSchema())))
	s, err := c.Compile(plan.MapID)
	require.NoError(t, err)
	return s
}

// requirePlaces holds every finding to a rule of the catalogue, a severity and a place in the file.
func requirePlaces(t testing.TB, res *Result) {
	t.Helper()
	for _, f := range res.Findings {
		_, known := outcome.RuleByID(f.Rule)
		require.True(t, known, f.Rule)
		require.NotEmpty(t, f.Message)
		require.Contains(t, []outcome.Severity{outcome.Info, outcome.Warning, outcome.Error}, f.Severity)
		for _, pos := range append([]outcome.Position{f.Pos}, related(f)...) {
			require.Positive(t, pos.Line, "%v", f)
			require.Positive(t, pos.Column, "%v", f)
			require.LessOrEqual(t, pos.Offset+pos.Length, len(res.Source), "%v", f)
			require.GreaterOrEqual(t, pos.Offset, 0)
		}
	}
}

func related(f outcome.Finding) (ps []outcome.Position) {
	for _, p := range f.Related {
		ps = append(ps, p.Pos)
	}
	return ps
}

// strictJSON decodes with encoding/json, and refuses what it lets pass: keys that stand twice.
func strictJSON(text string) (any, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber() // an extra may hold numbers that no float64 can
	v, err := strictValue(dec)
	if err == nil {
		if _, err = dec.Token(); errors.Is(err, io.EOF) {
			return v, nil
		}
		err = fmt.Errorf("more behind the end: %w", err)
	}
	return nil, err
}

func strictValue(dec *json.Decoder) (any, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	if n, ok := token.(json.Number); ok {
		x, _ := n.Float64()
		return min(max(x, -math.MaxFloat64), math.MaxFloat64), nil
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			v, err := strictValue(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := dec.Token()
		return list, err
	case json.Delim('{'):
		object := map[string]any{}
		for dec.More() {
			key, err := dec.Token()
			if err != nil {
				return nil, err
			}
			if _, twice := object[key.(string)]; twice {
				return nil, fmt.Errorf("%q stands twice", key)
			}
			if object[key.(string)], err = strictValue(dec); err != nil {
				return nil, err
			}
		}
		_, err := dec.Token()
		return object, err
	}
	return token, nil
}

// tree is JSON that can be damaged: a list, an object with its names in order, or a scalar as text.
type tree struct {
	open   byte // '[', '{' or 0
	names  []string
	items  []*tree
	scalar string
}

func mutationSeeds(t testing.TB) []*tree {
	var seeds []*tree
	src, err := os.ReadFile("testdata/good/every_part.json")
	require.NoError(t, err)
	texts := [][]byte{src}
	for seed := range uint64(12) {
		texts = append(texts, write(t, mapgen.Map(seed, 1+int(seed)/2), JSON))
	}
	for _, text := range texts {
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.UseNumber()
		seeds = append(seeds, treeOf(t, dec))
	}
	return seeds
}

func treeOf(t testing.TB, dec *json.Decoder) *tree {
	token, err := dec.Token()
	require.NoError(t, err)
	n := new(tree)
	switch v := token.(type) {
	case json.Delim:
		n.open = byte(v)
		for dec.More() {
			if n.open == '{' {
				name, err := dec.Token()
				require.NoError(t, err)
				n.names = append(n.names, name.(string))
			}
			n.items = append(n.items, treeOf(t, dec))
		}
		_, err := dec.Token()
		require.NoError(t, err)
	case string:
		n.scalar = quoteJSON(v)
	case nil:
		n.scalar = "null"
	default:
		n.scalar = fmt.Sprint(v)
	}
	return n
}

func quoteJSON(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func (n *tree) clone() *tree {
	c := *n
	c.names = slices.Clone(n.names)
	c.items = make([]*tree, len(n.items))
	for i := range n.items {
		c.items[i] = n.items[i].clone()
	}
	return &c
}

func (n *tree) text() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *tree) write(b *strings.Builder) {
	if n.open == 0 {
		b.WriteString(n.scalar)
		return
	}
	b.WriteByte(n.open)
	for i, item := range n.items {
		if i > 0 {
			b.WriteString(",\n")
		}
		if n.open == '{' {
			b.WriteString(quoteJSON(n.names[i]) + ": ")
		}
		item.write(b)
	}
	b.WriteByte(n.open + 2)
}

// all lists the nodes below n, itself included.
func (n *tree) all() []*tree {
	out := []*tree{n}
	for _, item := range n.items {
		out = append(out, item.all()...)
	}
	return out
}

// values to put in the place of others: right ones and wrong ones for every kind of field.
var values = []string{
	`null`, `true`, `false`, `0`, `-0`, `1`, `-1`, `0.5`, `1.5`, `5.0`, `50e-1`, `1e-400`, `1e999`, `9e999999`, `1` + strings.Repeat("0", 80),
	`""`, `" "`, `"x"`, `"a b"`, `"-a"`, `"a-"`, `"é"`, `"a\u0000"`, `"\u0061"`, `"` + strings.Repeat("a", 128) + `"`, `"` + strings.Repeat("a", 129) + `"`,
	`"` + strings.Repeat("é", 10000) + `"`, `"` + strings.Repeat("é", 10001) + `"`,
	`"2022"`, `"2022-02"`, `"2022-13"`, `"2022-02-30"`, `"2022-02-28"`, `"2024-02-29"`, `"22"`, `"2022-2-2"`, `"20220202"`,
	`"https://example.org"`, `"HTTPS://x"`, `"http\u017f://x"`, `"http:x"`, `"http://"`, `"javascript:alert(1)"`, `" http://x"`, `"mailto:a@b"`, `"a/b?c#d"`, `"//x"`, `"a:b"`, `"#x"`, `"x y"`, `"x\ty"`,
	`"positive"`, `"Positive"`, `"impact"`, `"holds"`, `"planned"`, `"off"`, `"en"`, `"en-GB"`, `"en_GB"`, `"abcdefghi"`, `"2"`,
	`[]`, `{}`, `[0.1,0.9]`, `[0.9,0.1]`, `[0.1]`, `[0.1,0.2,0.3]`, `[0.1,2]`, `[0.1,null]`, `["x"]`, `[1]`, `[{}]`, `[[]]`, `{"a":1}`, `{"stone":"x"}`,
	`{"from":"x"}`, `{"from":"a","to":"b"}`, `{"id":"x"}`, `{"id":"x","text":"y"}`, `{"extra":{}}`, `{"a":"b","c":""}`, `{"value":1}`, `[{"value":"x"},{"date":"2021"}]`,
}

// mutate damages one place, or changes it harmlessly.
func (n *tree) mutate(r *rand.Rand) {
	nodes := n.all()
	at := nodes[r.IntN(len(nodes))]
	other := nodes[r.IntN(len(nodes))]
	i := -1
	if len(at.items) > 0 {
		i = r.IntN(len(at.items))
	}
	switch kind := r.IntN(9); {
	case kind == 0 || i < 0: // another value
		*at = tree{scalar: values[r.IntN(len(values))]}
	case kind == 1: // one less
		at.items = slices.Delete(at.items, i, i+1)
		if at.open == '{' {
			at.names = slices.Delete(at.names, i, i+1)
		}
	case kind == 2: // one twice
		at.items = slices.Insert(at.items, i, at.items[r.IntN(len(at.items))].clone())
		if at.open == '{' {
			at.names = slices.Insert(at.names, i, at.names[r.IntN(len(at.names))])
		}
	case kind == 3 && at.open == '{': // misspelt
		at.names[i] = misspell(r, at.names[i])
	case kind == 4 && at.open == '{': // a field of another object
		if other.open == '{' && len(other.items) > 0 {
			j := r.IntN(len(other.items))
			at.names, at.items = append(at.names, other.names[j]), append(at.items, other.items[j].clone())
		}
	case kind == 5: // in another order
		r.Shuffle(len(at.items), func(i, j int) {
			at.items[i], at.items[j] = at.items[j], at.items[i]
			if at.open == '{' {
				at.names[i], at.names[j] = at.names[j], at.names[i]
			}
		})
	case kind == 6: // a value from elsewhere
		at.items[i] = other.clone()
	default:
		at.items[i] = &tree{scalar: values[r.IntN(len(values))]}
	}
}

func misspell(r *rand.Rand, name string) string {
	b := []byte(name)
	switch i := r.IntN(len(b) + 1); {
	case len(b) == 0 || i == len(b):
		return name + strconv.Itoa(r.IntN(3))
	case i > 0 && r.IntN(2) == 0:
		b[i], b[i-1] = b[i-1], b[i]
		return string(b)
	case r.IntN(2) == 0:
		return strings.ToUpper(name[:i+1]) + name[i+1:]
	default:
		return name[:i] + name[i+1:]
	}
}
