package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cheap are the functions that the value of a variable of a package may call: a few nanoseconds each, or
// put off until the variable is first used.
var cheap = map[string]bool{
	"errors.New": true, "fmt.Errorf": true, "math.Inf": true, "strings.Fields": true, "strings.NewReplacer": true,
	"reflect.TypeFor": true, "sync.OnceValue": true, "lazily": true, "string": true, "[]byte": true, "func literal": true,
}

// Who imports a package of the library pays nothing for it when the program starts.
func TestToImportIsFree(t *testing.T) {
	files := token.NewFileSet()
	seen := 0
	for room := range allowed {
		if room == "examples" {
			continue
		}
		require.NoError(t, fs.WalkDir(os.DirFS("../.."), room, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, filepath.Join("../..", path), nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			seen++
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					assert.False(t, d.Recv == nil && d.Name.Name == "init", "%s has an init", path)
				case *ast.GenDecl:
					if d.Tok == token.VAR {
						eachCall(d, func(name string) { assert.True(t, cheap[name], "%s calls %s when a program starts", path, name) })
					}
				}
			}
			return nil
		}))
	}
	assert.Greater(t, seen, 200, "or nothing was looked at")
}

// eachCall names each call that is made for the value of a variable, not those within functions.
func eachCall(d *ast.GenDecl, f func(name string)) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			f(called(n.Fun))
		}
		return true
	})
}

func called(fun ast.Expr) string {
	switch fun := fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return called(fun.X) + "." + fun.Sel.Name
	case *ast.IndexExpr: // of a generic function
		return called(fun.X)
	case *ast.ArrayType:
		return "[]byte"
	case *ast.FuncLit:
		return "func literal"
	}
	return "something else"
}
