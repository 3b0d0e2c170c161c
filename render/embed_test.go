package render_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render"
)

func TestBareLeavesOutWhatAPageHas(t *testing.T) {
	m := readMap(t, "board-rated.json")
	whole, bare := svg(t, m), svg(t, m, render.Bare(true))
	assert.True(t, strings.Contains(whole, `font-size="22"`), "the title")
	assert.False(t, strings.Contains(bare, `font-size="22"`))
	assert.True(t, strings.Contains(whole, m.Provenance.Publisher))
	assert.False(t, strings.Contains(bare, m.Provenance.Publisher), "the source")
	g, err := render.Layout(m, render.Bare(true))
	require.NoError(t, err)
	box := parse(t, bare)[0].attrs["viewBox"]
	assert.Regexp(t, `^30 32 `, box, "no margin beside the lanes, none above the headings")
	size := strings.Fields(box)
	ground := `<rect class="om-bg" x="30" y="32" width="` + size[2] + `" height="` + size[3] + `"`
	assert.True(t, strings.Contains(bare, ground), "the ground ends where the picture does")
	assert.False(t, strings.Contains(overview(t, m, render.Bare(true)), `font-size="22"`), "no title")
	for _, c := range g.Columns {
		assert.GreaterOrEqual(t, c.Y, 32.0)
	}
	assert.False(t, strings.Contains(svg(t, m, render.Bare(true), render.ByPathway(true)), m.Provenance.Publisher))
}

func TestStoneLinks(t *testing.T) {
	m := small()
	links := map[string]string{}
	for _, c := range m.Columns {
		for i, s := range c.Stones {
			switch i {
			case 0:
				links[s.ID] = `#"><script>alert(1)</script>`
			case 1:
				links[s.ID] = "javascript:alert(1)"
			}
		}
	}
	linked, plain := 0, 0
	dec := xml.NewDecoder(strings.NewReader(svg(t, m, render.StoneLinks(func(id string) string { return links[id] }))))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		e, ok := token.(xml.StartElement)
		attrs := map[string]string{}
		for _, a := range e.Attr {
			attrs[a.Name.Local] = a.Value
		}
		switch id, card := attrs["data-stone"]; {
		case !ok || !card:
		case e.Name.Local == "a":
			linked++
			assert.Equal(t, links[id], attrs["href"])
			assert.NotEmpty(t, attrs["aria-label"])
		default:
			plain++
			assert.Equal(t, "listitem", attrs["role"])
		}
		assert.NotEqual(t, "script", e.Name.Local)
	}
	assert.Equal(t, len(m.Columns), linked, "the first of each column")
	assert.Positive(t, plain, "the second has an address that runs code, the others have none")
}

// What is seen in a link is what it is called, word for word: somebody who speaks to a browser says what
// is on the card.
func TestStoneLinksAreCalledWhatTheyShow(t *testing.T) {
	src := svg(t, readMap(t, "board-rated.json"), render.StoneLinks(func(id string) string { return "#" + id }), render.CardWidth(130))
	cards := regexp.MustCompile(`(?s)<a href="[^"]*" data-stone="[^"]*" aria-label="([^"]*)">(.*?)</a>`).FindAllStringSubmatch(src, -1)
	require.Len(t, cards, 40)
	broken := 0
	for _, c := range cards {
		seen := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(c[2], "")
		assert.True(t, strings.HasPrefix(c[1], seen), "%q is called %q", seen, c[1])
		broken += strings.Count(c[2], " </text>")
	}
	assert.Greater(t, broken, 40, "most cards have several lines")
}
