package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A goPackage is one package with the types of its expressions, ready to be broken.
type goPackage struct {
	path, dir string
	fset      *token.FileSet
	files     []*source
	info      *types.Info
	exports   map[string]string // import path to the file of its export data
}

// A source is one file of the package, tests aside.
type source struct {
	name string
	text []byte
	tree *ast.File
}

// load parses and type-checks the package.
func load(ctx context.Context, pattern string) (*goPackage, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,DepOnly,Standard", pattern, "os", "strconv") // the last two for the switchboard
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", pattern, err)
	}
	p := &goPackage{fset: token.NewFileSet(), exports: map[string]string{}}
	var names []string
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var one struct {
			ImportPath, Dir, Export string
			GoFiles                 []string
			DepOnly, Standard       bool
		}
		if err := dec.Decode(&one); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		p.exports[one.ImportPath] = one.Export
		if !one.DepOnly && !one.Standard {
			p.path, p.dir, names = one.ImportPath, one.Dir, one.GoFiles
		}
	}
	for _, name := range names {
		name = filepath.Join(p.dir, name)
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(p.fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		p.files = append(p.files, &source{name, text, tree})
	}
	var faults []types.Error
	p.info, faults = p.check(p.fset, p.trees())
	if len(faults) > 0 {
		return nil, faults[0]
	}
	return p, nil
}

// folders returns where packages are.
func folders(ctx context.Context, patterns []string) ([]string, error) {
	var all []string
	for _, pattern := range patterns {
		out, err := exec.CommandContext(ctx, "go", "list", "-f", "{{.Dir}}", pattern).Output()
		if err != nil {
			return nil, fmt.Errorf("go list %s: %w", pattern, err)
		}
		all = append(all, strings.TrimSpace(string(out)))
	}
	return all, nil
}

func (p *goPackage) trees() []*ast.File {
	var trees []*ast.File
	for _, f := range p.files {
		trees = append(trees, f.tree)
	}
	return trees
}

// check type-checks files as this package and returns every fault.
func (p *goPackage) check(fset *token.FileSet, files []*ast.File) (*types.Info, []types.Error) {
	var faults []types.Error
	config := types.Config{
		Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(p.exports[path]) }),
		Error: func(err error) {
			var fault types.Error
			if errors.As(err, &fault) {
				faults = append(faults, fault)
			}
		},
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	_, _ = config.Check(p.path, fset, files, info) // every fault has been told to Error
	return info, faults
}
