package text

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// A Face is what text is set in.
type Face struct {
	Size    float64                                                 // of the type, in pixels
	Bold    bool                                                    //
	Measure func(s string, size float64, bold bool) (width float64) // nil: [Width]
}

// Width returns the width of s. What a measure returns that no width can be counts as unmeasured.
func (f Face) Width(s string) float64 {
	if f.Measure == nil {
		return Width(s, f.Size, f.Bold)
	}
	if w := f.Measure(s, f.Size, f.Bold); w >= 0 && w < 1e7 {
		return w
	}
	return Width(s, f.Size, f.Bold)
}

// Wrap appends the lines of m to lines, each at most limit wide, and returns the result. Put together,
// the lines are the text without the spaces at which it was broken; a soft hyphen at the end of a line is
// shown as a hyphen. A single grapheme cluster wider than limit stands on a line of its own. Empty text has
// no lines.
func (m Measured) Wrap(lines []string, limit float64) []string {
	w := wrapper{face: m.face, limit: limit, lines: lines, text: m.text}
	for i := range m.pieces {
		w.add(&m.pieces[i])
	}
	w.flush()
	return w.lines
}

// Balance appends the lines of m to lines as [Measured.Wrap] does, as many as there but of about one
// length: headings look better so.
func (m Measured) Balance(lines []string, limit float64) []string {
	have := len(lines)
	lines = m.Wrap(lines, limit)
	want := len(lines) - have
	if want < 2 || want > 6 {
		return lines
	}
	low, high := int(limit)/want, int(limit) // the narrowest width that needs no more lines
	for low < high {
		mid := (low + high) / 2
		if len(m.Wrap(lines[:have:have], float64(mid))) <= len(lines) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	// A cut inside a word can make a narrower width need fewer lines than a wider one.
	if even := m.Wrap(lines[:have:have], float64(low)); len(even) <= len(lines) {
		return even
	}
	return lines
}

// Pretty appends the lines of m to lines as [Measured.Wrap] does, as many as there, but leaves no short
// word alone on the last line where slightly narrower lines keep it company.
func (m Measured) Pretty(lines []string, limit float64) []string {
	have := len(lines)
	lines = m.Wrap(lines, limit)
	want := len(lines)
	if want-have < 2 {
		return lines
	}
	last := m.face.Width(lines[want-1])
	if last >= lonely*limit {
		return lines
	}
	for step := 1; step <= 6; step++ {
		lines = m.Wrap(lines[:have], limit*(1-float64(step)/20))
		if len(lines) > want {
			break // and so does whatever is narrower still
		}
		if w := m.face.Width(lines[len(lines)-1]); len(lines) == want && w > last && w >= company*limit {
			return lines
		}
	}
	return m.Wrap(lines[:have], limit)
}

// What part of the limit a last line has to be so that it is not made longer, and so that it is long
// enough when it was.
const lonely, company = 0.3, 0.22

// wrapper gathers pieces into lines.
type wrapper struct {
	face       Face
	limit      float64
	lines      []string
	text       string
	start, end int     // the line so far
	width      float64 // of the line so far, with the spaces at its end
}

func (w *wrapper) add(p *piece) {
	need := p.bare
	if strings.HasSuffix(w.text[p.from:p.end], softHyphen) {
		need += w.face.Width("-")
	}
	if w.end > w.start && w.width+need > w.limit {
		w.flush()
	}
	if w.end == w.start {
		w.start, w.width = p.from, 0
	}
	if need > w.limit {
		w.split(p.from, p.end)
	}
	if w.start > p.from {
		w.width += w.face.Width(w.text[w.start:p.to])
	} else {
		w.width += p.whole
	}
	w.end = p.to
}

// flush ends the line.
func (w *wrapper) flush() {
	line := strings.Trim(w.text[w.start:w.end], " ")
	w.start, w.width = w.end, 0
	if line == "" {
		return
	}
	if s, ok := strings.CutSuffix(line, softHyphen); ok && w.end < len(w.text) {
		line = s + "-"
	}
	w.lines = append(w.lines, line)
}

// split breaks a word that is wider than a line between grapheme clusters, and leaves the last part
// as the line so far.
func (w *wrapper) split(from, to int) {
	rest, state, before := w.text[from:to], -1, ""
	at, width := from, 0.0
	cut, syllable := from, from // the last place that may, and the last that should be cut
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if mayCut(before, cluster) {
			cut = at
			if leads(cluster) && width > w.limit/3 {
				syllable = at
			}
		}
		wide := w.face.Width(cluster)
		for at > w.start && width+wide > w.limit {
			if w.end = cmp.Or(after(syllable, w.start), after(cut, w.start), at); w.end < at {
				width = w.face.Width(w.text[w.end:at])
			} else {
				width = 0
			}
			w.flush()
		}
		width += wide
		at += len(cluster)
		before = cluster
	}
	w.end = w.start
}

// after returns at if it lies behind start, else 0.
func after(at, start int) int {
	if at > start {
		return at
	}
	return 0
}

// mayCut reports whether a long word may be cut between two clusters. In Thai and Lao a vowel stays
// with its consonant, on whichever side of it it is written.
func mayCut(before, next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	follows := r >= 0xe30 && r <= 0xe33 || r == 0xe45 || r == 0xe46 || r >= 0xeb0 && r <= 0xeb3
	return !leads(before) && !follows
}

// leads reports whether a cluster starts with a vowel that is written before its consonant, and so
// starts a syllable: the best place to cut Thai or Lao where no dictionary is at hand.
func leads(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return r >= 0xe40 && r <= 0xe44 || r >= 0xec0 && r <= 0xec4
}

const softHyphen = "\u00ad"
