package render

import "math"

// A legendRow is one line of the legend: a heading and what it explains.
type legendRow struct {
	label string
	items []legendItem
}

type legendItem struct {
	kind  legendKind
	n     int // which pathway or level
	lines []string
	x, y  float64 // of the sign; y is the middle of its first line
}

type legendKind int

const (
	pathItem legendKind = iota
	progressItem
	confidenceItem
	unratedItem
	hubItem
	lessItem
	countItem
	cellItem
	turnItem     // of progress
	newTurnItem  // of progress that nobody had rated
	sureTurnItem // of confidence
	sameItem
	rangeItem     // of progress
	sureRangeItem // of confidence
	changeItem
	sourceItem
)

// signWidth is the room that the sign of an item takes.
func (s *scene) signWidth(kind legendKind) float64 {
	switch kind {
	case pathItem:
		return 58
	case progressItem, unratedItem:
		if s.brief { // its cells have no rail
			return glyphSize
		}
		return railWidth + 7 + glyphSize
	case confidenceItem:
		return s.barsWidth()
	case hubItem, lessItem, countItem, cellItem:
		return 40
	case sameItem:
		return turnSize
	case rangeItem:
		return 2*glyphSize + rangeGap
	case sureRangeItem:
		return 2*s.barsWidth() + rangeGap
	case turnItem, newTurnItem:
		return s.beforeWidth() + glyphSize
	case sureTurnItem:
		return s.surenessBefore() + s.barsWidth()
	}
	return 0
}

const signGap = 8.0 // between a sign and its text

// addLegend explains all signs that are drawn, row by row under the cards.
func (s *scene) addLegend() {
	y := s.bottom + 40
	rows := s.legendRows()
	start := margin + legendLabel
	for _, row := range rows {
		start = max(start, margin+math.Ceil(s.face(bodySize, true).Width(row.label))+16)
	}
	start = min(start, margin+2*legendLabel)
	for _, row := range rows {
		x := start
		right := s.width - margin
		extra := 0.0
		for i := range row.items {
			item := &row.items[i]
			sign := s.signWidth(item.kind)
			if sign > 0 {
				sign += signGap
			}
			label := s.face(bodySize, false)
			words := item.lines[0]
			wide := label.Width(words)
			if x > start && x+sign+wide > right {
				x, y = start, y+legendLine+extra
				extra = 0
			}
			if room := max(right-x-sign, 60); wide > room { // else it is one line as it is
				item.lines = s.measured(bodySize, false, words).Wrap(nil, room)
			}
			extra = max(extra, bodyLine*float64(len(item.lines)-1))
			item.x, item.y = x, y
			x += math.Ceil(sign + min(wide, right-x-sign) + 26)
		}
		s.legend = append(s.legend, row)
		y += legendLine + extra + 4
	}
	switch {
	case s.bare:
		y = s.bottom
	case len(s.legend) == 0:
		y = s.bottom + 20 // the ground of the columns reaches below the cards
	}
	s.height = math.Ceil(y + margin - 8)
}

func (s *scene) legendRows() []legendRow {
	if s.bare {
		return nil
	}
	rows := make([]legendRow, 0, 6)
	add := func(label string, items []legendItem) {
		if len(items) > 0 {
			rows = append(rows, legendRow{label: label, items: items})
		}
	}
	if !s.named() {
		add(s.words.Pathway, s.pathItems())
	}
	if s.brief && len(s.paths) > 0 {
		add(s.words.Cards, []legendItem{{kind: cellItem, lines: []string{s.words.StoneCount}}})
	}
	if s.rated {
		add(s.words.Progress, s.progressItems())
		add(s.words.Confidence, s.confidenceItems())
	}
	add(s.words.Change, s.changeItems())
	add(s.words.Link, s.linkItems())
	if source := s.source(); source != "" {
		add(s.words.Source, []legendItem{{kind: sourceItem, lines: []string{source}}})
	}
	return rows
}

func (s *scene) pathItems() []legendItem {
	items := make([]legendItem, 0, len(s.paths))
	for i := range s.paths {
		items = append(items, legendItem{kind: pathItem, n: i, lines: []string{s.paths[i].title}})
	}
	return items
}

// progressItems are the levels of the scale, and the sign for unrated where a card has it.
func (s *scene) progressItems() []legendItem {
	items := levelItems(progressItem, s.ratings.progress.labels)
	if s.anySeat(func(a *seat) bool { return a.rating.progress.ranges() || a.before.progress.ranges() }) {
		items = append(items, legendItem{kind: rangeItem, lines: []string{s.words.Range}})
	}
	for i := range s.seats {
		if seat := &s.seats[i]; !seat.rating.progress.rated() || !s.brief && !seat.before.progress.rated() {
			return append(items, legendItem{kind: unratedItem, lines: []string{s.words.NotRated}})
		}
	}
	return items
}

// confidenceItems are the levels of the scale. What confidence was in a rating that went is not drawn.
func (s *scene) confidenceItems() []legendItem {
	items := levelItems(confidenceItem, s.ratings.confidence.labels)
	if s.anySeat(func(a *seat) bool {
		return a.rating.rated() && (a.rating.confidence.ranges() || a.before.confidence.ranges())
	}) {
		items = append(items, legendItem{kind: sureRangeItem, lines: []string{s.words.Range}})
	}
	return items
}

// anySeat reports whether a rating that is drawn with signs of its own, as none is in an overview, is so.
func (s *scene) anySeat(is func(*seat) bool) bool {
	for i := range s.seats {
		if !s.brief && is(&s.seats[i]) {
			return true
		}
	}
	return false
}

func levelItems(kind legendKind, labels []string) []legendItem {
	items := make([]legendItem, 0, len(labels)+1)
	for i, label := range labels {
		items = append(items, legendItem{kind: kind, n: i + 1, lines: []string{label}})
	}
	return items
}

// changeItems counts how ratings moved between two days, and all of them: there are more than stones, as one has a
// rating in each of its pathways.
func (s *scene) changeItems() []legendItem {
	if s.since == "" {
		return nil
	}
	var counts [moves]int
	for i := range s.seats {
		counts[s.seats[i].move()]++
	}
	items := s.turnItems()
	for m := further; m < moves; m++ {
		if n := counts[m]; n > 0 {
			items = append(items, legendItem{kind: changeItem, n: int(m), lines: []string{withNumber(s.words.Moves[m], n)}})
		}
	}
	return append(items,
		legendItem{kind: changeItem, lines: []string{withNumber(s.words.Moves[same], counts[same])}},
		legendItem{kind: changeItem, lines: []string{count(s.words.Ratings, len(s.seats))}})
}

// turnItems explains the arrow of a change, drawn as the picture has it: between two levels of progress
// where there is one, else from no rating, else between two of confidence.
func (s *scene) turnItems() []legendItem {
	kind := changeItem
	for i := range s.seats {
		switch seat := &s.seats[i]; {
		case seat.before.progress != seat.rating.progress && seat.before.progress.rated():
			kind = turnItem
		case seat.before.progress != seat.rating.progress && kind != turnItem:
			kind = newTurnItem
		case kind == changeItem && seat.rating.rated() && s.surenessMoved(seat):
			kind = sureTurnItem
		}
	}
	if kind == changeItem || s.brief { // an overview has no arrows
		return nil
	}
	items := []legendItem{{kind: kind, lines: []string{s.words.Turn}}}
	if s.anyStayed() {
		items = append(items, legendItem{kind: sameItem, lines: []string{s.words.Stayed}})
	}
	return items
}

// anyStayed reports whether a card of which something moved shows that something else did not.
func (s *scene) anyStayed() bool {
	for i := range s.cards {
		c := &s.cards[i]
		for k := c.firstSeat; k < c.lastSeat && !c.faint; k++ {
			seat := &s.seats[k]
			if seat.rating.rated() && (seat.before.progress == seat.rating.progress || seat.before.confidence == seat.rating.confidence) {
				return true
			}
		}
	}
	return false
}

func (s *scene) linkItems() []legendItem {
	var items []legendItem
	if s.brief && s.counted {
		return append(items, legendItem{kind: countItem, lines: []string{s.words.LinkCount}})
	}
	if s.brief {
		return nil
	}
	if len(s.hubs) > 0 {
		items = append(items, legendItem{kind: hubItem, lines: []string{s.words.Hub}})
	}
	for i := range s.strokes {
		if s.strokes[i].effect == negative {
			return append(items, legendItem{kind: lessItem, lines: []string{s.words.Less}})
		}
	}
	return items
}
