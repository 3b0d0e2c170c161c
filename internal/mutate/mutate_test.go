package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// By hand: every change of Clamp and Count is seen by their tests, but for the one that is no
// change: at x = low both branches return the same. No test calls Unseen.
func TestFates(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two test binaries")
	}
	var out bytes.Buffer
	require.NoError(t, mutate(t.Context(), &out, "./testdata/small", choice{seed: 1}, "", true))
	text := out.String()
	for _, line := range []string{
		"lived\tsmall.go:6:7 boundary: < -> <=",
		"killed\tsmall.go:6:7 negation: < -> >=",
		"killed\tsmall.go:7:10 result: low -> *new(int)",
		"killed\tsmall.go:18:10 negation: == -> !=",
		"endless\tsmall.go:16:17 step: ++ -> --",
		"killed\tsmall.go:21:3 removal: sum++ ->",
		"unreached\tsmall.go:27:40 logic: && -> ||",
		"unreached\tsmall.go:27:43 unary: ! ->",
	} {
		assert.Contains(t, text, line)
	}
	assert.Equal(t, 1, strings.Count(text, "\nlived"))
	assert.Contains(t, text, "1 of them by never ending; 4 lived, 3 of them where no test goes")

	// What lived can be tried again alone.
	lived := filepath.Join(t.TempDir(), "lived")
	require.NoError(t, os.WriteFile(lived, []byte("lived\tsmall.go:6:7 boundary: < -> <=\nsome other line\n"), 0o600))
	only, err := listed(lived)
	require.NoError(t, err)
	out.Reset()
	require.NoError(t, mutate(t.Context(), &out, "./testdata/small", choice{seed: 1, only: only}, "", false))
	assert.Contains(t, out.String(), "0 of 1 killed")
}

// What the tests of a package leave alone, those of one that uses it may see.
func TestFatesByAnotherPackage(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two test binaries")
	}
	var out bytes.Buffer
	require.NoError(t, mutate(t.Context(), &out, "./testdata/small", choice{}, "./testdata/user", true))
	assert.Contains(t, out.String(), "unreached\tsmall.go:6:7 boundary: < -> <=")
	assert.Contains(t, out.String(), "killed\tsmall.go:27:40 logic: && -> ||")
	assert.Error(t, mutate(t.Context(), &out, "./testdata/small", choice{}, "./testdata/none", false))

	// Both together kill what either does.
	out.Reset()
	require.NoError(t, mutate(t.Context(), &out, "./testdata/small", choice{}, "./testdata/small,./testdata/user", true))
	for _, line := range []string{"lived\tsmall.go:6:7 boundary: < -> <=", "killed\tsmall.go:6:7 negation: < -> >=", "killed\tsmall.go:27:40 logic: && -> ||"} {
		assert.Contains(t, out.String(), line)
	}
}

// The same seed draws the same mutants, another one others.
func TestChoice(t *testing.T) {
	p, err := load(t.Context(), "./testdata/small")
	require.NoError(t, err)
	all := p.mutants()
	require.Greater(t, len(all), 8)
	draw := func(seed uint64) []*mutant { return choice{size: 5, seed: seed}.from(all) }
	assert.Len(t, draw(1), 5)
	assert.Equal(t, draw(1), draw(1))
	assert.NotEqual(t, draw(1), draw(2))
	assert.Equal(t, all, choice{size: 1000}.from(all))
	assert.IsIncreasing(t, numbers(draw(3)))
}

func numbers(mutants []*mutant) []int {
	var all []int
	for _, m := range mutants {
		all = append(all, m.number)
	}
	return all
}

func TestMutateSaysWhatIsWrong(t *testing.T) {
	assert.Error(t, mutate(t.Context(), &bytes.Buffer{}, "./testdata/none", choice{}, "", false))
	_, err := listed(filepath.Join(t.TempDir(), "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
