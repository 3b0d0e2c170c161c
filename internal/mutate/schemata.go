package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// variable is the environment variable that switches a mutant on, by its number.
const variable = "OUTCOMEMAP_MUTANT"

const switchboard = `package %s

import (
	"os"
	"strconv"
)

var mutantInUse, _ = strconv.Atoi(os.Getenv("` + variable + `"))
`

// schemata compiles one binary of the tests in a folder that holds all of the mutants, and returns those that compile.
func (p *goPackage) schemata(ctx context.Context, dir, tests, binary string, mutants []*mutant) ([]*mutant, error) {
	for {
		texts := p.withCopies(mutants)
		bad, err := p.faulty(texts)
		if err != nil {
			return nil, err
		}
		if len(bad) == 0 {
			return mutants, p.compile(ctx, dir, tests, binary, texts)
		}
		mutants = slices.DeleteFunc(slices.Clone(mutants), func(m *mutant) bool { return bad[m.number] })
	}
}

// withCopies writes the files of the package anew, each function led by its mutants:
//
//	func f() int { switch mutantInUse { case 7: <broken body>; panic("") }; <body> }
func (p *goPackage) withCopies(mutants []*mutant) map[string][]byte {
	byBody := map[*ast.BlockStmt][]*mutant{}
	for _, m := range mutants {
		byBody[m.body] = append(byBody[m.body], m)
	}
	texts := map[string][]byte{
		filepath.Join(p.dir, "mutant_in_use.go"): fmt.Appendf(nil, switchboard, p.files[0].tree.Name.Name),
	}
	for _, f := range p.files {
		var b bytes.Buffer
		written := 0
		for _, decl := range f.tree.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || byBody[fn.Body] == nil {
				continue
			}
			inside := p.fset.Position(fn.Body.Lbrace).Offset + 1
			b.Write(f.text[written:inside])
			written = inside
			b.WriteString("\nswitch mutantInUse {\n")
			for _, m := range byBody[fn.Body] {
				end := "return"
				if m.yields {
					end = `panic("no result")`
				}
				fmt.Fprintf(&b, "case %d:\n%s\n%s\n", m.number, p.copyOf(m), end)
			}
			b.WriteString("}\n")
		}
		b.Write(f.text[written:])
		texts[f.name] = b.Bytes()
	}
	return texts
}

// copyOf returns the broken body, with labels of its own.
func (p *goPackage) copyOf(m *mutant) string {
	type edit struct {
		start, end int
		text       string
	}
	edits := []edit{{m.start, m.end, m.new}}
	label := func(id *ast.Ident) {
		if id != nil {
			end := p.fset.Position(id.End()).Offset
			edits = append(edits, edit{end, end, fmt.Sprintf("_%d", m.number)})
		}
	}
	ast.Inspect(m.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.LabeledStmt:
			label(n.Label)
		case *ast.BranchStmt:
			label(n.Label)
		}
		return true
	})
	slices.SortStableFunc(edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	at := p.fset.Position(m.body.Lbrace).Offset
	for _, e := range edits {
		if e.start < at {
			continue // a label inside of what is replaced
		}
		b.Write(m.file.text[at:e.start])
		b.WriteString(e.text)
		at = e.end
	}
	b.Write(m.file.text[at:p.fset.Position(m.body.End()).Offset])
	return b.String()
}

// faulty returns the mutants that do not compile.
func (p *goPackage) faulty(texts map[string][]byte) (map[int]bool, error) {
	fset := token.NewFileSet()
	var files []*ast.File
	for name, text := range texts {
		f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	_, faults := p.check(fset, files)
	bad := map[int]bool{}
	for _, fault := range faults {
		number := caseAround(files, fault.Pos)
		if number == 0 {
			return nil, fault
		}
		bad[number] = true
	}
	return bad, nil
}

// caseAround returns the number of the mutant whose copy holds a position, 0 for none.
func caseAround(files []*ast.File, at token.Pos) int {
	number := 0
	for _, f := range files {
		if at < f.FileStart || at > f.FileEnd {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || number > 0 || at < n.Pos() || at > n.End() {
				return false
			}
			if s, ok := n.(*ast.SwitchStmt); ok && isSwitchboard(s) {
				for _, c := range s.Body.List {
					if c.Pos() <= at && at <= c.End() {
						_, _ = fmt.Sscan(c.(*ast.CaseClause).List[0].(*ast.BasicLit).Value, &number) // written by us
					}
				}
				return false
			}
			return true
		})
	}
	return number
}

func isSwitchboard(s *ast.SwitchStmt) bool {
	id, ok := s.Tag.(*ast.Ident)
	return ok && id.Name == "mutantInUse"
}

// compile builds the test binary out of the texts instead of the files.
func (p *goPackage) compile(ctx context.Context, dir, tests, binary string, texts map[string][]byte) error {
	replace := map[string]string{}
	for name, text := range texts {
		file := filepath.Join(dir, "copy-"+filepath.Base(name))
		if err := os.WriteFile(file, text, 0o600); err != nil {
			return err
		}
		replace[name] = file
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return err
	}
	return goTest(ctx, tests, "-c", "-vet=off", "-overlay", list, "-o", binary)
}

func goTest(ctx context.Context, dir string, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", append([]string{"test"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go test: %w\n%s", err, out)
	}
	return nil
}
