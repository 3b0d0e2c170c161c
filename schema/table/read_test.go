package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema"
)

func readFile(t *testing.T, name string) *schema.Result {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	res, err := Load(f, Name(name))
	require.NoError(t, err)
	return res
}

func read(t *testing.T, text string, opts ...Option) *schema.Result {
	t.Helper()
	res, err := Load(strings.NewReader(text), opts...)
	require.NoError(t, err)
	return res
}

func stonesByColumn(m *outcome.Map) []int {
	var counts []int
	for _, c := range m.Columns {
		counts = append(counts, len(c.Stones))
	}
	return counts
}

func stonesByStep(p pathway.Pathway) []int {
	var counts []int
	for _, s := range p.Steps {
		counts = append(counts, len(s.Stones))
	}
	return counts
}

// outline shows a map in a few lines: columns with the texts of their stones, then pathways.
func outline(m *outcome.Map) string {
	var b strings.Builder
	text := map[string]string{}
	fmt.Fprintf(&b, "%s\n", m.Title)
	for _, c := range m.Columns {
		fmt.Fprintf(&b, "%s (%s):", c.Heading, c.Level)
		for i, s := range c.Stones {
			text[s.ID] = s.Text
			fmt.Fprintf(&b, "%s %s", bar(i), s.Text)
		}
		b.WriteString("\n")
	}
	for _, p := range m.Pathways {
		fmt.Fprintf(&b, "> %s:", p.Title)
		for i, s := range p.Steps {
			fmt.Fprintf(&b, "%s", bar(i))
			for j, id := range s.Stones {
				if j > 0 {
					b.WriteString(" +")
				}
				b.WriteString(" " + text[id])
			}
			if s.Summary != "" {
				fmt.Fprintf(&b, " {%s}", s.Summary)
			}
		}
		b.WriteString("\n")
	}
	for _, a := range m.Evidence.Assessments {
		fmt.Fprintf(&b, "= %s / %s: %s, %s\n", a.About.Pathway, text[a.About.Stone], a.Progress, a.Confidence)
	}
	return b.String()
}

func bar(i int) string {
	if i > 0 {
		return " |"
	}
	return ""
}

// places shows findings as "OM402 3:1", in the order in which they come.
func places(fs []outcome.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %d:%d", f.Rule, f.Pos.Line, f.Pos.Column))
	}
	return out
}

// Counted by hand in the published tables.
func TestProgrammeBoard(t *testing.T) {
	res := readFile(t, "programme-board.txt")
	m := res.Map
	assert.Empty(t, res.Findings, "the slides are sound")
	assert.Equal(t, "Personal Assistants Programme Board", m.Title)
	assert.Equal(t, "personal-assistants-programme-board", m.ID)
	assert.Equal(t, []int{7, 7, 8, 8, 6, 4}, stonesByColumn(m))
	var levels []outcome.Level
	for _, c := range m.Columns {
		levels = append(levels, c.Level)
		assert.Equal(t, string(c.Level), c.ID, "a level that is there once is the column's id")
	}
	assert.Equal(t, []outcome.Level{outcome.Activities, outcome.Participants, outcome.Reactions, outcome.Learning, outcome.Behaviour, outcome.Impact}, levels)

	require.Len(t, m.Pathways, 3)
	for i, want := range []struct {
		title string
		steps []int
	}{
		{"Provide training and support that maximises strong mutual relationships between PAs and Employers", []int{1, 1, 3, 3, 2, 3}},
		{"Supporting the development of the PA workforce", []int{3, 2, 3, 3, 3, 1}},
		{"Value and support employers", []int{3, 3, 2, 3, 1, 2}},
	} {
		assert.Equal(t, want.title, m.Pathways[i].Title)
		assert.Equal(t, want.steps, stonesByStep(m.Pathways[i]), want.title)
	}
	assert.Empty(t, m.Evidence.Assessments, "n/a is no rating")

	uses := map[string]int{}
	for _, p := range m.Pathways {
		for _, s := range p.Steps {
			for _, id := range s.Stones {
				uses[id]++
			}
		}
	}
	shared := []string{}
	loose := []string{}
	for _, c := range m.Columns {
		for _, s := range c.Stones {
			switch uses[s.ID] {
			case 0:
				loose = append(loose, s.Text)
			case 2:
				shared = append(shared, s.Text)
			}
		}
	}
	assert.Equal(t, []string{
		"Employers gain a clear understanding of what their needs are and what role their needs to play within that",
		"Problems are resolved early",
		"Employer lives a good, independent, supported life",
		"A mutually beneficial relationship for Employer and PA",
	}, shared)
	assert.Equal(t, []string{"Trainers (including health workers e.g. OT)", "More person centred practices"}, loose)
}

// The report's version of the same map came out of its PDF with a cell that is cut at both ends.
func TestProgrammeBoardReport(t *testing.T) {
	res := readFile(t, "programme-board-report.txt")
	assert.Equal(t, []int{7, 7, 8, 8, 6, 4}, stonesByColumn(res.Map))
	assert.Empty(t, res.Map.Pathways)
	require.Equal(t, []string{"OM402 18:133"}, places(res.Findings))
	f := res.Findings[0]
	assert.Equal(t, "/columns/4/stones/3", f.Pointer)
	assert.Equal(t, "elationship, and", res.Map.Columns[4].Stones[3].Text)
	assert.Equal(t, `table 1, row 6, "What they do differently": "elationship, and" starts with a small letter and ends in the middle of a sentence, as if cut off`, f.Message)
}

// Looked up by eye: the letter l in place of I, a sentence cut by a page break whose rest runs into
// the next stone, and two that go on in the row below.
func TestSSSC(t *testing.T) {
	res := readFile(t, "sssc-personal-assistants.txt")
	assert.Equal(t, []int{5, 4, 3, 6, 6, 6}, stonesByColumn(res.Map))
	assert.Empty(t, res.Map.Pathways)
	var got []string
	for _, f := range res.Findings {
		assert.Equal(t, "OM402", f.Rule)
		_, what, _ := strings.Cut(f.Message, `": `)
		got = append(got, what)
	}
	assert.Equal(t, []string{
		`"l am supported and empowered to be an employer" starts with a small letter, as if cut off`,
		`"Access relevant advice, guidance, and support. Stay informed…" ends in the middle of a sentence, as if cut off`,
		`"from services" starts with a small letter, as if cut off`,
		`"employer Negotiate agreement for support and employ a PA" starts with a small letter, as if cut off and seems to run two texts together`,
		`"PAs feel more valued, respected and have" ends in the middle of a sentence, as if cut off`,
		`"greater job satisfaction" starts with a small letter, as if cut off`,
	}, got)
	goesOn := res.Findings[3]
	require.Len(t, goesOn.Related, 1, "the cell that it may go on from")
	assert.Contains(t, goesOn.Hint, "it may go on from the cell above")
	assert.Equal(t, goesOn.Pos.Line-1, goesOn.Related[0].Pos.Line)
}

func TestSameTextSameMap(t *testing.T) {
	a, b := readFile(t, "programme-board.txt"), readFile(t, "programme-board.txt")
	assert.Equal(t, a, b)
}
