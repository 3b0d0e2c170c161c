package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// kitchens are the packages whose examples make the cookbook, in the order in which a reader needs
// them.
var kitchens = []string{
	"schema", "schema/findings", "schema/schematest", "schema/table", "outcome", "pathway",
	"evidence", "evidence/bayes", "evidence/agreement", "evidence/standards", "render", "render/report",
}

// cookbookPage writes every example of the library with what it prints. They are tests, so what
// stands here has run.
func cookbookPage() []byte {
	var b bytes.Buffer
	b.WriteString("# Cookbook\n\n" +
		"Made from the examples in the code by `go generate`; do not edit. Every recipe is a test: what it prints is what it printed when the\n" +
		"tests last ran.\n\n")
	var body bytes.Buffer
	for _, dir := range kitchens {
		recipes := recipes(dir)
		if len(recipes) == 0 {
			continue
		}
		fmt.Fprintf(&b, "- [%s](#%s)\n", dir, strings.ReplaceAll(dir, "/", ""))
		fmt.Fprintf(&body, "\n## %s\n", dir)
		for _, r := range recipes {
			body.WriteString(r)
		}
	}
	b.Write(body.Bytes())
	return b.Bytes()
}

// recipes writes the examples of one package, sorted by name.
func recipes(dir string) []string {
	top, err := repository()
	if err != nil {
		return nil
	}
	names, err := filepath.Glob(filepath.Join(top, filepath.FromSlash(dir), "*_test.go"))
	if err != nil {
		return nil
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if f, err := parser.ParseFile(fset, name, nil, parser.ParseComments); err == nil {
			files = append(files, f)
		}
	}
	examples := doc.Examples(files...)
	slices.SortFunc(examples, func(a, b *doc.Example) int { return strings.Compare(a.Name, b.Name) })
	var all []string
	for _, e := range examples {
		all = append(all, recipe(fset, e))
	}
	return all
}

func recipe(fset *token.FileSet, e *doc.Example) string {
	var code bytes.Buffer
	if err := format.Node(&code, fset, e.Code); err != nil {
		return ""
	}
	name := strings.ReplaceAll(e.Name, "_", ", ")
	if name == "" {
		name = "the package"
	}
	text := fmt.Sprintf("\n### %s\n\n", name)
	if e.Doc != "" {
		text += strings.TrimSpace(e.Doc) + "\n\n"
	}
	text += "```go\n" + undent(code.String()) + "\n```\n"
	if e.Output != "" {
		text += "\nprints\n\n```\n" + strings.TrimRight(e.Output, "\n") + "\n```\n"
	}
	return text
}

// undent takes the braces off a block of code, and one tab off its lines.
func undent(code string) string {
	code = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(code), "{"), "}")
	lines := strings.Split(strings.Trim(code, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, "\t")
	}
	out := strings.TrimSpace(strings.Join(lines, "\n"))
	if i := strings.LastIndex(out, "// Output:"); i >= 0 {
		out = strings.TrimSpace(out[:i])
	}
	return out
}

// repository finds the top of the repository from wherever the program or its test stands.
func repository() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", os.ErrNotExist
		}
		dir = up
	}
	return "", err
}
