package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
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
		"tests last ran. What several recipes of a package share stands before them. Whole programs are in [examples](../examples).\n\n")
	var body bytes.Buffer
	for _, dir := range kitchens {
		examples := examplesIn(dir)
		if len(examples) == 0 {
			continue
		}
		fmt.Fprintf(&b, "- [%s](#%s):", dir, slug(dir))
		fmt.Fprintf(&body, "\n## %s\n", dir)
		body.WriteString(shared(examples))
		for i, e := range examples {
			title := e.title(path.Base(dir))
			fmt.Fprintf(&b, "%s [%s](#%s)", strings.Repeat(",", min(i, 1)), e.name(), slug(title))
			fmt.Fprintf(&body, "\n### %s\n\n%s", title, e.recipe())
		}
		b.WriteString("\n")
	}
	b.Write(body.Bytes())
	return b.Bytes()
}

// An example is one of a package's, with the files that it was read from.
type example struct {
	*doc.Example
	fset *token.FileSet
}

// examplesIn returns the examples of one package, sorted by name.
func examplesIn(dir string) []example {
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
	var all []example
	for _, e := range doc.Examples(files...) {
		all = append(all, example{e, fset})
	}
	slices.SortFunc(all, func(a, b example) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// name is what the example is for: "Read", "Index.History", or "Read, faults" for one of several.
func (e example) name() string {
	name := ""
	for part := range strings.SplitSeq(e.Name, "_") {
		switch {
		case name == "":
			name = part
		case unicode.IsUpper(rune(part[0])):
			name += "." + part
		default:
			name += ", " + part
		}
	}
	if name == "" {
		return "the package"
	}
	return name
}

// title is the name as a program writes it, with the package in front.
func (e example) title(pkg string) string {
	if e.Name == "" {
		return "package " + pkg
	}
	return pkg + "." + e.name()
}

func (e example) recipe() string {
	text := ""
	if e.Doc != "" {
		text += strings.TrimSpace(e.Doc) + "\n\n"
	}
	text += "```go\n" + undent(e.code(e.Code)) + "\n```\n"
	if e.Output != "" {
		text += "\nprints\n\n```\n" + strings.TrimRight(e.Output, "\n") + "\n```\n"
	}
	return text
}

func (e example) code(node any) string {
	var b bytes.Buffer
	if err := format.Node(&b, e.fset, node); err != nil {
		return err.Error() // so that the test of the page shows it
	}
	return b.String()
}

// shared writes what the examples of a package use and do not say themselves.
func shared(examples []example) string {
	var text []string
	for _, e := range examples {
		if e.Play == nil {
			continue
		}
		for _, decl := range e.Play.Decls {
			if imports(decl) || isMain(decl) {
				continue
			}
			if code := e.code(&printer.CommentedNode{Node: decl, Comments: e.Play.Comments}); !slices.Contains(text, code) {
				text = append(text, code)
			}
		}
	}
	if len(text) == 0 {
		return ""
	}
	return "\n```go\n" + strings.Join(text, "\n\n") + "\n```\n"
}

func imports(decl ast.Decl) bool {
	d, ok := decl.(*ast.GenDecl)
	return ok && d.Tok == token.IMPORT
}

func isMain(decl ast.Decl) bool {
	d, ok := decl.(*ast.FuncDecl)
	return ok && d.Name.Name == "main"
}

var slugOut = regexp.MustCompile(`[^\p{L}\p{N} _-]`)

// slug is how a heading is named in an address.
func slug(heading string) string {
	return strings.ReplaceAll(slugOut.ReplaceAllString(strings.ToLower(heading), ""), " ", "-")
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
