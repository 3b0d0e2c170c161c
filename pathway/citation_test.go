package pathway_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

// cites writes citations as from, to and source in turn.
func cites(fields ...string) []pathway.Citation {
	var all []pathway.Citation
	for i := 0; i+2 < len(fields); i += 3 {
		all = append(all, pathway.Citation{From: fields[i], To: fields[i+1], Source: fields[i+2]})
	}
	return all
}

// The links are those of a small causal map, the figures follow from the definitions of Powell,
// Copestake and Remnant (2024) by hand.
func TestSmallCausalMap(t *testing.T) {
	p := with(steps(ids{"C", "B"}, ids{"D"}, ids{"E"}), "C", "D", "D", "E", "C", "E", "B", "D")
	p.Steps[0].Column, p.Steps[1].Column, p.Steps[2].Column = "1", "2", "3"
	all := cites("C", "D", "s1", "C", "D", "s2", "C", "D", "s3", "D", "E", "s3", "D", "E", "s4", "C", "E", "s5", "B", "D", "s6", "C", "D", "s1")
	for _, tt := range []struct {
		from       []string
		robustness int
		threads    []string
	}{
		{ids{"C"}, 3, ids{"s3", "s5"}},
		{ids{"B"}, 1, nil},
		{ids{"B", "C"}, 3, ids{"s3", "s5"}},
		{nil, 3, ids{"s3", "s5"}},
	} {
		ends := pathway.Ends{From: tt.from}
		cut, ok := p.CutCitations(all, ends)
		assert.True(t, ok)
		assert.Equal(t, tt.robustness, cut.Size)
		assert.True(t, cut.Exact)
		assert.Equal(t, tt.threads, p.Threads(all, ends))
	}
}

func TestCutCitations(t *testing.T) {
	p := steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"})
	some := with(steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"}), "a", "c", "b", "c", "b", "d")
	for _, tt := range []struct {
		why  string
		p    *pathway.Pathway
		all  []pathway.Citation
		want pathway.CitationCut
	}{
		{"no evidence, nothing to lose", p, nil, pathway.CitationCut{Near: ids{"a", "b"}}},
		{"one citation holds up a whole pair of steps, and counts once", p, cites("A", "B", "s", "B", "C", "s", "B", "C", "s"),
			pathway.CitationCut{Size: 1, Near: ids{"a", "b"}, Citations: []int{0}}},
		{"beside it a link's own", p, cites("A", "B", "s", "a", "c", "s", "c", "e", "s", "B", "C", "s", "d", "e", "s"),
			pathway.CitationCut{Size: 2, Near: ids{"a", "b"}, Citations: []int{0, 1}}},
		{"a stone and a step", p, cites("a", "B", "s", "A", "d", "s", "B", "e", "s"),
			pathway.CitationCut{Size: 1, Near: ids{"a", "b", "c", "d"}, Citations: []int{2}}},
		{"a step and a stone", p, cites("A", "d", "s", "d", "e", "s", "d", "e", "s"),
			pathway.CitationCut{Size: 1, Near: ids{"a", "b"}, Citations: []int{0}}},
		{"what the pathway has no link for counts for nothing", p, cites("a", "e", "s", "e", "a", "s", "a", "b", "s", "q", "c", "s", "A", "Z", "s", "A", "A", "s", "a", "a", "s"),
			pathway.CitationCut{Near: ids{"a", "b"}}},
		{"a pair with some links: all of them fall with the one citation", some, cites("A", "B", "s", "B", "C", "s", "B", "C", "s"),
			pathway.CitationCut{Size: 1, Near: ids{"a", "b"}, Citations: []int{0}}},
		{"in the order in which they are given", with(steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"}), "a", "c", "b", "d"),
			cites("a", "c", "s", "b", "d", "s", "a", "c", "t", "b", "d", "t", "B", "C", "s", "B", "C", "t", "B", "C", "u", "B", "C", "v", "B", "C", "w"),
			pathway.CitationCut{Size: 4, Near: ids{"a", "b"}, Citations: []int{0, 1, 2, 3}}},
		{"it holds up no link that is not there", some, cites("A", "B", "s", "A", "B", "s", "d", "e", "s", "b", "d", "s"),
			pathway.CitationCut{Size: 1, Near: ids{"a", "b", "c", "d"}, Citations: []int{2}}},
		{"citations of it and of one link of it", some, cites("A", "B", "s", "b", "d", "s", "B", "C", "s", "B", "C", "s", "B", "C", "s"),
			pathway.CitationCut{Size: 2, Near: ids{"a", "b"}, Citations: []int{0, 1}}},
	} {
		got, ok := tt.p.CutCitations(tt.all, pathway.Ends{})
		tt.want.Exact = true
		assert.True(t, ok, tt.why)
		assert.Equal(t, tt.want, got, tt.why)
	}
	_, ok := p.CutCitations(nil, pathway.Ends{From: ids{"a"}, To: ids{"A"}})
	assert.False(t, ok, "nothing cuts a stone from itself")
	_, ok = p.CutSources(nil, pathway.Ends{From: ids{"a"}, To: ids{"A"}}, 0)
	assert.False(t, ok)
	assert.Nil(t, p.Threads(cites("A", "B", "s"), pathway.Ends{From: ids{"a"}, To: ids{"A"}}))
}

// Ten pairs of steps with some of their links, each cited as a whole, are more than are tried in and
// out. The answer is then still a loss that breaks every route.
func TestCutCitationsBeyondItsLimit(t *testing.T) {
	var stones [][]string
	for i := range 11 {
		stones = append(stones, ids{fmt.Sprint(i, "x"), fmt.Sprint(i, "y")})
	}
	p := steps(stones...)
	var all []pathway.Citation
	for i := range 10 {
		x, y := fmt.Sprint(i, "x"), fmt.Sprint(i, "y")
		nx, ny := fmt.Sprint(i+1, "x"), fmt.Sprint(i+1, "y")
		p.Links = append(p.Links, pathway.Link{From: x, To: nx}, pathway.Link{From: y, To: nx}, pathway.Link{From: y, To: ny})
		all = append(all, pathway.Citation{From: p.Steps[i].Column, To: p.Steps[i+1].Column})
	}
	for _, tt := range []struct {
		pairs int
		exact bool
	}{{8, true}, {9, false}} {
		q := &pathway.Pathway{Steps: p.Steps[:tt.pairs+1], Links: p.Links[:3*tt.pairs]}
		cut, ok := q.CutCitations(all[:tt.pairs], pathway.Ends{})
		assert.True(t, ok)
		assert.Equal(t, tt.exact, cut.Exact)
		assert.Equal(t, []int{0}, cut.Citations)
	}
}

// Pairs of steps that have all their links are no trouble, however many are cited.
func TestCutCitationsOfManyWholePairs(t *testing.T) {
	p := wideSteps(40, 2)
	var all []pathway.Citation
	for i := range 39 {
		all = append(all, pathway.Citation{From: p.Steps[i].Column, To: p.Steps[i+1].Column})
	}
	cut, ok := p.CutCitations(all, pathway.Ends{})
	assert.True(t, ok)
	assert.Equal(t, pathway.CitationCut{Size: 1, Near: p.Steps[0].Stones, Citations: []int{0}, Exact: true}, cut)

	p.Links = slices.Collect(p.AllLinks()) // nor where all are stated one by one
	stated, _ := p.CutCitations(all, pathway.Ends{})
	assert.Equal(t, cut, stated)
}

// randomCitations draws up to n citations of all sorts from up to four sources.
func randomCitations(rng *rand.Rand, p *pathway.Pathway, n int) []pathway.Citation {
	names := append(newPlain(p).names, "A", "B", "C", "D", "q", "")
	var all []pathway.Citation
	var links []pathway.Link
	for l := range p.AllLinks() {
		links = append(links, l)
	}
	for b := range p.Bundles() {
		links = append(links, b.Link, b.Link, b.Link)
		if b.FromStep >= 0 && b.ToStep >= 0 { // also where only some of its links are stated
			links = append(links, pathway.Link{From: p.Steps[b.FromStep].Column, To: p.Steps[b.ToStep].Column})
		}
	}
	for range n - rng.IntN(n/2) {
		c := pathway.Citation{Source: string(rune('s' + rng.IntN(4)))}
		if len(links) > 0 && rng.IntN(8) > 0 {
			l := links[rng.IntN(len(links))]
			c.From, c.To = l.From, l.To
		} else {
			c.From, c.To = names[rng.IntN(len(names))], names[rng.IntN(len(names))]
		}
		all = append(all, c)
	}
	return all
}

// holds reports whether a citation holds up a link, read off the definition.
func (g plain) holds(p *pathway.Pathway, c pathway.Citation, from, to string) bool {
	end := func(id, stone string) bool {
		if slices.Contains(g.names, id) {
			return id == stone
		}
		for i, s := range p.Steps {
			if s.Column == id && id != "" {
				return slices.Contains(g.stones, stone) && g.firstStep(p, stone) == i
			}
		}
		return false
	}
	return c.From != c.To && end(c.From, from) && end(c.To, to)
}

func (g plain) firstStep(p *pathway.Pathway, stone string) int {
	return slices.IndexFunc(p.Steps, func(s pathway.Step) bool { return slices.Contains(s.Stones, stone) })
}

// stands reports whether a route is left when the citations that lost picks are gone.
func (g plain) stands(p *pathway.Pathway, all []pathway.Citation, lost func(i int) bool) bool {
	return g.connected(g.first, g.last, func(from, to string) bool {
		for i, c := range all {
			if !lost(i) && g.holds(p, c, from, to) {
				return false
			}
		}
		return true
	})
}

// Every subset of citations, and every subset of sources, is lost in turn to find the smallest that
// breaks all routes.
func TestCitationsAgreeWithBruteForce(t *testing.T) {
	none := func(int) bool { return false }
	forRandom(t, 600, func(t *testing.T, rng *rand.Rand, p *pathway.Pathway) {
		g, all := newPlain(p), randomCitations(rng, p, 9)
		cut, ok := p.CutCitations(all, pathway.Ends{})
		if !ok {
			return
		}
		require.True(t, cut.Exact)
		least := len(all)
		for set := range uint(1) << len(all) {
			if n := bits.OnesCount(set); n < least && !g.stands(p, all, func(i int) bool { return set>>i&1 == 1 }) {
				least = n
			}
		}
		require.Equal(t, least, cut.Size)
		require.False(t, g.stands(p, all, func(i int) bool { return slices.Contains(cut.Citations, i) }))
		require.Equal(t, cut.Size == 0, !g.stands(p, all, none))

		sources, err := p.CutSources(all, pathway.Ends{}, 0)
		require.True(t, err)
		from := func(set uint) func(i int) bool {
			return func(i int) bool { return set>>(all[i].Source[0]-'s')&1 == 1 }
		}
		fewest := 4
		var threads []string
		for set := range uint(16) {
			if n := bits.OnesCount(set); n < fewest && !g.stands(p, all, from(set)) {
				fewest = n
			}
		}
		for k := range uint(4) {
			if g.stands(p, all, from(15&^(1<<k))) {
				threads = append(threads, string(rune('s'+k)))
			}
		}
		require.Equal(t, fewest, sources.Low)
		require.Equal(t, fewest, sources.High)
		require.Len(t, sources.Sources, fewest)
		require.False(t, g.stands(p, all, func(i int) bool { return slices.Contains(sources.Sources, all[i].Source) }))
		require.ElementsMatch(t, threads, p.Threads(all, pathway.Ends{}))
		require.LessOrEqual(t, len(threads), sources.High)
		require.LessOrEqual(t, sources.High, sources.Flow)
		require.LessOrEqual(t, sources.Flow, cut.Size)
	})
}

// Nine sources behind long routes, where a flow is far off and a search has to look at every link.
func TestCutSourcesAgreesWithBruteForce(t *testing.T) {
	below := 0
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 9))
		p := wideSteps(5, 2)
		g := newPlain(p)
		var all []pathway.Citation
		for l := range p.AllLinks() {
			for range 1 + rng.IntN(2) {
				all = append(all, pathway.Citation{From: l.From, To: l.To, Source: string(rune('s' + rng.IntN(9)))})
			}
		}
		cut, ok := p.CutSources(all, pathway.Ends{}, 0)
		require.True(t, ok)
		fewest := 9
		for set := range uint(1) << 9 {
			if n := bits.OnesCount(set); n < fewest && !g.stands(p, all, func(i int) bool { return set>>(all[i].Source[0]-'s')&1 == 1 }) {
				fewest = n
			}
		}
		require.Equal(t, fewest, cut.Low, seed)
		require.Equal(t, fewest, cut.High, seed)
		if cut.High < cut.Flow {
			below++
		}
	}
	assert.Greater(t, below, 10, "cases in which the flow does not tell")
}

// Whatever the effort, the bounds hold the truth between them and the sources do what they say.
func TestCutSourcesWithLittleEffort(t *testing.T) {
	forRandom(t, 200, func(t *testing.T, rng *rand.Rand, p *pathway.Pathway) {
		g, all := newPlain(p), randomCitations(rng, p, 25)
		for i := range all {
			all[i].Source = fmt.Sprint(rng.IntN(9))
		}
		exact, ok := p.CutSources(all, pathway.Ends{}, 1e6)
		if !ok {
			return
		}
		require.Equal(t, exact.Low, exact.High)
		for effort := 1; effort < 1000; effort = effort*2 + 1 {
			cut, _ := p.CutSources(all, pathway.Ends{}, effort)
			require.LessOrEqual(t, cut.Low, exact.Low)
			require.Equal(t, exact.Low > 0, cut.Low > 0, "that one has to go is known at once")
			require.GreaterOrEqual(t, cut.High, exact.High)
			require.Equal(t, exact.Flow, cut.Flow)
			require.LessOrEqual(t, cut.High, cut.Flow)
			require.Len(t, cut.Sources, cut.High)
			require.False(t, g.stands(p, all, func(i int) bool { return slices.Contains(cut.Sources, all[i].Source) }))
		}
	})
}

// One source on two links counts twice in a flow: s holds up both links out of a, so that the flow
// is 4 where the loss of three sources is enough.
func TestCutSourcesBelowTheFlow(t *testing.T) {
	p := steps(ids{"a"}, ids{"b", "c"}, ids{"d"})
	all := cites("a", "b", "s", "a", "b", "t", "a", "c", "s", "a", "c", "u", "B", "d", "v", "B", "d", "w", "B", "d", "x", "B", "d", "y")
	cut, ok := p.CutSources(all, pathway.Ends{}, 0)
	assert.True(t, ok)
	assert.Equal(t, pathway.SourceCut{Low: 3, High: 3, Sources: ids{"s", "t", "u"}, Flow: 4}, cut)
}

// A source that cites a pair of steps and a link of it holds that link up once, in whatever order.
func TestFlowCountsASourceOnceForALink(t *testing.T) {
	p := steps(ids{"a"}, ids{"b", "c"}, ids{"d", "e"})
	for _, tt := range []struct {
		why  string
		all  []pathway.Citation
		flow int
	}{
		{"pair first", cites("B", "C", "s", "b", "d", "s", "a", "b", "s", "a", "b", "t", "a", "b", "u"), 1},
		{"link first", cites("b", "d", "s", "B", "C", "s", "a", "b", "s", "a", "b", "t", "a", "b", "u"), 1},
		{"a stone and a step", cites("b", "C", "s", "b", "d", "s", "a", "b", "s", "a", "b", "t", "a", "b", "u"), 1},
		{"a step and a stone", cites("B", "d", "s", "b", "d", "s", "a", "b", "s", "a", "b", "t", "a", "b", "u"), 1},
		{"another source is another", cites("B", "C", "s", "b", "d", "v", "a", "b", "s", "a", "b", "t", "a", "b", "u"), 2},
	} {
		cut, ok := p.CutSources(tt.all, pathway.Ends{}, 0)
		assert.True(t, ok)
		assert.Equal(t, tt.flow, cut.Flow, tt.why)
	}
	unknown := with(steps(ids{"a"}, ids{"b"}), "a", "b", "x", "b")
	cut, _ := unknown.CutSources(cites("a", "b", "s", "x", "b", "s"), pathway.Ends{From: ids{"x"}}, 0)
	assert.Equal(t, 1, cut.Flow, "an unknown id is in no step")
}

// Nor is it lost for what it holds up twice: t could lose its word for one stone, and would still speak for the step.
// The flow is told before any effort is spent, and nobody has to be lost whom it does not need.
func TestFlowNeedsNoSourceThatCostsNothing(t *testing.T) {
	p := steps(ids{"a"}, ids{"b", "c"}, ids{"d"})
	cut, ok := p.CutSources(cites("a", "B", "t", "A", "B", "t", "A", "B", "u", "b", "d", "s"), pathway.Ends{}, 1)
	assert.True(t, ok)
	assert.Equal(t, pathway.SourceCut{Low: 1, High: 1, Sources: ids{"s"}, Flow: 1}, cut)
}

// A pair of steps can be cited in the direction that runs back, too.
func TestCitationsOfLinksBack(t *testing.T) {
	p := with(steps(ids{"a", "b"}, ids{"c", "d"}), "c", "a", "d", "b", "c", "b")
	all := cites("B", "A", "s", "B", "A", "t")
	cut, ok := p.CutCitations(all, pathway.Ends{From: ids{"B"}, To: ids{"a"}})
	assert.True(t, ok)
	assert.Equal(t, []int{0, 1}, cut.Citations)
	assert.Equal(t, ids{"s", "t"}, p.Threads(all, pathway.Ends{From: ids{"c"}, To: ids{"A"}}))
	assert.Nil(t, p.Threads(all, pathway.Ends{From: ids{"d"}, To: ids{"a"}}), "no such link")
}

// Five citations, but the survey alone tells the whole story, and two sources are all there is to lose.
func ExamplePathway_CutCitations() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training"}},
		{Column: "gain", Stones: []string{"skills", "contacts"}},
		{Column: "difference", Stones: []string{"wellbeing"}},
	}}
	citations := []pathway.Citation{
		{From: "training", To: "skills", Source: "survey"},
		{From: "training", To: "contacts", Source: "survey"},
		{From: "training", To: "contacts", Source: "diaries"},
		{From: "gain", To: "difference", Source: "survey"}, // one citation for the whole pair of steps
		{From: "gain", To: "difference", Source: "register"},
	}
	cut, _ := p.CutCitations(citations, pathway.Ends{})
	fmt.Println("citations:", cut.Size)
	for _, i := range cut.Citations {
		fmt.Println("-", citations[i].From, "->", citations[i].To, "in", citations[i].Source)
	}
	sources, _ := p.CutSources(citations, pathway.Ends{}, 0)
	fmt.Println("sources:", sources.High, sources.Sources)
	fmt.Println("threads:", p.Threads(citations, pathway.Ends{}))
	// Output:
	// citations: 2
	// - gain -> difference in survey
	// - gain -> difference in register
	// sources: 2 [survey register]
	// threads: [survey]
}
