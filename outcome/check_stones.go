package outcome

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
)

// customLength is how long a stepping stone's text may get by custom, in characters.
const customLength = 150

// stones checks columns and the stones in them.
func (c *check) stones() {
	var (
		loose, long = c.on(rule.LooseStone) && len(c.m.Pathways) > 0, c.on(rule.LongText)
		two, double = c.on(rule.TwoIdeas), c.on(rule.DuplicateText)
		texts       map[string]node
	)
	if double {
		texts = make(map[string]node, len(c.known.nodes))
	}
	for i := range c.m.Columns {
		col := &c.m.Columns[i]
		c.column(i, col)
		for j := range col.Stones {
			s := &col.Stones[j]
			if loose && s.ID != "" && len(c.known.through[c.known.nodes[s.ID].number]) == 0 {
				c.find(rule.LooseStone, at("columns", i, "stones", j), fmt.Sprintf("stone %q is in no pathway", s.ID), "put it into a pathway, or let it go")
			}
			if long && len(s.Text) > customLength && utf8.RuneCountInString(s.Text) > customLength {
				c.find(rule.LongText, at("columns", i, "stones", j, "text"),
					fmt.Sprintf("text of stone %q has %d characters, by custom at most %d", s.ID, utf8.RuneCountInString(s.Text), customLength), "put the rest into its notes")
			}
			if two {
				c.twoIdeas(s, i, j)
			}
			if double {
				c.sameText(texts, s, i, j)
			}
		}
	}
}

func (c *check) column(i int, col *Column) {
	if col.Level != "" && !col.Level.known() {
		c.find(rule.UnknownLevel, at("columns", i, "level"), fmt.Sprintf("no level %q", string(col.Level)), hintLevel(col.Level))
	}
	if len(col.Stones) == 0 {
		c.find(rule.EmptyColumn, at("columns", i), fmt.Sprintf("column %q has no stones", col.ID), "fill it, or leave it out")
	}
}

// twoIdeas looks for the joints by which two statements are made one.
func (c *check) twoIdeas(s *Stone, i, j int) {
	joint := ""
	for _, sign := range [...]string{";", ", and ", " as well as ", ". ", "! ", "? "} {
		if strings.Contains(s.Text, sign) {
			joint = sign
			break
		}
	}
	if joint == "" || joint[1:] == " " && !sentenceFollows(s.Text, joint) {
		return
	}
	c.find(rule.TwoIdeas, at("columns", i, "stones", j, "text"),
		fmt.Sprintf("text of stone %q may say two things, joined by %q", s.ID, strings.TrimSpace(joint)), "make two stones of it if one can come true without the other")
}

// sentenceFollows reports whether a full stop ends a sentence rather than a short form such as
// "e.g.": a capital follows, and the word before is longer than an initial.
func sentenceFollows(text, stop string) bool {
	before, after, _ := strings.Cut(text, stop)
	word := before[strings.LastIndexByte(before, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(after)
	return unicode.IsUpper(r) && utf8.RuneCountInString(word) > 2 && !strings.Contains(word, ".")
}

func (c *check) sameText(texts map[string]node, s *Stone, i, j int) {
	c.text = normal(c.text[:0], s.Text)
	if len(c.text) == 0 {
		return
	}
	if first, taken := texts[string(c.text)]; taken {
		if id := c.m.Columns[first.column].Stones[first.stone].ID; id != "" && id == s.ID && c.on(rule.DuplicateID) {
			return // the same stone twice, which is told of already
		}
		c.find(rule.DuplicateText, at("columns", i, "stones", j, "text"), fmt.Sprintf("stone %q says the same as another", s.ID),
			"keep one; it can be in several pathways", at("columns", first.column, "stones", first.stone, "text"))
		return
	}
	texts[string(c.text)] = node{column: i, stone: j}
}

// normal appends text in small letters, with single blanks between its words.
func normal(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		b, size := text[i], 1
		switch {
		case b >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(text[i:]); !unicode.IsSpace(r) {
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
				break
			}
			fallthrough
		case b == ' ' || '\t' <= b && b <= '\r':
			if n := len(dst); n > 0 && dst[n-1] != ' ' {
				dst = append(dst, ' ')
			}
		case 'A' <= b && b <= 'Z':
			dst = append(dst, b+'a'-'A')
		default:
			dst = append(dst, b)
		}
		i += size
	}
	return bytes.TrimSuffix(dst, []byte(" "))
}
