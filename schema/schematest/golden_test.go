package schematest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A recorder is a test that only notes what is said of it.
type recorder struct {
	testing.TB
	failed string
	logged string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Logf(format string, args ...any)   { r.logged += fmt.Sprintf(format, args...) }
func (r *recorder) Log(args ...any)                   { r.logged += fmt.Sprint(args...) }
func (r *recorder) Errorf(format string, args ...any) { r.failed += fmt.Sprintf(format, args...) }
func (r *recorder) Error(args ...any)                 { r.failed += fmt.Sprint(args...) }
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...); panic(r) }
func (r *recorder) Fatal(args ...any)                 { r.Error(args...); panic(r) }

// record runs f until it ends or is stopped by a fatal failure.
func record(t *testing.T, f func(testing.TB)) *recorder {
	r := &recorder{TB: t}
	func() {
		defer func() {
			if p := recover(); p != nil && p != any(r) {
				panic(p)
			}
		}()
		f(r)
	}()
	return r
}

func TestGolden(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv(updateVariable, "")
	check := func(got string) *recorder {
		return record(t, func(tb testing.TB) { Golden(tb, "sub/a.txt", []byte(got)) })
	}
	assert.Contains(t, check("a\n").failed, "GOLDEN_UPDATE=1", "a missing file fails")
	assert.NoFileExists(t, "testdata/sub/a.txt", "and is not made")

	t.Setenv(updateVariable, "1")
	r := check("a\n")
	assert.Empty(t, r.failed)
	assert.Contains(t, r.logged, "was rewritten")

	t.Setenv(updateVariable, "yes")
	assert.Empty(t, check("a\n").failed)
	assert.Contains(t, check("b\n").failed, "(wanted -, got +):\n@@ line 1\n- a\n+ b\n")
	old, err := os.ReadFile(filepath.FromSlash("testdata/sub/a.txt"))
	require.NoError(t, err)
	assert.Equal(t, "a\n", string(old), "a failure changes nothing")
}

func TestGoldenMap(t *testing.T) {
	GoldenMap(t, "small.yaml", small())
	GoldenMap(t, "small.json", small())
	assert.Contains(t, record(t, func(tb testing.TB) { GoldenMap(tb, "small.xml", small()) }).failed, ".xml")
	assert.Contains(t, record(t, func(tb testing.TB) { GoldenMap(tb, "small.json", nil) }).failed, "no map")
}

func small() *outcome.Map {
	return &outcome.Map{Title: "Bread", Columns: []outcome.Column{{ID: "do", Stones: []outcome.Stone{{ID: "bake", Text: "Bake bread"}}}}}
}
