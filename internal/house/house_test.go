package house

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/outcomemap/outcomemap"

// allowed are the rooms that each room may import, itself and internal packages aside.
var allowed = map[string][]string{
	"pathway":  {},
	"evidence": {"pathway"},
	"outcome":  {"pathway", "evidence"},
	"schema":   {"pathway", "evidence", "outcome"},
	"render":   {"pathway", "evidence", "outcome"},
	"examples": {"pathway", "evidence", "outcome", "schema", "render"},
}

// parties are the modules that each package brings along to who imports it, sorted: none but these, and
// all of these, so that the changelog can say what for.
var parties = map[string][]string{
	"pathway":            nil,
	"evidence":           nil,
	"evidence/bayes":     nil,
	"evidence/agreement": nil,
	"evidence/standards": nil,
	"outcome":            nil,
	"schema":             {"github.com/santhosh-tekuri/jsonschema/v5", "go.yaml.in/yaml/v4"},
	"schema/table":       {"github.com/santhosh-tekuri/jsonschema/v5", "go.yaml.in/yaml/v4"},
	"schema/findings":    {"github.com/rivo/uniseg"},
	"render":             {"github.com/rivo/uniseg"},
	"render/report":      {"github.com/rivo/uniseg", "github.com/yuin/goldmark"},
}

// indirect are modules that one of those brings along itself.
var indirect = []string{"golang.org/x/net", "github.com/aymerick/douceur", "github.com/gorilla/css", "go.yaml.in/yaml/v3"}

type goPackage struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Standard   bool
	Module     *struct{ Path string }
}

func TestImportsRunDownwards(t *testing.T) {
	for _, p := range list(t, module+"/...") {
		from := room(p.ImportPath)
		for _, imp := range p.Imports {
			to := room(imp)
			if from == "" || to == "" || from == to {
				continue
			}
			assert.Contains(t, allowed[from], to, "%s imports %s", p.ImportPath, imp)
		}
	}
}

// Who imports the model alone compiles no reader, no renderer and none of their libraries.
func TestImportersPayOnlyForWhatTheyUse(t *testing.T) {
	for name, want := range parties {
		var paths []string
		for _, p := range list(t, "-deps", module+"/"+name) {
			if p.Module != nil && p.Module.Path != module && !slices.Contains(indirect, p.Module.Path) {
				paths = append(paths, p.Module.Path)
			}
		}
		slices.Sort(paths)
		assert.Equal(t, want, slices.Compact(paths), "%s brings along", name)
	}
}

// The model alone brings no reader, renderer or writer of a format with it: none of this module's, and
// none of the standard library's for XML, ZIP or HTML.
func TestTheModelIsTheModelAlone(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", module+"/outcome", module+"/pathway", module+"/evidence/...").Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	require.Contains(t, deps, module+"/outcome")
	for _, path := range deps {
		assert.NotContains(t, []string{"schema", "render", "examples"}, room(path), path)
		assert.NotContains(t, []string{"encoding/xml", "archive/zip", "html", "html/template", "text/template", "net/http"}, path)
	}
}

// room is the top-level folder of a package of this module, "" for all others and for internal.
func room(path string) string {
	rest, ok := strings.CutPrefix(path, module+"/")
	if !ok {
		return ""
	}
	top, _, _ := strings.Cut(rest, "/")
	if top == "internal" {
		return ""
	}
	return top
}

// list asks the go command, which is there wherever this test runs.
func list(t *testing.T, args ...string) []goPackage {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", append([]string{"list", "-e", "-json=ImportPath,Imports,Deps,Standard,Module"}, args...)...).Output()
	require.NoError(t, err)
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if !p.Standard {
			all = append(all, p)
		}
	}
	require.NotEmpty(t, all)
	return all
}
