package evidence

import "github.com/outcomemap/outcomemap/pathway"

// A Gap is something that is missing. What it names depends on its kind.
type Gap struct {
	Kind    GapKind        `json:"kind"`
	About   pathway.Target `json:"about,omitzero"`
	Item    string         `json:"item,omitempty"`
	Source  string         `json:"source,omitempty"`
	Pathway string         `json:"pathway,omitempty"`
}

// GapKind is what is missing.
type GapKind string

// The kinds of gap. The first five are a pathway's, the last two the body's.
const (
	UnassessedStone   GapKind = "unassessed stone"         // About: no progress there
	LinkWithoutClaim  GapKind = "link without claim"       // About
	ClaimWithoutTests GapKind = "claim without evidence"   // About: nothing was sought
	RivalUntested     GapKind = "rival without evidence"   // About: nothing was sought, nobody judged it
	OneSource         GapKind = "one source for it all"    // Source: all that was found or missed on the pathway is from it
	IdleItem          GapKind = "evidence on nothing"      // Item: bears on no target, and nobody cites it
	EmptySource       GapKind = "planned source, no items" // Source
)

// gaps lists what is missing in the pathway.
func (s *scorer) gaps() []Gap {
	var all []Gap
	add := func(kind GapKind, about pathway.Target) {
		all = append(all, Gap{Kind: kind, About: about, Pathway: s.p.ID})
	}
	for _, stones := range s.stones {
		for _, id := range stones {
			if t := s.stone(id); !s.index.Rating(t).Progress.Rated() {
				add(UnassessedStone, t)
			}
		}
	}
	for n, claimed := range s.claimed() {
		if !claimed {
			add(LinkWithoutClaim, s.bundle(n))
		}
	}
	for _, claims := range [][]weighed{s.chain, s.wholes} {
		for _, c := range claims {
			if c.Stated && len(c.Tests)+len(c.Unweighed)+len(c.refused) == 0 {
				add(ClaimWithoutTests, c.About)
			}
		}
	}
	for _, c := range s.rivals {
		if len(c.Tests)+len(c.Unweighed)+len(c.refused) == 0 && !c.Rating.Verdict.Rated() {
			add(RivalUntested, c.About)
		}
	}
	if source := s.onlySource(); source != "" {
		all = append(all, Gap{Kind: OneSource, Source: source, Pathway: s.p.ID})
	}
	return all
}

// onlySource returns the source of all that was sought on the pathway, if there is just one. An item
// that states no source is one of its own.
func (s *scorer) onlySource() string {
	only := ""
	for _, t := range s.everything() {
		for _, p := range s.index.pieces(t) {
			source := p.Item.Source
			if !p.Item.Status.sought() {
				continue
			}
			if source == "" || only != "" && source != only {
				return ""
			}
			only = source
		}
	}
	return only
}

// everything lists the targets of the pathway that the body may say something about.
func (s *scorer) everything() []pathway.Target {
	all := []pathway.Target{s.whole()}
	for i := range s.p.Steps {
		all = append(all, s.step(i))
		for _, id := range s.stones[i] {
			all = append(all, s.stone(id))
		}
	}
	for _, t := range s.links {
		all = append(all, t.Target)
	}
	for _, r := range s.p.Rivals {
		all = append(all, s.target(pathway.Target{Rival: r.ID}))
	}
	for _, a := range s.p.Assumptions {
		all = append(all, s.target(pathway.Target{Assumption: a.ID}))
	}
	return all
}

// Gaps lists what is missing in the body itself: items that bear on nothing, and planned sources
// that no item names. What is missing in a pathway is in its [Scorecard].
func (x *Index) Gaps() []Gap {
	bears := map[int]bool{}
	for _, e := range x.entries {
		for _, p := range e.pieces {
			bears[p.place] = true
		}
	}
	named := map[string]bool{}
	var all []Gap
	for place, item := range x.body.Items {
		named[item.Source] = true
		if !bears[place] {
			all = append(all, Gap{Kind: IdleItem, Item: item.ID})
		}
	}
	for _, source := range x.body.Sources {
		if source.Collection.Status == CollectionPlanned && !named[source.ID] {
			all = append(all, Gap{Kind: EmptySource, Source: source.ID})
		}
	}
	return all
}
