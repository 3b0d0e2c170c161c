package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/schema"
)

func convert(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

func TestTables(t *testing.T) {
	for _, to := range []string{"yaml", "json"} {
		code, out, errs := convert("-from", "table", "-to", to, "../programmeboard/tables.txt")
		assert.Equal(t, 0, code)
		assert.Empty(t, errs, "nothing is lost")
		m, err := schema.Read(strings.NewReader(out), schema.WithFormat(schema.Format(to)))
		require.NoError(t, err)
		assert.Len(t, m.Columns, 6)
		assert.Len(t, m.Pathways, 3)
	}
}

func TestDamagedTable(t *testing.T) {
	name := write(t, "report.txt", "Map\n\nWhat we do\tWho with\nTeach and\tPupils\nPlay\tParents\n")
	code, out, errs := convert("-from", "table", name)
	assert.Equal(t, 0, code, "a damaged cell is carried as it is")
	assert.Contains(t, out, "text: Teach and")
	assert.Contains(t, errs, name+`:4:1: warning: OM402 table 1, row 1, "What we do": "Teach and" ends in the middle of a sentence`)
}

func TestNoTable(t *testing.T) {
	name := write(t, "prose.txt", "A report without a table.\n")
	code, out, errs := convert("-from", "table", name)
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Contains(t, errs, name+":1:1: error: OM401 ")
}

func TestEmptyFiles(t *testing.T) {
	name := write(t, "empty.csv", "")
	for from, want := range map[string]string{"table": "OM401 the text is empty", "yaml": "OM101 the file is empty", "json": "OM101 the file is empty"} {
		code, out, errs := convert("-from", from, name)
		assert.Equal(t, 1, code)
		assert.Empty(t, out)
		assert.Contains(t, errs, name+":1:1: error: "+want)
	}
}

// There and back again gives the same bytes, and comments are all that is lost.
func TestRoundTrip(t *testing.T) {
	for _, name := range []string{"ten-stones", "programme-board", "sssc-personal-assistants"} {
		code, asJSON, errs := convert("-from", "yaml", "-to", "json", "../maps/"+name+".yaml")
		assert.Equal(t, 0, code)
		assert.Contains(t, errs, name+".yaml:1:1: info: OM407 ")
		code, asYAML, errs := convert("-from", "json", "-to", "yaml", write(t, "a.json", asJSON))
		assert.Equal(t, 0, code)
		assert.Empty(t, errs)
		code, again, errs := convert("-from", "yaml", "-to", "json", write(t, "a.yaml", asYAML))
		assert.Equal(t, 0, code)
		assert.Empty(t, errs)
		assert.Equal(t, asJSON, again, name)
	}
}

func TestToFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "map.json")
	code, stdout, _ := convert("-from", "yaml", "-to", "json", "-o", out, "../maps/ten-stones.yaml")
	assert.Equal(t, 0, code)
	assert.Empty(t, stdout)
	_, err := schema.ReadFile(out)
	assert.NoError(t, err)
}

func TestFaultyMaps(t *testing.T) {
	code, out, errs := convert("-from", "json", write(t, "a.json", `{"outcomeMap": "1", "title": `))
	assert.Equal(t, 1, code, "what cannot be read is not converted")
	assert.Empty(t, out)
	assert.Contains(t, errs, "error: OM101 ")

	code, out, errs = convert("-from", "json", write(t, "b.json", `{"outcomeMap": "1", "title": "Map", "colour": "red", "columns": [{"id": "a", "stones": [{"id": "s", "text": "S"}]}], "pathways": [{"id": "p", "title": "P", "stones": ["t"]}]}`))
	assert.Equal(t, 0, code, "what is merely wrong is carried over")
	assert.Contains(t, out, "colour: red", "an unknown field goes to extra")
	assert.Contains(t, errs, "warning: OM202 ")
}

func TestCannotRun(t *testing.T) {
	for why, args := range map[string][]string{
		"no such flag":    {"-x"},
		"no file":         {"-from", "yaml"},
		"two files":       {"-from", "yaml", "a", "b"},
		"no such file":    {"-from", "yaml", "no-such-file.yaml"},
		"no such source":  {"-from", "xml", "../maps/ten-stones.yaml"},
		"no such target":  {"-from", "yaml", "-to", "xml", "../maps/ten-stones.yaml"},
		"no such folder":  {"-from", "yaml", "-o", filepath.Join(t.TempDir(), "no", "map.json"), "../maps/ten-stones.yaml"},
		"a folder":        {"-from", "table", t.TempDir()},
		"a folder (yaml)": {"-from", "yaml", t.TempDir()},
	} {
		code, out, errs := convert(args...)
		assert.Equal(t, 2, code, why)
		assert.Empty(t, out, why)
		assert.NotEmpty(t, errs, why)
	}
}
