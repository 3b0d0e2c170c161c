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

// missing lists what is missing in the pathway.
func (s *scorer) missing(r Ratings) []Gap {
	var all []Gap
	add := func(kind GapKind, about pathway.Target) {
		all = append(all, Gap{Kind: kind, About: about, Pathway: s.p.ID})
	}
	for _, step := range r.Steps {
		for i := range step.Stones {
			if !step.Stones[i].Progress.Rated() {
				add(UnassessedStone, step.Stones[i].About)
			}
		}
	}
	for n, claimed := range s.claimed {
		if !claimed {
			add(LinkWithoutClaim, s.bundle(n))
		}
	}
	for _, claims := range [][]scored{s.chain, s.wholes} {
		for _, c := range claims {
			if c.Stated && !c.sought {
				add(ClaimWithoutTests, c.About)
			}
		}
	}
	for _, c := range s.against {
		if !c.sought && !c.Rating.Verdict.Rated() {
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
	for about := range s.everything {
		for i := range about.pieces {
			item := about.pieces[i].Item
			switch {
			case !item.Status.sought():
			case item.Source == "" || only != "" && item.Source != only:
				return ""
			default:
				only = item.Source
			}
		}
	}
	return only
}

// Gaps lists what is missing in the body itself: items that bear on nothing, and planned sources
// that no item names. What is missing in a pathway is in its [Scorecard].
func (x *Index) Gaps() []Gap {
	bears := map[int]bool{}
	for _, c := range x.chapters {
		for e := range c.entries {
			for _, p := range e.pieces {
				bears[p.place] = true
			}
		}
	}
	named := map[string]bool{}
	var all []Gap
	for place := range x.body.Items {
		item := &x.body.Items[place]
		named[item.Source] = true
		if !bears[place] {
			all = append(all, Gap{Kind: IdleItem, Item: item.ID})
		}
	}
	for i := range x.body.Sources {
		source := &x.body.Sources[i]
		if source.Collection.Status == CollectionPlanned && !named[source.ID] {
			all = append(all, Gap{Kind: EmptySource, Source: source.ID})
		}
	}
	return all
}
