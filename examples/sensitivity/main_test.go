package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const garden = "../maps/community-garden.yaml"

func output(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	return out.String()
}

// By hand: a prior of 1/2 and a sensitivity of 0.6 give 0.6 / (0.6 + f).
func TestTypeIError(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(output(t, "-item", "calls", "-format", "csv", "-points", "6", garden))).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"typeIError", "posterior_low", "posterior_mid", "posterior_high"}, rows[0])
	require.Len(t, rows, 7)
	for i, row := range rows[1:] {
		f := float64(i) / 5
		for _, cell := range row[1:] {
			got, err := strconv.ParseFloat(cell, 64)
			require.NoError(t, err)
			assert.InDelta(t, 0.6/(0.6+f), got, 1e-5, "at %g", f)
		}
	}
}

// The other likelihood keeps its range of 0.1 to 0.3, so the posterior has one: s / (s + f).
func TestSensitivity(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(output(t, "-item", "errands", "-vary", "sensitivity", "-format", "csv", "-points", "3", garden))).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"0.5", "0.625", "0.714286", "0.833333"}, rows[2], "0.5/0.8, 0.5/0.7, 0.5/0.6")
	assert.Equal(t, []string{"0", "0", "0", "0"}, rows[1], "found, though the claim rules it out")
}

// An item with a Type I error of 0 proves its claim. Another that excludes it leaves nothing to plot.
func TestCannotBeScored(t *testing.T) {
	text, err := os.ReadFile(garden)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "map.yaml")
	text = bytes.Replace(text, []byte("  claims:\n"), []byte(`    - id: none
      source: log
      text: What the claim rules out.
      bears: [{about: {pathway: company, from: behaviour, to: impact}, direction: contradicts, sensitivity: 0, typeIError: 0.5, because: made up}]
  claims:
`), 1)
	require.NoError(t, os.WriteFile(file, text, 0o600))
	got := output(t, "-item", "calls", "-format", "csv", "-points", "2", file)
	assert.Equal(t, "typeIError,posterior_low,posterior_mid,posterior_high\n0,,,\n1,0,0,0\n", got)
	assert.NotContains(t, output(t, "-item", "calls", file), "NaN")
}

func TestPlot(t *testing.T) {
	svg := output(t, "-item", "errands", garden)
	require.NoError(t, xml.Unmarshal([]byte(svg), new(struct{})), "well-formed")
	assert.Contains(t, svg, "How they feel → What they do differently")
	assert.Contains(t, svg, "(judged: 0.1 to 0.3)")
	assert.Contains(t, svg, `<rect x="107.0" y="60" width="98.0"`, "the band from 0.1 to 0.3 of 480 pixels, a pixel wider on each side")
	assert.Contains(t, svg, `points="60.0,60.0 `, "certain where it could not be found without the claim")
	assert.Equal(t, svg, output(t, "-item", "errands", garden))
}

func TestPathway(t *testing.T) {
	require.ErrorContains(t, run([]string{"-item", "errands", "-pathway", "other", garden}, new(bytes.Buffer)), "moves no claim")
	assert.NotEmpty(t, output(t, "-item", "till", "-pathway", "company", garden), "a rival is a claim too")
}

func TestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"want one map file": {"-item", "calls"},
		"with -item ID":     {garden},
		`no item "nobody"`:  {"-item", "nobody", garden},
		"moves no claim":    {"-item", "weeks", garden},
		"-points 1:":        {"-item", "calls", "-points", "1", garden},
		`-vary "prior"`:     {"-item", "calls", "-vary", "prior", garden},
		`no format "png"`:   {"-item", "calls", "-format", "png", garden},
		"nowhere.yaml":      {"-item", "calls", "nowhere.yaml"},
	} {
		var out bytes.Buffer
		require.ErrorContains(t, run(args, &out), want)
		assert.Empty(t, out.String())
	}
}
