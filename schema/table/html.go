package table

import "strings"

// block is one run of text in a cell: what a browser would show as a paragraph of its own.
type block struct {
	text string
	at   int  // offset in the cell's source
	soft bool // follows the block before it after a mere line break (<br>)
}

// blocks reads a cell. HTML is read as forgivingly as a browser would: tags that are not closed, not
// opened or not known do no harm, and a "<" that starts no tag is text. Scripts and styles hold no
// text. The bool tells whether there was any tag.
func blocks(cell string) ([]block, bool) {
	if !strings.Contains(cell, "<") {
		text := squeeze(decode(cell))
		if text == "" {
			return nil, false
		}
		return []block{{text: text, at: len(cell) - len(strings.TrimLeft(cell, " \t\r\n"))}}, false
	}
	ends := closings{}
	var (
		out   []block
		text  strings.Builder
		start = -1
		soft  bool
		tags  bool
	)
	flush := func() {
		if t := squeeze(decode(text.String())); t != "" {
			out = append(out, block{text: t, at: start, soft: soft && len(out) > 0})
		}
		text.Reset()
		start = -1
	}
	for i := 0; i < len(cell); {
		if cell[i] == '<' {
			name, next := tag(cell, i)
			if strings.HasPrefix(cell[i:], "<!--") {
				next = ends.skip(cell, i, "-->")
			}
			if next > i {
				tags = true
				switch breaks(name) {
				case lineBreak:
					flush()
					soft = true
				case blockBreak:
					flush()
					soft = false
				case hidden:
					next = ends.skip(cell, next, "</"+name)
				case inline:
				}
				i = next
				continue
			}
		}
		if start < 0 && cell[i] != ' ' && cell[i] != '\n' && cell[i] != '\r' && cell[i] != '\t' {
			start = i
		}
		text.WriteByte(cell[i])
		i++
	}
	flush()
	return out, tags
}

// tag reads a tag at i and returns its name in lower case (with the slash of a closing one) and
// where it ends; next == i: this is no tag.
func tag(s string, i int) (name string, next int) {
	rest := s[i:]
	j := 1
	if strings.HasPrefix(rest, "</") {
		j = 2
	}
	k := j
	for k < len(rest) && k < maxTag && nameByte(rest[k]) {
		k++
	}
	name = strings.ToLower(rest[1:k])
	if known(name) {
		return name, i + tagEnd(rest, k)
	}
	return "", i
}

func nameByte(c byte) bool {
	return asciiLetter(c) || c >= '0' && c <= '9' || c == ':' || c == '-'
}

// maxTag bounds a tag, in bytes: a "<" that is not closed for longer is text.
const maxTag = 1 << 11

// tagEnd returns the offset behind the ">" that ends a tag, looking past quoted attributes; 0 where there is none.
func tagEnd(s string, from int) int {
	var quote byte
	for i := from; i < len(s) && i < maxTag; i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && s[i-1] == '=':
			quote = c
		case c == '>':
			return i + 1
		case c == '<':
			return 0 // a new tag begins: the first "<" was text
		}
	}
	return 0
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

type tagKind uint8

const (
	inline tagKind = iota
	blockBreak
	lineBreak
	hidden
)

// known reports whether name is a tag of HTML or of a program of its own ("o:p", "my-button").
// Others are text: <Employers> is a place that somebody meant to fill in.
func known(name string) bool {
	switch name = strings.TrimPrefix(name, "/"); name {
	case "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "body", "center", "cite", "code", "col",
		"colgroup", "del", "dfn", "em", "font", "g", "head", "html", "i", "iframe", "img", "input",
		"ins", "kbd", "link", "mark", "meta", "object", "option", "path", "q", "rect", "s", "samp",
		"select", "small", "span", "strike", "strong", "sub", "sup", "svg", "textarea", "time",
		"title", "tt", "u", "var", "wbr":
		return true
	}
	return breaks(name) != inline || name != "" && asciiLetter(name[0]) && strings.ContainsAny(name, ":-")
}

// breaks tells what a tag does to the text around it.
func breaks(name string) tagKind {
	switch strings.TrimPrefix(name, "/") {
	case "br":
		return lineBreak
	case "address", "article", "aside", "blockquote", "button", "caption", "dd", "details", "div",
		"dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "label", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
		"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return blockBreak
	case "script", "style", "template":
		if name[0] == '/' {
			return blockBreak
		}
		return hidden
	}
	return inline
}

// closings remembers where each ending stands for the last time in a cell, so that looking for one
// that never comes costs once.
type closings map[string]int

// skip returns where the next ending from i on ends, with the rest of its tag; i where there is none.
// What is never closed hides nothing.
func (last closings) skip(s string, i int, ending string) int {
	if _, ok := last[ending]; !ok {
		last[ending] = strings.LastIndex(lowerASCII(s), ending)
	}
	if last[ending] < i {
		return i
	}
	for s[i] != ending[0] || !strings.EqualFold(s[i:i+len(ending)], ending) {
		i++
	}
	if _, next := tag(s, i); next > i {
		return next
	}
	return i + len(ending)
}

// lowerASCII is strings.ToLower without a change of length.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if asciiLetter(c) {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
