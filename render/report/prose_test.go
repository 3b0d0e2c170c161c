package report

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/microcosm-cc/bluemonday"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is not on the list loses its tags, never its words; what is not well-formed is not used at all.
func TestSanitised(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{`<p>a<br />b</p><hr />`, `<p>a<br>b</p><hr>`, "elements that HTML knows no end of"},
		{`<p class="x" onclick="alert(1)" style="color:red">a</p>`, `<p>a</p>`, "no attributes"},
		{`<ol start="3"><li>a</li></ol>`, `<ol start="3"><li>a</li></ol>`, "but the number that a list begins with"},
		{`<ol start="1"><li>a</li></ol>`, `<ol><li>a</li></ol>`, "unless it is the usual one"},
		{`<ol start="javascript:1"><li>a</li></ol>`, `<ol><li>a</li></ol>`, "or no number"},
		{`<script>alert(1)</script><i>x</i><svg:p>y</svg:p>`, `alert(1)xy`, "elements that are not on the list"},
		{`<a href="https://example.org/?a=1&amp;b=%22" title="x">y</a>`, `<a href="https://example.org/?a=1&amp;b=%22" rel="noreferrer">y</a>`, "a link"},
		{`<a href="javascript:alert(1)">y</a><a>z</a><a x:href="https://example.org">q</a>`, `yzq`, "no link to code, nor to nothing"},
		{`<p><a href="b"><a href="c">d</a> <em>e</em></a> <a href="f">g</a></p>`, `<p><a href="b" rel="noreferrer">d <em>e</em></a> <a href="f" rel="noreferrer">g</a></p>`, "a link inside of a link, as of a picture that is one"},
		{`<a href="#b">c<a href="d">e</a></a>`, `c<a href="d" rel="noreferrer">e</a>`, "what was no link holds one"},
		{`<!-- a --><?php b ?>c&lt;&amp;&#34;&gt;`, `c&lt;&amp;&#34;&gt;`, "comments, instructions; text is escaped"},
	} {
		got, err := sanitised(tt.in)
		require.NoError(t, err, tt.why)
		assert.Equal(t, tt.want, string(got), tt.why)
	}
	for _, in := range []string{"<p>", "</p>", "<p></em>", "a & b", "&nbsp;", "<p", "<p a=1></p>", "\x01"} {
		got, err := sanitised(in)
		assert.Error(t, err, in)
		assert.Empty(t, got, in)
	}
}

// policy is the same list for a sanitiser that many trust.
func policy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^[^#]`)).OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	p.RequireNoReferrerOnLinks(true)
	return p
}

var href = regexp.MustCompile(`href="([^"]*)"`)

// normal writes addresses in the one way that package url writes them.
func normal(page string) string {
	return href.ReplaceAllStringFunc(page, func(attr string) string {
		to := html.UnescapeString(attr[len(`href="`) : len(attr)-1])
		if u, err := url.Parse(to); err == nil {
			to = u.String()
		}
		return `href="` + html.EscapeString(to) + `"`
	})
}

// Whatever the prose, bluemonday finds nothing in it to take away.
func FuzzProse(f *testing.F) {
	for _, s := range []string{
		"*soft* **loud** `code` <b>x</b>", "# h\n\n1. a\n2. b\n\n7) c\n\n> q\n\n    code\n\n```js\nx\n```\n---\n", "[a](b 'c') <https://example.org> ![d](e)",
		"[x](javascript:alert(1)) <javascript:alert(1)> ![x](data:,x)", "&#1; &nbsp; &copy; &#x202e; \x00", "[a](<b c> \"d\")\n\n[e]: f\n[e]", "a  \nb\\\nc", "<a@example.org> http://x",
		"<!-- x --> <?x?> <![CDATA[x]]> ]]>", "[x](#y) [z](&#35;y)", "[a](http://[::1) [b](%zz) [c](//d)", "[![a](b)](c) ![d [e](f)](g)", strings.Repeat("[", 400), strings.Repeat("> ", 300),
	} {
		f.Add(s)
	}
	clean := policy()
	f.Fuzz(func(t *testing.T, s string) {
		page := normal(string(prose(s)))
		if again := normal(clean.Sanitize(page)); page != again {
			t.Errorf("%q\nours       %s\nbluemonday %s", s, page, again)
		}
	})
}
