package schema

import "bytes"

// lineWidth is how long a line may get before an object or a list is spread over several.
const lineWidth = 100

// indentJSON spreads compact JSON over lines for people and for diffs: an object or a list that
// fits on its line stays there, except that a list of objects always has one a line.
func indentJSON(compact []byte) []byte {
	p := jsonPrinter{src: compact}
	p.value(0)
	p.out.WriteByte('\n')
	return p.out.Bytes()
}

type jsonPrinter struct {
	src       []byte
	pos       int
	out       bytes.Buffer
	lineStart int
}

func (p *jsonPrinter) value(depth int) {
	start := p.pos
	if c := p.src[start]; c != '{' && c != '[' {
		p.pos = scalarEnd(p.src, start)
		p.out.Write(p.src[start:p.pos])
		return
	}
	if end := p.fits(start); end > 0 && depth > 0 {
		p.inline(end)
	} else {
		p.spread(depth)
	}
}

// fits returns where the object or list at start ends, or 0 where it cannot stay on the line.
func (p *jsonPrinter) fits(start int) (end int) {
	left := lineWidth - (p.out.Len() - p.lineStart)
	open := 0
	for i := start; left >= 0; {
		switch c := p.src[i]; c {
		case '{', '[':
			if c == '[' && p.src[i+1] == '{' {
				return 0
			}
			open++
			i++
			left--
		case '}', ']':
			open--
			i++
			left--
			if open == 0 && left >= 0 {
				return i
			}
		case ',', ':':
			i++
			left -= 2
		default:
			next := scalarEnd(p.src, i)
			left -= next - i
			i = next
		}
	}
	return 0
}

// inline copies what stands up to end, with a space behind each comma and colon.
func (p *jsonPrinter) inline(end int) {
	for p.pos < end {
		c := p.src[p.pos]
		next := p.pos + 1
		if c == '"' {
			next = scalarEnd(p.src, p.pos)
		}
		p.out.Write(p.src[p.pos:next])
		if c == ',' || c == ':' {
			p.out.WriteByte(' ')
		}
		p.pos = next
	}
}

// spread writes the members of the object or list at pos, one a line.
func (p *jsonPrinter) spread(depth int) {
	open := p.src[p.pos]
	closing := open + 2 // in ASCII, both for {} and for []
	p.out.WriteByte(open)
	p.pos++
	for p.src[p.pos] != closing {
		p.newLine(depth + 1)
		if open == '{' {
			end := scalarEnd(p.src, p.pos)
			p.out.Write(p.src[p.pos:end])
			p.out.WriteString(": ")
			p.pos = end + 1
		}
		p.value(depth + 1)
		if p.src[p.pos] == ',' {
			p.out.WriteByte(',')
			p.pos++
		}
	}
	p.newLine(depth)
	p.out.WriteByte(closing)
	p.pos++
}

func (p *jsonPrinter) newLine(depth int) {
	p.out.WriteByte('\n')
	p.lineStart = p.out.Len()
	for range depth {
		p.out.WriteString("  ")
	}
}

// scalarEnd returns where the string, number or word at i ends, in valid compact JSON of an object.
func scalarEnd(src []byte, i int) int {
	if src[i] == '"' {
		for i++; src[i] != '"'; i++ {
			if src[i] == '\\' {
				i++
			}
		}
		return i + 1
	}
	return i + bytes.IndexAny(src[i:], ",:]}")
}
