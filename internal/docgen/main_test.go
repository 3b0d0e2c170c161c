package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesAreUpToDate(t *testing.T) {
	for name, page := range pages() {
		got, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		require.NoError(t, err)
		want := strings.Split(string(page()), "\n")
		for i, line := range strings.Split(string(got), "\n") {
			if i >= len(want) || line != want[i] {
				assert.Fail(t, "not as the code makes it", "%s:%d: %s\n%s", name, i+1, line, remedy(name))
				break
			}
		}
		assert.Equal(t, len(want), strings.Count(string(got), "\n")+1, "%s: %s", name, remedy(name))
	}
}

// remedy says how a page that is out of date is put right.
func remedy(page string) string {
	if strings.HasPrefix(page, "api/") {
		return "What a package exports has changed. If it was meant to, run go generate ./..., commit the page, and tell " +
			"importers in CHANGELOG.md, in a line that begins with \"Breaking:\" where their code no longer compiles."
	}
	return "Run go generate ./..."
}

// Every package that others can import keeps its exported names in a page.
func TestEveryPackageHasItsAPIKept(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "../../...").Output()
	require.NoError(t, err)
	for path := range strings.Lines(string(out)) {
		dir, ok := strings.CutPrefix(strings.TrimSpace(path), module)
		if !ok || strings.HasPrefix(dir, "internal/") || strings.Contains(dir, "/internal/") || strings.HasPrefix(dir, "examples/") {
			continue
		}
		assert.Contains(t, pages(), "api/"+dir+".txt", "add %s to the kitchens of docgen", dir)
	}
}

// By hand: a line for each kind of declaration, none for what is not exported.
func TestDeclarations(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", `package p
const C = 2.5
const Big uint64 = 1 << 63
var V, hidden int
type Alias = map[string]int
type Number float64
type Pair[K comparable, V any] struct { Key K; Embedded; value V }
func (p *Pair[K, V]) Swap() {}
func (p Pair[K, V]) hide() {}
type Embedded struct{}
type Doer interface { Do(n int) error }
func F(name string, more ...Number) (n int, err error) { return 0, nil }
func f() {}
`, 0)
	require.NoError(t, err)
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{
		"const Big uint64 = 9223372036854775808",
		"const C untyped float = 5/2",
		"func (*Pair[K, V]).Swap()",
		"func F(name string, more ...Number) (n int, err error)",
		"type Alias = map[string]int",
		"type Doer interface{Do(n int) error}",
		"type Embedded struct",
		"type Number float64",
		"type Pair[K comparable, V any] struct",
		"type Pair[K comparable, V any] struct, Key K",
		"type Pair[K comparable, V any] struct, embedded Embedded",
		"type Pair[K comparable, V any] struct, with more that is not exported",
		"var V int",
	}, declarations(pkg))
}

// A reader can only copy what names all that it uses: an example keeps its helpers in its own file
// and imports the package under its name.
func TestExamplesStandByThemselves(t *testing.T) {
	titles := map[string]bool{}
	for _, dir := range kitchens {
		for _, e := range examplesIn(dir) {
			title := e.title(dir)
			assert.NotNil(t, e.Play, "%s: keep what it uses in its own file, and import packages under their names", title)
			assert.NotEmpty(t, e.Doc, "%s: say in a sentence what it shows", title)
			assert.False(t, titles[title], "%s stands twice", title)
			titles[title] = true
		}
	}
	assert.NotEmpty(t, titles)
}

// Whoever looks a name up finds out what it is.
func TestFormatPageExplainsAll(t *testing.T) {
	page := string(formatPage())
	assert.NotContains(t, page, "|  |", "a field or a value of which nothing is said")
	assert.NotContains(t, page, "\n\n\n", "a part of the file of which nothing is said")
}
