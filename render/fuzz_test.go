package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render"
)

// Every view as SVG, with the same text in every field.
func FuzzViews(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = short(s)
		m := poison(s)
		parse(t, overview(t, m))
		parse(t, svg(t, m, render.ByPathway(true)))
		parse(t, svg(t, m, render.Since("2020"), render.FewestCrossings(true)))
		m.Language = "he"
		parse(t, svg(t, m, render.Focus(s+"q"), render.Bare(true)))
		for _, link := range hrefs(t, svg(t, m, render.StoneLinks(func(string) string { return s }))) {
			u, err := url.Parse(link)
			require.NoError(t, err, "%q", link)
			require.Contains(t, []string{"", "http", "https", "mailto"}, u.Scheme, "%q", link)
		}
	})
}

// hrefs lists the links of a picture.
func hrefs(t *testing.T, src string) (all []string) {
	t.Helper()
	for dec := xml.NewDecoder(strings.NewReader(src)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "href" {
					all = append(all, a.Value)
				}
			}
		}
	}
}

// What is written for a terminal has no character that steers one.
func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		m := poison(short(s))
		width = 20 + int(uint(width)%200)
		quiet(t, plain(t, m, render.TextWidth(width)))
		quiet(t, markdown(t, m))
		cards := evidence.Score(m.Pathways, &m.Evidence)
		var b bytes.Buffer
		require.NoError(t, render.Explain(&b, m, cards))
		quiet(t, b.String())
		b.Reset()
		require.NoError(t, render.Table(&b, m, cards, render.JSON))
		require.True(t, json.Valid(b.Bytes()))
		b.Reset()
		require.NoError(t, render.Table(&b, m, cards, render.CSV))
		rows, err := csv.NewReader(&b).ReadAll()
		require.NoError(t, err)
		for _, row := range rows[1:] {
			for _, cell := range row {
				_, err := json.Number(cell).Float64()
				require.False(t, cell != "" && err != nil && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && cell != "-inf", "%q is a formula", cell)
			}
		}
	})
}

// Ids and labels reach an explanation as they are in the map, and a map made by a program may have any.
func TestExplainShowsWhatSteersATerminal(t *testing.T) {
	m := poison("a\x1b[2J\u202eb\n\xff")
	var b bytes.Buffer
	require.NoError(t, render.Explain(&b, m, evidence.Score(m.Pathways, &m.Evidence)))
	quiet(t, b.String())
	require.Contains(t, b.String(), "a<U+001B>[2J<U+202E>b<U+000A><0xFF>")
}

func quiet(t *testing.T, s string) {
	t.Helper()
	require.True(t, utf8.ValidString(s))
	for _, r := range s {
		require.False(t, unicode.IsControl(r) && r != '\n', "%q in %q", r, s)
		require.False(t, r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069, "%q", r)
	}
}
