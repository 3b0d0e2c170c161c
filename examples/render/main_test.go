package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const board = "../maps/programme-board.yaml"

func draws(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func TestFormats(t *testing.T) {
	code, out, errs := draws(board)
	assert.Equal(t, 0, code, errs)
	assert.True(t, strings.HasPrefix(out, "<"), "SVG unless another format is asked for")
	assert.Equal(t, 40, strings.Count(out, "data-stone="))

	code, out, _ = draws("-format", "dot", board)
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "digraph")
	assert.Contains(t, out, "Promote the role of PAs")
}

func TestTexts(t *testing.T) {
	for format, want := range map[string]string{
		"mermaid": "flowchart LR", "text": "Promote the role of PAs", "markdown": "# Personal Assistants Programme Board", "html": "<!DOCTYPE html>",
	} {
		code, out, errs := draws("-format", format, board)
		assert.Equal(t, 0, code, errs)
		assert.True(t, strings.Contains(out, want), "%s: no %q", format, want)
	}
	_, narrow, _ := draws("-format", "text", "-width", "40", board)
	for line := range strings.Lines(narrow) {
		assert.LessOrEqual(t, len([]rune(strings.TrimRight(line, "\n"))), 40)
	}
}

func TestFewestCrossings(t *testing.T) {
	_, own, _ := draws("-format", "layout", board)
	code, fewest, errs := draws("-format", "layout", "-order", "crossings", board)
	assert.Equal(t, 0, code, errs)
	assert.NotEqual(t, own, fewest)
}

func TestLayout(t *testing.T) {
	code, out, errs := draws("-format", "layout", board)
	require.Equal(t, 0, code, errs)
	var got struct {
		Width, Height float64
		Columns       []struct {
			ID       string
			X, Width float64
		}
		Cards []struct {
			Stone, Column       string
			X, Y, Width, Height float64
			Lines               []string
		}
		Links []struct {
			Pathway, From, To string
			Points            [][2]float64
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Len(t, got.Columns, 6)
	require.Len(t, got.Cards, 40)
	assert.Len(t, got.Links, 25+33+26, "every stone of a step leads to every stone of the next: the sum of the products of neighbouring steps, by hand")
	for _, c := range got.Cards {
		assert.NotEmpty(t, c.Lines)
		assert.LessOrEqual(t, c.X+c.Width, got.Width)
		assert.LessOrEqual(t, c.Y+c.Height, got.Height)
	}
}

func TestOptions(t *testing.T) {
	_, whole, _ := draws(board)
	for why, args := range map[string][]string{
		"one pathway":          {"-pathway", "employers"},
		"light for everyone":   {"-theme", "light"},
		"dark for everyone":    {"-theme", "dark"},
		"for paper":            {"-theme", "print"},
		"as the reader likes":  {"-theme", "auto"},
		"as the author has it": {"-order", "author"},
	} {
		code, out, errs := draws(append(args, board)...)
		assert.Equal(t, 0, code, errs)
		assert.Equal(t, strings.HasPrefix(why, "as "), out == whole, why)
	}
}

func TestReportInColours(t *testing.T) {
	_, auto, _ := draws("-format", "html", board)
	code, light, errs := draws("-format", "html", "-theme", "light", board)
	assert.Equal(t, 0, code, errs)
	const dark = "(prefers-color-scheme:dark)"
	assert.Equal(t, []bool{true, false}, []bool{strings.Contains(auto, dark), strings.Contains(light, dark)}, "dark where the reader prefers it")
}

func TestToFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "map.svg")
	code, out, _ := draws("-o", name, board)
	assert.Equal(t, 0, code)
	assert.Empty(t, out)
	_, want, _ := draws(board)
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, want, string(got))
}

func TestDraftsAreDrawn(t *testing.T) {
	name := filepath.Join(t.TempDir(), "map.yaml")
	require.NoError(t, os.WriteFile(name, []byte("outcomeMap: \"1\"\ntitle: Draft\ncolumns: [{id: a, stones: [{id: s, text: S}]}]\npathways: [{id: p, stones: [s, gone]}]\n"), 0o600))
	code, out, errs := draws(name)
	assert.Equal(t, 0, code, errs)
	assert.Contains(t, out, `data-stone="s"`)

	require.NoError(t, os.WriteFile(name, []byte("outcomeMap: \"1\"\ntitle: [Draft\n"), 0o600))
	code, out, errs = draws(name)
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Contains(t, errs, "error: OM101 ")
}

func TestCannotRun(t *testing.T) {
	for why, args := range map[string][]string{
		"no such flag":    {"-x", board},
		"no file":         {},
		"two files":       {board, board},
		"no such file":    {"no-such-file.yaml"},
		"no such format":  {"-format", "png", board},
		"no such order":   {"-order", "random", board},
		"no such theme":   {"-theme", "blue", board},
		"no such pathway": {"-pathway", "nobody", board},
		"no such folder":  {"-o", filepath.Join(t.TempDir(), "no", "map.svg"), board},
	} {
		code, out, errs := draws(args...)
		assert.Equal(t, 2, code, why)
		assert.Empty(t, out, why)
		assert.NotEmpty(t, errs, why)
	}
}
