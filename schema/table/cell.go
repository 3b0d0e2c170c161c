package table

import (
	"slices"
	"strings"
)

// cell is what one cell of a table says.
type cell struct {
	entries []entry
	lead    int     // how many of the first entries may be the summary of the step
	tool    bool    // written by the reporting tool: it has ratings or buttons
	stray   []entry // ratings of nothing
}

// entry is one stepping stone in a cell, with its ratings as they are written.
type entry struct {
	text                 string
	raw                  string // as pasted, where its white space means something
	progress, confidence string
	rated                bool
	at                   span
}

// readCell reads what a cell says. In a cell of the reporting tool each stone is followed by its
// ratings; a text before them is the summary of the step, unless a button still asks for one.
func readCell(f field) cell {
	var c cell
	unwritten := false
	bs, tags := blocks(f.text)
	if !tags {
		bs = lines(f.text)
	}
	for _, b := range join(bs) {
		text, button := stripButton(b.text, tags)
		c.tool = c.tool || button != noButton
		unwritten = unwritten || button == addSummary
		for _, part := range ratings(text, tags) {
			part.at = f.span
			if !f.quoted {
				part.at.start += b.at
			}
			c.take(part)
		}
	}
	if len(c.entries) == 1 && !tags && !c.tool {
		c.entries[0].raw = strings.TrimSpace(f.text)
	}
	if c.tool && !unwritten {
		c.lead = slices.IndexFunc(c.entries, func(e entry) bool { return e.rated })
		if c.lead < 0 {
			c.lead = len(c.entries)
		}
	}
	return c
}

// take adds a part: a text, ratings, or both. Ratings alone belong to the text before them.
func (c *cell) take(part entry) {
	c.tool = c.tool || part.rated
	switch last := len(c.entries) - 1; {
	case part.text != "":
		c.entries = append(c.entries, part)
	case last < 0, c.entries[last].progress != "" && part.progress != "", c.entries[last].confidence != "" && part.confidence != "":
		c.stray = append(c.stray, part)
	default:
		c.entries[last].progress += part.progress
		c.entries[last].confidence += part.confidence
		c.entries[last].rated = true
	}
}

// lines are the blocks of a cell without tags: its lines, and its bullet points.
func lines(text string) []block {
	var out []block
	for line := range strings.SplitAfterSeq(clean(text), "\n") {
		for i, part := range bullets(line) {
			if t := plain(decode(part)); t != "" {
				out = append(out, block{text: t, soft: i == 0 && len(out) > 0})
			}
		}
	}
	if len(out) == 1 {
		out[0].at = len(text) - len(strings.TrimLeft(text, " "))
	}
	return out
}

const bulletMarks = "•▪●◦‣■"

var bullet = lazily(`(?:^|\s)[` + bulletMarks + `]\s+`)

// bullets cuts a text at its bullets, if it starts with one.
func bullets(text string) []string {
	if !strings.ContainsAny(text, bulletMarks) {
		return []string{text}
	}
	at := bullet().FindStringIndex(text)
	if at == nil || strings.TrimSpace(text[:at[0]]) != "" {
		return []string{text}
	}
	return bullet().Split(text[at[1]:], -1)
}

// join puts lines together that a mere line break parts in the middle of a sentence. The first follows none.
func join(bs []block) []block {
	var out []block
	for _, b := range bs {
		lower, _ := startsLower(b.text)
		if b.soft && lower {
			out[len(out)-1].text += " " + b.text
			continue
		}
		out = append(out, b)
	}
	return out
}

type buttonKind uint8

const (
	noButton buttonKind = iota
	plus
	addSummary
	label
)

var (
	buttonOnly  = lazily(`(?i)^(?:\+\s*)?(?:(add)\s+|edit\s+|show\s+)?summary\s*:?$`)
	buttonFirst = lazily(`^(?:\+\s*)?(ADD|EDIT) SUMMARY\s+`)
)

// stripButton takes what the reporting tool shows as buttons off a text. Without tags only what is
// written in capitals counts, for "Add summary" could be a stone.
func stripButton(text string, tags bool) (string, buttonKind) {
	if text == "+" {
		return "", plus
	}
	if at := buttonFirst().FindStringSubmatchIndex(text + " "); at != nil {
		kind := label
		if text[at[2]:at[3]] == "ADD" {
			kind = addSummary
		}
		return text[min(at[1], len(text)):], kind
	}
	if at := buttonOnly().FindStringSubmatchIndex(text); tags && at != nil {
		if at[2] >= 0 {
			return "", addSummary
		}
		return "", label
	}
	return text, noButton
}
