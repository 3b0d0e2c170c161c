package schematest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

// A Fault is a way to break a map.
type Fault struct {
	Name string // such as "stone twice in a pathway"
	Rule string // id of the rule that has to find it

	model func(*breaker) (pointer string)       // breaks the map itself
	file  func(*breaker) (pointer, text string) // or what is written of it
}

// Faults returns every way to break a map that [Break] knows, sorted by rule.
func Faults() []Fault {
	all := slices.Concat(fileFaults, structureFaults, referenceFaults, methodFaults)
	slices.SortStableFunc(all, func(a, b Fault) int { return bytes.Compare([]byte(a.Rule), []byte(b.Rule)) })
	return all
}

// A Broken map is one with a fault in it, and the finding that has to tell of it.
type Broken struct {
	Map     *outcome.Map  // nil where only a file can have the fault
	File    []byte        // the map file
	Format  schema.Format // of the file: JSON, but for faults that only YAML can have
	Rule    string        // id of the rule that has to find the fault
	Pointer string        // JSON Pointer to it
}

// Break returns a copy of m with one fault in it. A checker that works tells of that fault in the
// profile review, beside what it told of m before, and of nothing else. The error says why m cannot
// be broken in this way, as a map without pathways can have no stone twice in one. Costs are linear
// in m, which is not changed.
func Break(m *outcome.Map, fault string) (*Broken, error) {
	all := Faults()
	i := slices.IndexFunc(all, func(f Fault) bool { return f.Name == fault })
	switch {
	case i < 0:
		return nil, fmt.Errorf("schematest: no fault %q", fault)
	case m == nil:
		return nil, errors.New("schematest: no map to break")
	}
	f := all[i]
	b := &breaker{m: m.Clone(), format: schema.JSON}
	for _, s := range m.Rules {
		if s.Rule == f.Rule && s.Severity == outcome.Off {
			return nil, fmt.Errorf("schematest: fault %q: the map turns rule %s off", fault, s.Rule)
		}
	}
	out := &Broken{Rule: f.Rule}
	if f.model != nil {
		out.Pointer, out.Map = f.model(b), b.m
	}
	text := ""
	if f.file != nil {
		out.Pointer, text = f.file(b)
	}
	if f.model != nil && b.err == nil {
		text = b.write()
	}
	if b.err != nil {
		return nil, fmt.Errorf("schematest: fault %q: %w", fault, b.err)
	}
	out.File, out.Format = []byte(text), b.format
	return out, nil
}

// breaker is a copy of a map that is being broken.
type breaker struct {
	m      *outcome.Map
	format schema.Format
	prefix string // with which no id of the map starts
	err    error
}

// must keeps the first reason why the map cannot be broken.
func (b *breaker) must(ok bool, why string) bool {
	if !ok && b.err == nil {
		b.err = errors.New(why)
	}
	return b.err == nil
}

// need is must for what the map has to have.
func (b *breaker) need(ok bool, what string) bool { return b.must(ok, "the map has no "+what) }

// write returns the map as a file.
func (b *breaker) write() string {
	var out bytes.Buffer
	if err := schema.Write(&out, b.m, b.format); err != nil && b.err == nil {
		b.err = err
	}
	return out.String()
}
