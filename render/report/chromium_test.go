package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
)

// A mark is a link on a printed sheet: where it leads and its box, in points from the lower left.
type mark struct {
	to                       string
	left, low, right, height float64
}

var (
	sheetObject = regexp.MustCompile(`(?s)<</Type /Page\n.*?\nendobj`)
	annotations = regexp.MustCompile(`/Annots \[([0-9 R]*)\]`)
	linkObject  = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<</Type /Annot\n(.*?)endobj`)
	linkBox     = regexp.MustCompile(`/Rect \[([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+)\]`)
	linkTo      = regexp.MustCompile(`/Dest /([^>\s]+)`)
)

// printed prints a page in a browser, with so much more style, and returns the links on each sheet.
func printed(t *testing.T, page, style string) [][]mark {
	t.Helper()
	page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(page, "") // it would refuse the style
	page = strings.Replace(page, "</head>", "<style>"+style+"</style></head>", 1)
	pdf := string(needtool.Printed(t, "page.html", page))
	links := map[string]mark{}
	for _, m := range linkObject.FindAllStringSubmatch(pdf, -1) {
		box, to := linkBox.FindStringSubmatch(m[2]), linkTo.FindStringSubmatch(m[2])
		if box == nil || to == nil {
			continue
		}
		var at [4]float64
		for i := range at {
			v, err := strconv.ParseFloat(box[i+1], 64)
			require.NoError(t, err)
			at[i] = v
		}
		links[m[1]] = mark{to[1], at[0], at[1], at[2], at[3]}
	}
	require.NotEmpty(t, links, "the sheets have no links that this test can read")
	var sheets [][]mark
	for _, object := range sheetObject.FindAllString(pdf, -1) {
		var own []mark
		if m := annotations.FindStringSubmatch(object); m != nil {
			for id := range strings.SplitSeq(m[1], " 0 R") {
				if link, ok := links[strings.TrimSpace(id)]; ok {
					own = append(own, link)
				}
			}
		}
		sheets = append(sheets, own)
	}
	return sheets
}

// more is the rated sample with so many pathways, each with all that was collected for one of the sample's.
func more(t *testing.T, n int) *outcome.Map {
	t.Helper()
	m := sample(t, "programme-board-rated.yaml")
	for i := 0; len(m.Pathways) < n; i++ {
		p := m.Pathways[i]
		p.ID = fmt.Sprintf("more-%d", i)
		m.Pathways = append(m.Pathways, p)
		for _, c := range slices.Clone(m.Evidence.Claims) {
			if c.About.Pathway == m.Pathways[i].ID {
				c.About.Pathway = p.ID
				m.Evidence.Claims = append(m.Evidence.Claims, c)
			}
		}
		for _, a := range slices.Clone(m.Evidence.Assessments) {
			if a.About.Pathway == m.Pathways[i].ID {
				a.About.Pathway = p.ID
				m.Evidence.Assessments = append(m.Evidence.Assessments, a)
			}
		}
	}
	return m
}

// The first sheet holds the answers that fit on it, on any paper and under any header: rows that do not fit go to
// the next one, and do not take the others with them.
func TestFirstSheetIsFull(t *testing.T) {
	for _, n := range []int{3, 4, 6} {
		for _, size := range []string{"letter", "A4"} {
			m := more(t, n)
			m.Summary = strings.Repeat(m.Summary+" ", n-2) // a longer header with each
			rows := func(sheet []mark) (all []string) {
				for _, l := range sheet {
					if strings.HasPrefix(l.to, "pathway-") && !slices.Contains(all, l.to) {
						all = append(all, l.to)
					}
				}
				return all
			}
			sheets := printed(t, write(t, m), "@page{size:"+size+"}main>:not(.brief){display:none}")
			require.NotEmpty(t, sheets)
			first := rows(sheets[0])
			assert.GreaterOrEqual(t, len(first), 2, "%d pathways on %s", n, size)
			if len(first) < n {
				require.Greater(t, len(sheets), 1)
				assert.Len(t, rows(sheets[1]), n-len(first), "%d pathways on %s: the rest is on the second sheet", n, size)
			}
			lowest := 800.0
			for _, l := range sheets[0] {
				lowest = min(lowest, l.low)
			}
			if n == 3 {
				assert.True(t, slices.ContainsFunc(sheets[0], func(l mark) bool { return l.to == "legend" }), "the key does not stand on a sheet of its own, on %s", size)
			}
			assert.Less(t, lowest, 300.0, "%d pathways on %s: the lower part of the sheet, of some 800 points, is used", n, size)
		}
	}
}
