package pathway_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

// FuzzPathway reads pathways of at most a few dozen stones from text and holds every function to its
// laws. A line is a step (column, colon, stones), a link (from > to) or a citation (from > to @
// source); "none" says that there are no links.
func FuzzPathway(f *testing.F) {
	for _, seed := range []string{
		"", "A: a", "A: a b\nB: c d\nC: e", "A: a\nB: b\nb > a", "A: a\nnone\nB: b", "A: a\n:\nB: b\na > b",
		"A: a b\nB: c d\nA > c\nb > B\nc > x\nx > a\na > c @ s\nA > B @ t\nb > d @ s",
		"A: a a B\nB: b A\nA > B\nB > A\nA > A @\na > > b", "A: a b c\nB: d e f\nC: g\na > d\nb > e\nA > B @ s\nB > C @ t\nA > d @ t",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		p, cites := readPathway(text)
		before, err := json.Marshal(p)
		require.NoError(t, err)
		checkGraphLaws(t, p)
		checkCutLaws(t, p, cites)
		checkChanceLaws(t, p, cites)
		after, err := json.Marshal(p)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), "nothing is written to what was passed in")
	})
}

func readPathway(text string) (*pathway.Pathway, []pathway.Citation) {
	p := &pathway.Pathway{}
	var cites []pathway.Citation
	for line := range strings.Lines(text) {
		line, source, cited := strings.Cut(strings.TrimSpace(line), "@")
		from, to, link := strings.Cut(line, ">")
		column, stones, step := strings.Cut(line, ":")
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		switch {
		case link && cited:
			cites = append(cites, pathway.Citation{From: from, To: to, Source: source})
		case link:
			p.Links = append(p.Links, pathway.Link{From: from, To: to})
		case step:
			p.Steps = append(p.Steps, pathway.Step{Column: column, Stones: strings.Fields(stones)})
		case line == "none" && p.Links == nil:
			p.Links = []pathway.Link{}
		}
	}
	return p, cites
}

func checkGraphLaws(t *testing.T, p *pathway.Pathway) {
	place := make(map[string]int)
	for i, group := range p.Order() {
		for _, id := range group {
			place[id] = i
		}
	}
	for link := range p.AllLinks() {
		require.NotEqual(t, link.From, link.To)
		require.LessOrEqual(t, place[link.From], place[link.To])
	}
	n, exact := p.CountRoutes()
	routes := allRoutes(p, 200)
	require.Equal(t, len(routes) > 0, p.Gaps().Connected)
	require.Equal(t, min(n, 200), uint64(len(routes)))
	require.True(t, exact || n >= 10_000)
	for _, r := range routes {
		require.Len(t, r, len(slices.Compact(slices.Sorted(slices.Values(r)))), "no stone twice")
		for _, id := range p.Dominators() {
			require.Contains(t, r, id)
		}
	}
	for _, loop := range p.Loops() {
		require.Greater(t, len(loop), 1)
	}
}

func checkCutLaws(t *testing.T, p *pathway.Pathway, cites []pathway.Citation) {
	cut, ok := p.Cut(nil, pathway.Ends{})
	if !ok {
		return
	}
	g := newPlain(p)
	require.Len(t, cut.Links, cut.Size)
	require.False(t, g.connected(g.first, g.last, func(from, to string) bool {
		return slices.ContainsFunc(cut.Links, func(l pathway.Link) bool { return l.From == from && l.To == to })
	}))
	byCitation, _ := p.CutCitations(cites, pathway.Ends{})
	require.Len(t, byCitation.Citations, byCitation.Size)
	require.False(t, g.stands(p, cites, func(i int) bool { return slices.Contains(byCitation.Citations, i) }))
	bySource, _ := p.CutSources(cites, pathway.Ends{}, 2000)
	require.Len(t, bySource.Sources, bySource.High)
	require.False(t, g.stands(p, cites, func(i int) bool { return slices.Contains(bySource.Sources, cites[i].Source) }))
	require.LessOrEqual(t, len(p.Threads(cites, pathway.Ends{})), bySource.Low)
	require.LessOrEqual(t, bySource.Low, bySource.High)
	require.LessOrEqual(t, bySource.High, bySource.Flow)
	if byCitation.Exact {
		require.LessOrEqual(t, bySource.Flow, byCitation.Size)
	}
}

// checkChanceLaws gives what is cited a chance of a half: it holds a route in no more cases than
// there are citations to lose, and then in more than none.
func checkChanceLaws(t *testing.T, p *pathway.Pathway, cites []pathway.Citation) {
	chances := make([]pathway.Chance, len(cites))
	for i, c := range cites {
		chances[i] = pathway.Chance{From: c.From, To: c.To, Low: 0.5, High: 0.75}
	}
	r := p.Reliability(chances, pathway.Ends{}, 3000)
	require.True(t, 0 <= r.Low && r.Low <= r.High && r.High <= 1, r)
	if cut, ok := p.CutCitations(cites, pathway.Ends{}); ok && r.Exact {
		require.Equal(t, cut.Size > 0, r.Low > 0)
	}
	require.Equal(t, p.Gaps().Connected, r.High > 0)
}
