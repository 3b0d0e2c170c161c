package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
)

const module = "github.com/outcomemap/outcomemap/"

// apiPage returns the page of one package that lists all that it exports, one declaration a line,
// sorted. It is made from the types that the compiler has seen, so comments, bodies and the order
// of the code change nothing in it.
func apiPage(dir string) func() []byte {
	return func() []byte {
		pkg, err := compiled(module + dir)
		if err != nil {
			return []byte(err.Error() + "\n") // so that the test of the page shows it
		}
		lines := declarations(pkg)
		return []byte("# What package " + dir + " exports; made by go generate. A line that goes or changes may break its importers.\n" +
			strings.Join(lines, "\n") + "\n")
	}
}

// compiled reads the types of a package from what the compiler leaves for importers.
func compiled(path string) (*types.Package, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Export", path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", path, err)
	}
	exports := map[string]string{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Export string }
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		exports[p.ImportPath] = p.Export
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	return importer.ForCompiler(token.NewFileSet(), "gc", open).Import(path)
}

// declarations lists the exported ones of a package in a canonical form.
func declarations(pkg *types.Package) []string {
	q := func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	}
	var lines []string
	for _, name := range pkg.Scope().Names() {
		obj := pkg.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		switch obj := obj.(type) {
		case *types.Const:
			lines = append(lines, fmt.Sprintf("%s = %s", types.ObjectString(obj, q), obj.Val().ExactString()))
		case *types.TypeName:
			lines = append(lines, typeLines(obj, q)...)
		default:
			lines = append(lines, types.ObjectString(obj, q))
		}
	}
	for i, line := range lines {
		lines[i] = invented.ReplaceAllString(inventedOne.ReplaceAllString(line, "$1"), "")
	}
	slices.Sort(lines)
	return lines
}

// The compiler names the results of a function that returns from inside of a loop over a function.
var (
	inventedOne = regexp.MustCompile(`\(#rv\d+ ([^,]*)\)$`)
	invented    = regexp.MustCompile(`#rv\d+ `)
)

// typeLines lists a type, its exported fields and its methods. What a type is made of but does not
// export is named as that alone: it decides whether a type can be compared or written as a literal.
func typeLines(obj *types.TypeName, q types.Qualifier) []string {
	named, ok := types.Unalias(obj.Type()).(*types.Named)
	if obj.IsAlias() || !ok {
		return []string{types.ObjectString(obj, q)}
	}
	name := strings.TrimPrefix(types.ObjectString(obj, q), "type ")
	var lines []string
	switch u := named.Underlying().(type) {
	case *types.Struct:
		name = obj.Name() + typeParams(named, q)
		lines = append(lines, "type "+name+" struct")
		hidden := 0
		for f := range u.Fields() {
			switch {
			case !f.Exported():
				hidden++
			case f.Embedded():
				lines = append(lines, fmt.Sprintf("type %s struct, embedded %s", name, types.TypeString(f.Type(), q)))
			default:
				lines = append(lines, fmt.Sprintf("type %s struct, %s %s", name, f.Name(), types.TypeString(f.Type(), q)))
			}
		}
		if hidden > 0 {
			lines = append(lines, "type "+name+" struct, with more that is not exported")
		}
	default:
		lines = append(lines, "type "+name)
	}
	for m := range named.Methods() {
		if m.Exported() {
			lines = append(lines, types.ObjectString(m, q))
		}
	}
	return lines
}

func typeParams(named *types.Named, q types.Qualifier) string {
	var names []string
	for p := range named.TypeParams().TypeParams() {
		names = append(names, p.Obj().Name()+" "+types.TypeString(p.Constraint(), q))
	}
	if len(names) == 0 {
		return ""
	}
	return "[" + strings.Join(names, ", ") + "]"
}
