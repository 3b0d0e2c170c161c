package schema

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/outcomemap/outcomemap/schema/internal/yamltext"
)

// load makes a result of a whole file. The error is for a format that there is not; no file can
// bring it about.
func (c config) load(src string) (*Result, error) {
	if c.format != "" && c.format != JSON && c.format != YAML {
		return nil, c.failed(fmt.Errorf("no format %q: want %q or %q", c.format, JSON, YAML))
	}
	run := &run{config: c, plan: compiled(), src: src, res: &Result{Name: c.name, Source: src}}
	run.all()
	return run.res, nil
}

// pending is a finding whose place in the file is still to be worked out.
type pending struct {
	outcome.Finding
	offset bool // Pos has the offset in the JSON text; else the pointer is all there is
}

// run is the reading of one file.
type run struct {
	config
	plan   *plan.Plan
	src    string // the file, byte for byte
	json   string // the same as JSON
	origin origin // from places in json to places in src
	res    *Result
	found  found
	short  shorthands

	pending []pending
}

func (r *run) all() {
	if !r.open() {
		r.finish()
		return
	}
	m := new(outcome.Map)
	reading := r.plan.Read(r.json, m, plan.Options{
		Depth: r.limits.Depth, Stones: r.limits.Stones, Links: r.limits.Links, Faults: max(r.limits.Findings-1, 1),
		Mend: r.severity(rule.Unknown) == outcome.Error, Judge: r.judge,
	})
	for _, f := range reading.Faults {
		r.fault(r.maybeYAML(f))
	}
	if !reading.Fatal {
		r.expand(m)
		if !r.crowded(m) {
			r.res.Map = m
			r.check(m)
		}
	}
	r.finish()
}

// maybeYAML adds to a fault at the very start of what was taken for JSON that it may be YAML.
func (r *run) maybeYAML(f plan.Fault) plan.Fault {
	if r.res.Format == JSON && f.Rule == rule.Syntax && f.Hint == "" && strings.TrimLeft(r.json[:f.At], " \t\r\n") == "" {
		f.Hint = "if it is YAML, let its name end in .yaml"
	}
	return f
}

// open turns the file into JSON text, or finds why it cannot.
func (r *run) open() bool {
	text, marked := strings.CutPrefix(r.src, byteMark)
	r.origin = jsonOrigin{src: r.src, skip: len(r.src) - len(text)}
	if len(r.src) > r.limits.Bytes {
		r.fault(plan.Fault{Rule: rule.Limit, Message: fmt.Sprintf("the file has more than %d bytes", r.limits.Bytes),
			Hint: plan.RaiseLimit})
		return false
	}
	if f, bad := unreadable(text); bad {
		r.fault(f)
		return false
	}
	if marked {
		r.byteMark()
	}
	r.res.Format = r.formatOf(text)
	r.json = text
	if r.res.Format == YAML {
		return r.openYAML(text)
	}
	return true
}

// check adds what outcome.Check finds, but for what follows from a fault that is told already.
func (r *run) check(m *outcome.Map) {
	checker := outcome.Checker{Profile: r.profile, Settings: r.settings, Least: r.least}
	for f := range checker.Findings(m) {
		f.Pointer = r.short.pointer(f.Pointer)
		for i := range f.Related {
			f.Related[i].Pointer = r.short.pointer(f.Related[i].Pointer)
		}
		if r.found.unexplained(&f) {
			r.add(pending{f, false})
		}
	}
	r.oneTypo()
}

// fault adds what is wrong with the text. Its place is its offset, or its pointer where that is
// below 0.
func (r *run) fault(f plan.Fault) {
	severity, because := r.weigh(f.Rule)
	r.found.note(f)
	if severity < max(r.least, outcome.Info) {
		return
	}
	out := outcome.Finding{Rule: f.Rule, Severity: severity, Because: because, Message: f.Message, Hint: f.Hint}
	out.Pointer, out.Pos = f.Pointer, outcome.Position{Offset: f.At, Length: f.Len}
	if f.FirstLen > 0 {
		first := outcome.Place{Pointer: f.Pointer, Pos: outcome.Position{Offset: f.FirstAt, Length: f.FirstLen}}
		out.Related = []outcome.Place{first}
	}
	r.add(pending{out, f.At >= 0})
}

// weigh returns what a rule weighs here, and the reason where a setting changed it.
func (c config) weigh(id string) (severity outcome.Severity, because string) {
	known, _ := outcome.RuleByID(id) // of package rule, so that it is known
	severity = known.In(c.profile)
	for _, s := range c.settings {
		if s.Rule == id && !known.Fixed() && s.Severity >= outcome.Off && s.Severity <= outcome.Error {
			severity, because = s.Severity, s.Because
		}
	}
	return severity, because
}

func (c config) severity(id string) outcome.Severity {
	s, _ := c.weigh(id)
	return s
}

// byteMark finds a byte order mark. It stands before the text, so its place is known.
func (r *run) byteMark() {
	r.fault(plan.Fault{Rule: rule.ByteMark, Message: "the file starts with a byte order mark", Hint: "save it as UTF-8 without one"})
	if n := len(r.pending); n > 0 {
		r.pending[n-1].Pos = outcome.Position{Line: 1, Column: 1, Length: len(byteMark)}
	}
}

// openYAML turns YAML text into JSON, or finds why it cannot.
func (r *run) openYAML(text string) bool {
	y := yamltext.Convert(text, r.plan.Root(), yamltext.Options{
		Depth: r.limits.Depth, Nodes: r.limits.YAMLNodes, Faults: max(r.limits.Findings-1, 1),
	})
	r.json = y.JSON
	r.origin = yamlOrigin{y.Table, len(r.src) - len(text)}
	for _, f := range y.Faults {
		r.fault(f)
	}
	return !y.Fatal
}
