package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A mutant is one small change of one function: the bytes from start to end are replaced.
type mutant struct {
	number     int
	kind       string
	file       *source
	body       *ast.BlockStmt // of the function that it changes
	yields     bool           // whether that function has results
	start, end int
	old, new   string
	at         token.Position
	reach      token.Position // what a test has to run to notice it
}

// String names the mutant as file:line:col kind: old -> new, on one line.
func (m *mutant) String() string {
	return fmt.Sprintf("%s:%d:%d %s: %s -> %s", filepath.Base(m.at.Filename), m.at.Line, m.at.Column, m.kind, short(m.old), short(m.new))
}

func short(code string) string {
	code = strings.Join(strings.Fields(code), " ")
	if runes := []rune(code); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return code
}

// mutants lists what can be broken inside the functions of the package, in the order of the code.
// Initial values of package variables and constants are left alone: they cannot be switched.
func (p *goPackage) mutants() []*mutant {
	var all []*mutant
	for _, f := range p.files {
		for _, decl := range f.tree.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			b := &breaker{goPackage: p, file: f, body: fn.Body, yields: fn.Type.Results != nil}
			b.walk(fn.Body, fn.Type.Results)
			slices.SortStableFunc(b.found, func(x, y *mutant) int { return x.start - y.start })
			all = append(all, b.found...)
		}
	}
	for i, m := range all {
		m.number = i + 1
	}
	return all
}

// A breaker collects the mutants of one function.
type breaker struct {
	*goPackage
	file   *source
	body   *ast.BlockStmt
	yields bool
	around token.Pos // the switch around an expression of a case, which coverage does not know
	found  []*mutant
}

// walk visits the code under n, which returns results.
func (b *breaker) walk(n ast.Node, results *ast.FieldList) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			b.walk(n.Body, n.Type.Results)
			return false
		case *ast.BinaryExpr:
			b.binary(n)
		case *ast.UnaryExpr:
			b.unary(n)
		case *ast.AssignStmt:
			b.swap("arithmetic", n.TokPos, n.Tok, assigned[n.Tok])
		case *ast.IncDecStmt:
			b.swap("step", n.TokPos, n.Tok, map[token.Token]token.Token{token.INC: token.DEC, token.DEC: token.INC}[n.Tok])
		case *ast.BlockStmt:
			b.statements(n.List)
		case *ast.CaseClause: // of a switch over types
			b.statements(n.Body)
		case *ast.CommClause:
			b.statements(n.Body)
		case *ast.SwitchStmt:
			b.cases(n, results)
			return false
		case *ast.ReturnStmt:
			b.returned(n, results)
		case *ast.BasicLit:
			b.number(n)
		case *ast.Ident:
			b.truth(n)
		case *ast.CallExpr:
			return !b.onlyCapacity(n, results)
		}
		return true
	})
}

// cases walks a switch. The conditions of its cases run when the switch does.
func (b *breaker) cases(n *ast.SwitchStmt, results *ast.FieldList) {
	if n.Init != nil {
		b.walk(n.Init, results)
	}
	if n.Tag != nil {
		b.walk(n.Tag, results)
	}
	for _, c := range n.Body.List {
		clause := c.(*ast.CaseClause)
		outer := b.around
		b.around = n.Switch
		for _, x := range clause.List {
			b.walk(x, results)
		}
		b.around = outer
		b.statements(clause.Body)
		for _, s := range clause.Body {
			b.walk(s, results)
		}
	}
}

// add notes one mutant.
func (b *breaker) add(kind string, from, to token.Pos, text string) {
	tokens := b.fset.File(from)
	m := &mutant{kind: kind, file: b.file, body: b.body, yields: b.yields, start: tokens.Offset(from), end: tokens.Offset(to), new: text, at: b.fset.Position(from)}
	m.old, m.reach = string(b.file.text[m.start:m.end]), m.at
	if b.around.IsValid() {
		m.reach = b.fset.Position(b.around)
	}
	b.found = append(b.found, m)
}

func (b *breaker) swap(kind string, at token.Pos, from, to token.Token) {
	if to != token.ILLEGAL {
		b.add(kind, at, at+token.Pos(len(from.String())), to.String())
	}
}

var (
	boundary = map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR}
	negated  = map[token.Token]token.Token{
		token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR,
	}
	logic      = map[token.Token]token.Token{token.LAND: token.LOR, token.LOR: token.LAND}
	arithmetic = map[token.Token]token.Token{
		token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL, token.REM: token.MUL,
		token.AND: token.OR, token.OR: token.AND, token.XOR: token.AND, token.SHL: token.SHR, token.SHR: token.SHL, token.AND_NOT: token.AND,
	}
	assigned = map[token.Token]token.Token{
		token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN, token.MUL_ASSIGN: token.QUO_ASSIGN, token.QUO_ASSIGN: token.MUL_ASSIGN,
		token.OR_ASSIGN: token.AND_ASSIGN, token.AND_ASSIGN: token.OR_ASSIGN, token.SHL_ASSIGN: token.SHR_ASSIGN, token.SHR_ASSIGN: token.SHL_ASSIGN,
	}
)

func (b *breaker) binary(n *ast.BinaryExpr) {
	b.swap("boundary", n.OpPos, n.Op, boundary[n.Op])
	b.swap("negation", n.OpPos, n.Op, negated[n.Op])
	b.swap("logic", n.OpPos, n.Op, logic[n.Op])
	if t, ok := b.info.TypeOf(n).Underlying().(*types.Basic); ok && t.Info()&types.IsString == 0 {
		b.swap("arithmetic", n.OpPos, n.Op, arithmetic[n.Op])
	}
}

// unary drops a not or a minus.
func (b *breaker) unary(n *ast.UnaryExpr) {
	if n.Op == token.NOT || n.Op == token.SUB {
		b.add("unary", n.OpPos, n.X.Pos(), "")
	}
}

// statements removes what is done and not declared: calls, assignments, jumps.
func (b *breaker) statements(list []ast.Stmt) {
	for i, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && i == len(list)-1 && isPanic(call) {
				continue // the compiler wants it there
			}
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		case *ast.IncDecStmt, *ast.DeferStmt:
		case *ast.BranchStmt:
			if s.Tok == token.FALLTHROUGH || s.Tok == token.GOTO || s.Label != nil {
				continue // a label that nobody jumps to does not compile
			}
		default:
			continue
		}
		b.add("removal", s.Pos(), s.End(), "")
	}
}

func isPanic(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "panic"
}

// returned puts the zero value in the place of each result in turn.
func (b *breaker) returned(n *ast.ReturnStmt, results *ast.FieldList) {
	kinds := flat(results)
	if len(n.Results) != len(kinds) {
		return // none, or those of one call
	}
	for i, x := range n.Results {
		if tv := b.info.Types[x]; tv.IsNil() || isZero(tv.Value) || isEmpty(x) {
			continue
		}
		t := b.fset.File(kinds[i].Pos())
		zero := "*new(" + string(b.file.text[t.Offset(kinds[i].Pos()):t.Offset(kinds[i].End())]) + ")"
		b.add("result", x.Pos(), x.End(), zero)
	}
}

// flat lists the type of each result.
func flat(results *ast.FieldList) []ast.Expr {
	var kinds []ast.Expr
	if results == nil {
		return nil
	}
	for _, f := range results.List {
		for range max(1, len(f.Names)) {
			kinds = append(kinds, f.Type)
		}
	}
	return kinds
}

func isZero(v constant.Value) bool {
	switch {
	case v == nil:
		return false
	case v.Kind() == constant.Bool:
		return true // truth has its own mutant
	case v.Kind() == constant.String:
		return constant.StringVal(v) == ""
	}
	return constant.Sign(v) == 0
}

// isEmpty tells whether x is the zero value of a struct, written out.
func isEmpty(x ast.Expr) bool {
	lit, ok := x.(*ast.CompositeLit)
	if !ok || len(lit.Elts) > 0 {
		return false
	}
	switch lit.Type.(type) {
	case *ast.ArrayType, *ast.MapType:
		return false
	}
	return true
}

// number adds one to a number.
func (b *breaker) number(n *ast.BasicLit) {
	switch n.Kind {
	case token.INT:
		if v, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
			b.add("number", n.Pos(), n.End(), strconv.FormatInt(v+1, 10))
		}
	case token.FLOAT:
		b.add("number", n.Pos(), n.End(), "("+n.Value+" + 1)")
	}
}

// truth turns true into false and back.
func (b *breaker) truth(n *ast.Ident) {
	if c, ok := b.info.Uses[n].(*types.Const); ok && c.Pkg() == nil && (n.Name == "true" || n.Name == "false") {
		b.add("truth", n.Pos(), n.End(), strconv.FormatBool(n.Name == "false"))
	}
}

// onlyCapacity walks a call of make up to its capacity, which no result depends on, and tells
// whether it was one.
func (b *breaker) onlyCapacity(n *ast.CallExpr, results *ast.FieldList) bool {
	id, ok := n.Fun.(*ast.Ident)
	if !ok || id.Name != "make" || len(n.Args) < 2 {
		return false
	}
	if _, ok := b.info.TypeOf(n).Underlying().(*types.Slice); !ok {
		return true // the size of a map or of a channel
	}
	b.walk(n.Args[1], results)
	return true
}
