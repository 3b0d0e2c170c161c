package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// An element of a page, with the start of its own text.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

var rawText = regexp.MustCompile(`(?s)<(style|script)>(.*?)</(?:style|script)>`)

var hashes = regexp.MustCompile(`sha256-[A-Za-z0-9+/=&#;]+`)

var void = regexp.MustCompile(`<((?:meta|br|hr)\b[^>]*?)/?>`)

// parse reads a page as XML: the page closes every element and quotes every attribute, so a strict
// parser sees what a browser sees, and any text that broke out of its place would trip it.
func parse(t testing.TB, page string) []element {
	t.Helper()
	if !utf8.ValidString(page) {
		t.Fatal("not UTF-8")
	}
	page = rawText.ReplaceAllString(page, "<$1></$1>")
	page = void.ReplaceAllString(page, "<$1/>")
	dec := xml.NewDecoder(strings.NewReader(page))
	var all []element
	var open []int
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			require.Empty(t, open, "all elements are closed")
			return all
		}
		if err != nil {
			at := max(int(dec.InputOffset())-200, 0)
			require.NoError(t, err, "near %s", page[at:min(at+400, len(page))])
		}
		switch tok := token.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				name := a.Name.Local
				if a.Name.Space != "" {
					name = a.Name.Space + ":" + name
				}
				if _, twice := e.attrs[name]; twice {
					t.Fatalf("attribute %s twice", name)
				}
				e.attrs[name] = a.Value
			}
			all = append(all, e)
			open = append(open, len(all)-1)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if n := len(open); n > 0 && len(all[open[n-1]].text) < 100 {
				all[open[n-1]].text += string(tok)
			}
		}
	}
}

// allowed are the elements that a page is made of.
var allowed = set(`html head meta title style script body svg a header div p b h1 h2 h3 h4 dl dt dd nav ul ol li main section
	article span footer symbol path circle rect line text use g desc button details summary table caption thead tbody tr th td abbr
	figure figcaption br em strong code pre blockquote hr i`)

// forbidden are the attributes that run, load or send.
var forbidden = set("style src srcdoc formaction action background")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// check holds what is true of every page.
func check(t testing.TB, page string) {
	t.Helper()
	all := parse(t, page)
	ids := map[string]bool{}
	for _, e := range all {
		if id, ok := e.attrs["id"]; ok {
			if ids[id] || strings.Contains(id, " ") {
				t.Errorf("id %q twice, or with a space", id)
			}
			ids[id] = true
		}
	}
	lastHeading := 0
	for _, e := range all {
		checkElement(t, e, ids)
		if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
			level := int(e.name[1] - '0')
			assert.LessOrEqual(t, level, lastHeading+1, "heading %q skips a level", e.text)
			lastHeading = level
		}
	}
	checkPolicy(t, page, all)
}

// checkElement holds what is true of every element. It is asked of each one of each fuzzed page, so it calls no
// assertion before one fails.
func checkElement(t testing.TB, e element, ids map[string]bool) {
	t.Helper()
	if !allowed[e.name] {
		t.Fatalf("unwanted element %s", e.name)
	}
	for name, value := range e.attrs {
		switch {
		case strings.HasPrefix(strings.ToLower(name), "on"):
			t.Fatalf("%s has a handler %s", e.name, name)
		case forbidden[name]:
			t.Fatalf("%s has an attribute %s", e.name, name)
		case strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }):
			t.Fatalf("a control in %s", name)
		case name == "href", strings.HasSuffix(name, ":href"):
			checkLink(t, value, ids)
		case strings.HasPrefix(name, "aria-") && (strings.HasSuffix(name, "labelledby") || strings.HasSuffix(name, "describedby")):
			if !ids[value] {
				t.Errorf("%s names %q, which is not there", name, value)
			}
		}
	}
}

func checkLink(t testing.TB, to string, ids map[string]bool) {
	t.Helper()
	if id, ok := strings.CutPrefix(to, "#"); ok {
		name, err := url.PathUnescape(id)
		require.NoError(t, err)
		assert.True(t, ids[name], "link to %q, which is not there", to)
		return
	}
	u, err := url.Parse(to)
	require.NoError(t, err)
	assert.Contains(t, []string{"http", "https", "mailto", ""}, strings.ToLower(u.Scheme), to)
}

// checkPolicy holds that the policy names each style and script of the page, and nothing else.
func checkPolicy(t testing.TB, page string, all []element) {
	t.Helper()
	policy := ""
	for _, e := range all {
		if e.attrs["http-equiv"] == "Content-Security-Policy" {
			policy = e.attrs["content"]
		}
	}
	for _, want := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'"} {
		assert.Contains(t, policy, want)
	}
	assert.NotContains(t, policy, "unsafe")
	found := rawText.FindAllStringSubmatch(page, -1)
	for _, raw := range found {
		sum := sha256.Sum256([]byte(raw[2]))
		assert.Contains(t, policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", raw[1])
	}
	assert.Equal(t, len(found), strings.Count(policy, "sha256-"), policy)
}

// blocks are the elements that start a line in an outline.
var blocks = regexp.MustCompile(`</?(?:p|div|h[1-6]|li|dt|dd|tr|td|th|caption|summary|section|article|header|ul|ol|dl|table|text|title|button|nav|figcaption)\b[^>]*>`)

var tags = regexp.MustCompile(`<[^>]*>`)

var spaces = regexp.MustCompile(`[ \t]+`)

// outline is what a page says, line by line, without the map.
func outline(t testing.TB, page string) string {
	t.Helper()
	check(t, page)
	page = rawText.ReplaceAllString(page, "")
	if i := strings.Index(page, `<svg xmlns=`); i >= 0 {
		page = page[:i] + page[i+strings.Index(page[i:], "</svg>"):]
	}
	page = tags.ReplaceAllString(blocks.ReplaceAllString(page, "\n"), "")
	var lines []string
	for l := range strings.Lines(html.UnescapeString(page)) {
		if l = strings.TrimSpace(spaces.ReplaceAllString(l, " ")); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// Whatever comes first in a row is what a chart draws; the chart itself says nothing.
func TestChartsHaveTheirFiguresBesideThem(t *testing.T) {
	page := write(t, sample(t, "programme-board-rated.yaml"))
	for _, m := range regexp.MustCompile(`<svg class="(ch|ax|trend|mini)[^>]*>`).FindAllString(page, -1) {
		assert.Contains(t, m, `aria-hidden="true"`)
	}
	cells := regexp.MustCompile(`(?s)<div class="cc"><svg class="ch".*?</svg></div>\s*<p class="cn">(.*?)</p>`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, cells)
	for _, c := range cells {
		assert.Regexp(t, `\d|\?`, tags.ReplaceAllString(c[1], ""))
	}
}

func TestTablesKeepTheirRolesWhenStacked(t *testing.T) {
	all := parse(t, write(t, sample(t, "programme-board-rated.yaml")))
	roles := map[string][]string{"table": {"table"}, "thead": {"rowgroup"}, "tbody": {"rowgroup"}, "tr": {"row"}, "td": {"cell"}, "th": {"columnheader", "rowheader"}}
	seen := 0
	for _, e := range all {
		if want, ok := roles[e.name]; ok {
			seen++
			assert.True(t, slices.Contains(want, e.attrs["role"]), fmt.Sprint(e.name, e.attrs))
		}
	}
	assert.Greater(t, seen, 500)
}

// The legend draws the line of each pathway as the map does, and the signs of this map only.
func TestLegendTellsTheSignsOfTheMap(t *testing.T) {
	line := regexp.MustCompile(`<li><span class="badge p(\d)"[^>]*>[A-Z]</span><svg class="ls p\d"[^>]*><path d="M0 9H40"(?: stroke-dasharray="([0-9 ]+)")?/>`)
	drawn := regexp.MustCompile(`<g class="map-p(\d)" data-pathway="[^"]*"[^>]*><g(?: stroke-dasharray="([0-9 ]+)")?>`)
	rated := write(t, sample(t, "programme-board-rated.yaml"))
	dashes := map[string]string{}
	for _, m := range drawn.FindAllStringSubmatch(rated, -1) {
		dashes[m[1]] = m[2]
	}
	lines := line.FindAllStringSubmatch(rated, -1)
	require.Len(t, lines, 3)
	for _, m := range lines {
		assert.Equal(t, dashes[m[1]], m[2], m[1])
	}
	assert.NotEqual(t, lines[0][2], lines[1][2])
	for _, sign := range []string{"each stone before the dot", "leads to less of it", "dotted side", "dashed: in no pathway"} {
		assert.Contains(t, rated, sign)
	}
	plain := sample(t, "programme-board-rated.yaml") // one pathway, whole and rated, without all-to-all and without less
	p := &plain.Pathways[0]
	plain.Pathways = plain.Pathways[:1]
	p.Links = []pathway.Link{{From: p.Steps[0].Stones[0], To: p.Steps[1].Stones[0]}}
	p.Steps = p.Steps[:2]
	for i := range plain.Columns {
		plain.Columns[i].Stones = slices.DeleteFunc(plain.Columns[i].Stones, func(s outcome.Stone) bool {
			return s.ID != p.Steps[0].Stones[0] && s.ID != p.Steps[1].Stones[0]
		})
	}
	bare := write(t, plain)
	assert.Contains(t, bare, `id="legend"`)
	for _, sign := range []string{"each stone before the dot", "leads to less of it", "dotted side", "dashed: in no pathway"} {
		assert.NotContains(t, bare, sign)
	}
}

// The key of the first screen explains what is on it, and nothing else.
func TestKeyTellsWhatIsShown(t *testing.T) {
	keyOf := func(page string) string {
		_, key, found := strings.Cut(page, `<p class="key">`)
		require.True(t, found)
		key, _, _ = strings.Cut(key, "</p>")
		return key
	}
	rated := sample(t, "programme-board-rated.yaml")
	whole := keyOf(write(t, rated))
	signs := []string{"Chance in 100", "The same, where a claim is missing", "Its middle", "From the least possible", "Goes on beyond the axis", "Where the story breaks", "Progress"}
	for _, sign := range signs {
		assert.Contains(t, whole, sign)
	}
	unrated := keyOf(write(t, sample(t, "programme-board.yaml")))
	for _, sign := range signs {
		assert.NotContains(t, unrated, sign)
	}
	rated.Pathways = rated.Pathways[2:] // the one with a claim that nobody stated
	hollow := keyOf(write(t, rated))
	assert.Contains(t, hollow, "Chance in 100", "a hollow bar alone has its meaning too")
	assert.Equal(t, 1, strings.Count(hollow, `class="band`))
	rated = sample(t, "programme-board-rated.yaml")
	rated.Pathways = rated.Pathways[:1]
	assert.NotContains(t, keyOf(write(t, rated)), "where a claim is missing")
	assert.NotContains(t, keyOf(write(t, small())), "Goes on beyond the axis", "31 to 60 in 100 at the least")
}

// Numbers stand under each chart of a chance, and heads over the ratings.
func TestStepsHaveHeadsAndNumbers(t *testing.T) {
	page := write(t, sample(t, "programme-board-rated.yaml"))
	figures := regexp.MustCompile(`(?s)<div class="cc">(.*?)</div>\s*<p class="cn">(.*?)</p>`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, figures)
	for _, f := range figures {
		assert.Equal(t, strings.Contains(f[2], "in 100"), strings.Contains(f[1], `<svg class="ax"`), f[2])
	}
	assert.Equal(t, 3, strings.Count(page, `<div class="heads"`))
	assert.NotContains(t, write(t, sample(t, "programme-board.yaml")), `<div class="heads"`, "nothing is rated")
}

// The small map of a pathway has its boxes inside: paper cuts off what sticks out.
func TestMiniStaysInside(t *testing.T) {
	box := regexp.MustCompile(`<rect class="bx" x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"`)
	view := regexp.MustCompile(`(?s)<svg class="mini [^>]*viewBox="0 0 ([0-9.]+) ([0-9.]+)">(.*?)</svg>`)
	number := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		return x
	}
	for _, name := range []string{"rated", "right to left", "twelve", "ten stones"} {
		minis := view.FindAllStringSubmatch(write(t, sound(t)[name]), -1)
		require.NotEmpty(t, minis)
		for _, m := range minis {
			for _, b := range box.FindAllStringSubmatch(m[3], -1) {
				x, y := number(b[1]), number(b[2])
				assert.GreaterOrEqual(t, min(x, y), 1.0, name)
				assert.LessOrEqual(t, x+number(b[3]), number(m[1])-1, name)
				assert.LessOrEqual(t, y+number(b[4]), number(m[2])-1, name)
			}
		}
	}
}
