package render

// A story is what plain text and Markdown have in common: a map told in words.
type story struct {
	*scene
	paths []toldPath
}

// A toldPath is a pathway step by step, and the links that the steps do not tell by themselves.
type toldPath struct {
	steps []toldStep
	rest  []link
}

// A toldStep is the stones that a pathway has in one column. Where all is set, each stone of the step
// before leads to each of them.
type toldStep struct {
	column int32
	cards  []int32
	all    bool
	single bool // the step before has one stone
}

// leads words how the step before leads to a step of which all is set.
func (s *story) leads(step *toldStep) string {
	switch one := len(step.cards) == 1; {
	case step.single && one:
		return s.words.OneLeads
	case step.single:
		return s.words.OneToAll
	case one:
		return s.words.AllToOne
	}
	return s.words.AllLead
}

// A joint is a link that is drawn by itself or, with a hub, all those through it.
type joint struct {
	link        // the first of them
	hub  *hub   // whose strokes begin with the first of the link's
	n    uint64 // how many
}

func (s *scene) tell() (*story, error) {
	t := &story{scene: s, paths: make([]toldPath, len(s.paths))}
	for i := range s.cards {
		for k := s.cards[i].firstSeat; k < s.cards[i].lastSeat; k++ {
			t.paths[s.seats[k].path].sit(int32(i), s.cards[i].column)
		}
	}
	joints := make([][]joint, len(s.paths))
	add := func(j joint) {
		p := s.strokes[j.strokes[0]].path
		joints[p] = append(joints[p], j)
	}
	s.eachHub(func(l link) { add(joint{link: l, n: 1}) }, func(i int, h *hub) {
		add(joint{link{from: h.from[0], to: h.to[0], strokes: [3]int32{int32(i)}}, h, uint64(len(h.from)) * uint64(len(h.to))})
	})
	left := uint64(mostLinks)
	for p := range t.paths {
		if !t.paths[p].join(s, joints[p], &left) {
			return nil, errCrowded
		}
	}
	return t, nil
}

// sit adds a card to a pathway; cards come column by column.
func (p *toldPath) sit(card, column int32) {
	if n := len(p.steps); n == 0 || p.steps[n-1].column != column {
		p.steps = append(p.steps, toldStep{column: column})
	}
	step := &p.steps[len(p.steps)-1]
	step.cards = append(step.cards, card)
}

// join tells the links from step to step apart from the rest, unless that has more than are left to tell.
func (p *toldPath) join(s *scene, joints []joint, left *uint64) bool {
	at := map[int32]int{}
	for i, step := range p.steps {
		at[step.column] = i
	}
	between := make([]uint64, len(p.steps)) // links to each step from the one before
	ahead := func(l link) (int, bool) {
		from, to := at[s.cards[l.from].column], at[s.cards[l.to].column]
		return to, to == from+1 && s.strokes[l.strokes[0]].effect != negative
	}
	for _, j := range joints {
		if to, ok := ahead(j.link); ok {
			between[to] += j.n
		}
	}
	for i := 1; i < len(p.steps); i++ {
		before, here := uint64(len(p.steps[i-1].cards)), uint64(len(p.steps[i].cards))
		p.steps[i].all, p.steps[i].single = between[i] == before*here, before == 1
	}
	for _, j := range joints {
		if to, ok := ahead(j.link); ok && p.steps[to].all {
			continue
		}
		if j.n > *left {
			return false
		}
		*left -= j.n
		if j.hub == nil {
			p.rest = append(p.rest, j.link)
			continue
		}
		s.hubLinks(int(j.strokes[0]), j.hub, func(l link) { p.rest = append(p.rest, l) })
	}
	return true
}

// negative reports whether the one end of a link makes less of the other.
func (s *scene) negative(l link) bool { return s.strokes[l.strokes[0]].effect == negative }

// ratingText words a rating in full.
func (s *scene) ratingText(seat *seat) string {
	if !seat.rating.rated() {
		return s.words.NotRated
	}
	return s.progressText(seat) + ", " + s.words.Confidence + " " + s.confidenceText(seat)
}

// lettersOf lists the pathways of a card by their letters, in brackets.
func (s *scene) lettersOf(c *card) string {
	if c.firstSeat == c.lastSeat || !s.badges() {
		return ""
	}
	letters := " ("
	for i := c.firstSeat; i < c.lastSeat; i++ {
		if i > c.firstSeat {
			letters += ", "
		}
		letters += s.paths[s.seats[i].path].letter
	}
	return letters + ")"
}

// progressText and confidenceText word the two halves of a rating; the second says what it was before
// where that is another.
func (s *scene) progressText(seat *seat) string {
	if !seat.rating.rated() {
		return s.words.NotRated
	}
	return s.ratings.progress.label(seat.rating.progress, &s.words)
}

func (s *scene) confidenceText(seat *seat) string {
	if !seat.rating.rated() {
		return ""
	}
	label := s.ratings.confidence.label(seat.rating.confidence, &s.words)
	if seat.move() == same {
		return label
	}
	before := s.words.NotRated
	if seat.before.rated() {
		before = s.ratings.progress.label(seat.before.progress, &s.words) + ", " + s.ratings.confidence.label(seat.before.confidence, &s.words)
	}
	return label + " (" + s.words.Before + ": " + before + ")"
}
