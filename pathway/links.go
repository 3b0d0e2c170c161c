package pathway

import "iter"

// A Bundle is a set of links that belong together: every stone of From leads to every stone of To.
// One stated link is one bundle (of a single link where both its ends are stones), and so is each
// pair of neighbouring steps without a stated link. A bundle stays small where the links in it are
// many, and it is what a piece of evidence about a whole pair of steps is about.
type Bundle struct {
	Link   Link // as stated; of an implied bundle only From and To are set, to the columns of the two steps
	Stated int  // its place in [Pathway.Links], or -1 where it is implied

	// The stones at the two ends, in the order of their steps. An end that names nothing in the
	// pathway stands for itself. Read only: the slices may be the pathway's own.
	From, To []string

	// The places of the two ends in [Pathway.Steps], or -1 for an end that names nothing in it.
	FromStep, ToStep int
}

// Implied reports whether nobody stated the bundle: it follows from two steps standing side by side.
func (b Bundle) Implied() bool { return b.Stated < 0 }

// Links yields the bundle's links from stone to stone, each with what the stated link says of its
// effect, mechanism and so on. A stone never leads to itself: such a pair is left out. Costs
// len(From) times len(To).
func (b Bundle) Links() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		link := b.Link
		for _, link.From = range b.From {
			for _, link.To = range b.To {
				if link.From != link.To && !yield(link) {
					return
				}
			}
		}
	}
}

// AllLinks yields every link of the pathway from stone to stone: the stated ones, a whole step
// spelled out into its stones, and the implied ones (see the package's rule to know). An id that
// names nothing in the pathway is yielded as it is. To learn which links are implied, or which
// stated link one comes from, ask [Pathway.Bundles].
//
// The order is that of the steps that the links lead from, links from an unknown id last; within a
// step the stated links keep theirs, after the implied ones. Two stated
// links that overlap yield what they share twice. A pair of steps with m and n stones implies m·n
// links, so the cost can grow with the square of the stones in a step; the links are made one at a
// time, and Bundles does without them.
func (p *Pathway) AllLinks() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for b := range p.Bundles() {
			for link := range b.Links() {
				if !yield(link) {
					return
				}
			}
		}
	}
}

// Bundles yields the links of the pathway in sets that belong together, in the order of
// [Pathway.AllLinks]: one for each pair of neighbouring steps that nobody stated a link between,
// and one for each stated link. Costs stones plus stated links.
//
// What is invalid has a reading all the same. A stone belongs to the first step that names it, a
// column to its first step, an id to a stone rather than a column; an empty id names nothing. A
// stated link with an empty end, or from an id to itself, says nothing and is left out. A step
// without stones implies no links, and none leads past it but a stated one. A link that runs back
// leaves the implied links ahead as they are.
func (p *Pathway) Bundles() iter.Seq[Bundle] {
	return func(yield func(Bundle) bool) {
		if p != nil {
			newIndex(p).eachBundle(yield)
		}
	}
}
