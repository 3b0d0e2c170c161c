package report

import (
	"encoding/xml"
	"errors"
	"html"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
)

// sanitised returns what may stand in a page of XHTML that a parser of prose made: elements of a short list
// with the attributes they need, and text. Whatever else there is loses its tags and keeps its words, and so
// does a link inside of a link, which HTML has not. What is not well-formed is an error, and nothing of it is used.
func sanitised(xhtml string) (template.HTML, error) {
	var out strings.Builder
	var dropped []bool // of each open element, whether its tags are
	linked := false    // by the element that is open
	for dec := xml.NewDecoder(strings.NewReader(xhtml)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return template.HTML(strings.TrimSpace(out.String())), nil //nolint:gosec // made of the list below
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			link, tag := token.Name.Local == "a", ""
			if !link || !linked {
				tag = openTag(token)
			}
			linked = linked || link && tag != ""
			out.WriteString(tag)
			dropped = append(dropped, tag == "" || isEmpty(token.Name))
		case xml.EndElement:
			last := len(dropped) - 1
			if !dropped[last] {
				out.WriteString("</" + token.Name.Local + ">")
				linked = linked && token.Name.Local != "a"
			}
			dropped = dropped[:last]
		case xml.CharData:
			out.WriteString(template.HTMLEscapeString(string(token)))
		}
	}
}

// openTag writes the start of an element of the list, or nothing.
func openTag(e xml.StartElement) string {
	name := e.Name.Local
	switch {
	case e.Name.Space != "":
	case slices.Contains([]string{"p", "br", "em", "strong", "ul", "li", "blockquote", "code", "pre", "hr"}, name):
		return "<" + name + ">"
	case name == "ol":
		if n, err := strconv.ParseUint(attribute(e, "start"), 10, 32); err == nil && n != 1 {
			return `<ol start="` + strconv.FormatUint(n, 10) + `">`
		}
		return "<ol>"
	case name == "a":
		if to := safeURL(attribute(e, "href")); to != "" {
			return `<a href="` + template.HTMLEscapeString(to) + `" rel="noreferrer">`
		}
	}
	return ""
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isEmpty tells elements that HTML knows no end of.
func isEmpty(n xml.Name) bool { return n.Local == "br" || n.Local == "hr" }

// stripped returns the words of HTML without its tags.
func stripped(h template.HTML) string {
	var words strings.Builder
	for rest, more := string(h), true; more; {
		var text string
		text, rest, more = strings.Cut(rest, "<")
		words.WriteString(text)
		_, rest, _ = strings.Cut(rest, ">")
	}
	return plain(html.UnescapeString(words.String()))
}
