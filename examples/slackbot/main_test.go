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

// Claims of 0.75, 0.67 to 0.89 (0.78 in the middle) and 0.60: their product is 0.35, the least of them
// 0.60, and if they avoid each other as far as they can 0.75 + 0.67 + 0.60 - 2 = 0.02. By hand.
func TestMessage(t *testing.T) {
	assert.Equal(t, strings.Join([]string{
		"*Growing company*",
		"Weakest progress: some · weakest confidence: low · 5 of 5 stones rated",
		"Chance that all its claims hold: 2 to 60 in 100; 35 if they are independent",
		"The story breaks at _What they do differently → What difference does this make?_: the weakest claim",
		"Most to learn: winter on _What they do differently → What difference does this make?_ (35 % of the doubt)",
	}, "\n"), post(t, "../maps/community-garden.yaml"))
}

func TestNothingRatedYet(t *testing.T) {
	got := post(t, "-pathway", "meeting", "../maps/ten-stones.yaml")
	assert.Contains(t, got, "*Meeting the neighbours*\nNone of its 6 stones is rated yet\n", "no range where nobody said anything")
	assert.Contains(t, got, "Other explanations: _Meeting the neighbours_: no other explanation is named")
	assert.NotContains(t, got, "Chance", "no chance where nothing is claimed")
}

// The one stone of the last step is at the top of both scales, and so is all else.
func TestNothingIsWeak(t *testing.T) {
	file := filepath.Join(t.TempDir(), "map.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"outcomeMap":"1","title":"T",
		"columns":[{"id":"x","heading":"X","stones":[{"id":"a","text":"A"}]},{"id":"y","heading":"Y","stones":[{"id":"b","text":"B"}]}],
		"pathways":[{"id":"p","title":"P","stones":["a","b"]}],
		"evidence":{"items":[{"id":"i","text":"I","bears":[{"about":{"pathway":"p","from":"x","to":"y"},"direction":"supports"}]}],
		"assessments":[{"about":{"pathway":"p","stone":"a"},"progress":"great","confidence":"high"},{"about":{"pathway":"p","stone":"b"},"progress":"great","confidence":"high"}]}}`), 0o600))
	got := post(t, file)
	assert.Contains(t, got, "The story breaks nowhere that is known: every rating that was given is the highest of its scale")
}

// Whoever writes a map file must not be able to call a whole channel, or to break the layout.
func TestStrangersText(t *testing.T) {
	file := filepath.Join(t.TempDir(), "map.yaml")
	require.NoError(t, os.WriteFile(file, []byte(`
outcomeMap: "1"
title: T
columns:
  - {level: activities, stones: [{id: a, text: "<!channel> & so on"}]}
  - {level: impact, stones: [{id: b, text: `+strings.Repeat("long ", 99)+`}]}
pathways:
  - {id: p, title: "<@U1>", stones: [a, b], links: [{from: a, to: b}]}
`), 0o600))
	got := post(t, file)
	assert.Contains(t, got, "*&lt;@U1&gt;*\n")
	assert.Contains(t, got, "_&lt;!channel&gt; &amp; so on → long long")
	assert.Contains(t, got, "…_")
	assert.NotContains(t, got, "<")
}

func TestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"want one map file":   nil,
		`no pathway "nobody"`: {"-pathway", "nobody", "../maps/ten-stones.yaml"},
		"no pathway to tell":  {"../maps/sssc-personal-assistants.yaml"},
		"nowhere.yaml":        {"nowhere.yaml"},
	} {
		var out bytes.Buffer
		require.ErrorContains(t, run(args, &out), want)
		assert.Empty(t, out.String())
	}
}

// post runs the command and returns the text of the message that it prints.
func post(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	var payload struct {
		Text   string
		Blocks []struct{ Text struct{ Text string } }
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &payload))
	require.Len(t, payload.Blocks, 1)
	assert.True(t, strings.HasPrefix(payload.Blocks[0].Text.Text, payload.Text+"\n"), "the notification is the first line")
	return payload.Blocks[0].Text.Text
}
