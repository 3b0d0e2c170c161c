package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRanked(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, run([]string{"../maps/programme-board-rated.yaml"}, &b))
	assert.Regexp(t, `(?s)relationships\n.*collect +behaviour -> impact +r13 .*collect +behaviour -> impact +r14 .*workforce\n`, b.String(),
		"what teaches more comes first")
}

func TestWithoutPathways(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, run([]string{"../maps/sssc-personal-assistants.yaml"}, &b))
	assert.Contains(t, b.String(), "the map has no pathway")
}

func TestRefuses(t *testing.T) {
	require.ErrorContains(t, run(nil, new(bytes.Buffer)), "want one map file")
	require.Error(t, run([]string{"nowhere.yaml"}, new(bytes.Buffer)))
}
