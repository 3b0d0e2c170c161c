package render

// Sizes in pixels. A page reads well when these stand in proportion, so they are not options.
const (
	margin      = 32.0 // around the page
	cardWidth   = 208.0
	wideCard    = 264.0 // on a map of at most wideUpTo columns
	wideUpTo    = 3
	maxStretch  = 1.4   // how much wider than usual a column may get for its words
	gutter      = 92.0  // between the cards of two columns: room for a hub and an arrow
	maxGutter   = 184.0 // where many links run
	bareGutter  = 34.0  // where none do
	hubSteps    = 14.0  // between the hubs of one gutter whose links would cover each other
	laneMargin  = 10.0  // of a column's ground around its cards
	cardGap     = 14.0  // between two cards
	linkGap     = 20.0  // between two links that pass between cards, and around them
	hubGap      = 14.0
	padTop      = 11.0 // inside a card
	padBottom   = 11.0
	padLeft     = 17.0 // the rail included
	padRight    = 10.0
	railWidth   = 6.0
	cardEdge    = 4.0 // of a card that has too many words
	cornerSize  = 6.0
	bodySize    = 13.0
	bodyLine    = 17.0
	metaSize    = 11.0
	metaLine    = 19.0
	metaGap     = 6.0 // between text and ratings
	badgeSize   = 16.0
	badgeStep   = 20.0
	headSize    = 14.0
	headLine    = 17.0
	headPad     = 12.0 // above and below a heading
	headIn      = 17.0 // before a heading
	headTip     = 11.0 // of the chevron
	titleSize   = 22.0
	titleLine   = 28.0
	subLine     = 20.0
	captionSize = 15.0
	captionLine = 20.0
	rowSpace    = 44.0 // between two rows
	legendLine  = 24.0
	legendLabel = 96.0
	portStep    = 12.0 // between two links that meet a card
	arrowSize   = 8.0
	barHead     = 3.0  // the thickness of the bar that stands for an arrow
	barHeight   = 12.0 // how tall it stands
	barGap      = 4.0  // from it to the card, whose side has a colour of its own
	bow         = 40.0 // how far a link inside a column reaches out
)
