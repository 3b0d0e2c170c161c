package yamltext

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// suiteFolder names the environment variable with the branch "data" of
// https://github.com/yaml/yaml-test-suite.
const suiteFolder = "OUTCOMEMAP_YAML_TEST_SUITE"

// lenient are cases that are no YAML and that the YAML library reads all the same.
var lenient = map[string]string{
	"9C9N":     "entries of a list in brackets are not indented",
	"QB6E":     "lines of a text in quotes are not indented",
	"DK95/01":  "a text in quotes goes on behind a tab",
	"Y79Y/003": "an entry of a list in brackets is indented with a tab",
	"S98Z":     "blank lines of an empty block are indented by more and more",
}

// strict are cases that are YAML and that the library does not read.
var strict = map[string]string{
	"2SXE": "a colon in the name of an anchor, which a map file has not",
	"8XYN": "an anchor named by an emoji",
	"W5VH": "an anchor named by signs",
}

// What the suite says of YAML that a map file may use has to hold here: broken cases are refused,
// and of the others either a part is refused that map files do without, or the JSON is the suite's.
func TestYAMLTestSuite(t *testing.T) {
	folder := os.Getenv(suiteFolder)
	if folder == "" {
		t.Skipf("%s names no folder", suiteFolder)
	}
	var cases []string
	for _, pattern := range []string{"*/in.yaml", "*/*/in.yaml"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		require.NoError(t, err)
		cases = append(cases, found...)
	}
	require.Greater(t, len(cases), 300)
	var count struct{ broken, equal, refused, notJSON, lenient, strict int }
	for _, file := range cases {
		dir := filepath.Dir(file)
		name, err := filepath.Rel(folder, dir)
		require.NoError(t, err)
		if strings.HasPrefix(name, "name/") || strings.HasPrefix(name, "tags/") {
			continue // the same cases by other names
		}
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		y := Convert(string(src), nil, Options{Depth: 64, Nodes: 1e6, Faults: 100})
		_, err = os.Stat(filepath.Join(dir, "error"))
		wantBroken := err == nil
		want, err := os.ReadFile(filepath.Join(dir, "in.json"))
		hasJSON := err == nil
		isYAML := !y.Fatal || y.Faults[0].Rule == rule.YAML
		switch {
		case wantBroken && !y.Fatal:
			count.lenient++
			assert.Contains(t, lenient, name, "is no YAML, and was read: %q", src)
		case wantBroken:
			count.broken++
		case !isYAML && blank(src):
			count.refused++
		case !isYAML:
			count.strict++
			assert.Contains(t, strict, name, "is YAML, and was not read: %q %v", src, y.Faults)
		case y.Fatal:
			count.refused++
		case !hasJSON:
			count.notJSON++
		case !one(string(want)):
			t.Errorf("%s: several documents were read as one", name)
		default:
			count.equal++
			assert.JSONEq(t, string(want), y.JSON, "%s: %q", name, src)
		}
	}
	assert.Equal(t, len(lenient), count.lenient)
	assert.Equal(t, len(strict), count.strict)
	assert.Greater(t, count.equal, 150)
	t.Logf("%+v", count)
}

// one reports whether a text is one JSON value, and not several.
func one(text string) bool {
	dec := json.NewDecoder(strings.NewReader(text))
	var v any
	return dec.Decode(&v) == nil && !dec.More()
}

// blank reports whether a file holds comments and marks of documents alone, which is no map.
func blank(src []byte) bool {
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' && line != "..." && line != "---" {
			return false
		}
	}
	return true
}
