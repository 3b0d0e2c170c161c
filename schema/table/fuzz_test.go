package table

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	for _, text := range []string{
		head, head + "Reading\n\nWhat we do\tWho with\n<p>A</p><p>Progress: x Confidence: high</p>\tB\tC\n", "a\tb\nc\n\td\te\n", "a;b;c\n\"d\n;\";;e\n",
		"\ufeffa\tb\r\rc\td\r", "a\t\nb\t\n", "\ta\tb\n1\tc\td\n", "a\tb\nc\nd\te\nf\n\n" + head, "a\tb\n• c • d\t\"e\"\"\nf\"\n", "\xff\xfe", "a\x00",
	} {
		f.Add([]byte(text))
	}
	for _, table := range odd {
		f.Add([]byte(base + table.text))
		f.Add([]byte(table.text))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		res, err := Load(bytes.NewReader(in), Name("f.txt"))
		if err != nil {
			var fault *schema.Error
			require.True(t, errors.As(err, &fault))
			requireInside(t, in, fault.Findings)
			return
		}
		requireInside(t, in, res.Findings)
		requireLawful(t, res.Map)
		requireKept(t, in, res)
		again, err := Load(bytes.NewReader(in), Name("f.txt"))
		require.NoError(t, err)
		require.Equal(t, res, again, "same in, same out")
		require.NoError(t, schema.Write(new(bytes.Buffer), res.Map, schema.JSON), "what was read can be written")
	})
}

// requireInside checks that every finding has a rule, and a place inside of the text.
func requireInside(t *testing.T, in []byte, fs []outcome.Finding) {
	for _, f := range fs {
		_, known := outcome.RuleByID(f.Rule)
		require.True(t, known, f.Rule)
		require.NotEmpty(t, f.Message)
		for _, p := range append([]outcome.Place{f.Place}, f.Related...) {
			require.Equal(t, "f.txt", p.Pos.File)
			require.Positive(t, p.Pos.Line)
			require.Positive(t, p.Pos.Column)
			require.GreaterOrEqual(t, p.Pos.Length, 0)
			require.LessOrEqual(t, p.Pos.Offset+p.Pos.Length, len(in))
			require.NotContains(t, string(in[p.Pos.Offset:p.Pos.Offset+p.Pos.Length]), "\n")
			require.Equal(t, p.Pos.Line-1, lineEnds(in[:p.Pos.Offset]), "the line is that of the offset")
		}
	}
}

func lineEnds(in []byte) int {
	s := strings.ReplaceAll(string(in), "\r\n", "\n")
	return strings.Count(s, "\n") + strings.Count(s, "\r")
}

var lawfulID = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$`)

// requireLawful checks what a map file wants: ids, and pathways whose stones are those of the map.
func requireLawful(t *testing.T, m *outcome.Map) {
	ids := map[string]string{}
	lawful := func(id, column string) {
		require.Regexp(t, lawfulID, id)
		require.LessOrEqual(t, len(id), 128)
		require.NotContains(t, ids, id)
		ids[id] = column
	}
	require.NotEmpty(t, m.Title)
	require.NotEmpty(t, m.Columns)
	order := map[string]int{}
	for i, c := range m.Columns {
		lawful(c.ID, "")
		order[c.ID] = i
		for _, s := range c.Stones {
			lawful(s.ID, c.ID)
			require.Equal(t, squeeze(s.Text), s.Text)
			require.NotEmpty(t, s.Text)
		}
	}
	paths := map[string]bool{}
	for _, p := range m.Pathways {
		require.Regexp(t, lawfulID, p.ID)
		require.False(t, paths[p.ID])
		paths[p.ID] = true
		last, seen := -1, map[string]bool{}
		for _, s := range p.Steps {
			require.Greater(t, order[s.Column], last, "steps in the order of the columns")
			last = order[s.Column]
			for _, id := range s.Stones {
				require.Equal(t, s.Column, ids[id])
				require.False(t, seen[id])
				seen[id] = true
			}
		}
	}
}

// requireKept checks that the words of every cell below the headings of the map's tables are in a
// stone, in a summary or in a finding. It asks the package only which rows are the map's.
func requireKept(t *testing.T, in []byte, res *schema.Result) {
	src, _, err := load(bytes.NewReader(in), &config{maxBytes: 4 << 20})
	require.NoError(t, err)
	_, found, _, _ := src.tables(0)
	p := choose(found)
	var all strings.Builder
	for _, c := range res.Map.Columns {
		for _, s := range c.Stones {
			all.WriteString(" " + fold(s.Text) + " \n")
		}
	}
	for _, p := range res.Map.Pathways {
		for _, s := range p.Steps {
			all.WriteString(" " + fold(s.Summary) + " \n")
		}
	}
	for _, f := range res.Findings {
		all.WriteString(" " + fold(unquote(f.Message)) + " \n")
	}
	kept := all.String()
	for _, g := range append(p.pathways, p.whole) {
		for _, it := range g.rows {
			for _, c := range it.cells {
				if !hasLetter(c.text) || strings.ContainsAny(c.text, "<&:") || strings.Contains(c.text, "SUMMARY") {
					continue // what HTML, entities, ratings and buttons mean is tested by example
				}
				for _, text := range strings.FieldsFunc(clean(c.text), func(r rune) bool { return r == '\n' || strings.ContainsRune("•▪●◦‣■", r) }) {
					text = fold(plain(text))
					require.Truef(t, text == "" || strings.Contains(kept, text), "cell %q is lost", c.text)
				}
			}
		}
	}
}

// unquote takes the escapes of %q back, as far as words go.
func unquote(s string) string {
	return strings.NewReplacer(`\t`, " ", `\"`, `"`, `\\`, `\`).Replace(s)
}
