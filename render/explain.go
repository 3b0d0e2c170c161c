package render

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// Explain writes what stands behind each figure of the scorecards that [evidence.Score] made of this
// map, line by line and in plain text: the inputs, the rule, the result, and in numbered notes the
// author and year of the rule, what it assumes and when not to use it. A person can follow it with a
// pocket calculator. The layers are told one after the other and never mixed. Each scorecard has notes
// of its own and an empty line before the next; without any, nothing is written. Costs are linear in
// the map and the scorecards. The error is that of w.
func Explain(w io.Writer, m *outcome.Map, cards []evidence.Scorecard) error {
	names, conditions := newNames(m), outcome.Conditions(m, cards)
	for i, card := range cards {
		e := &explainer{card: card, names: names, conditions: conditions[i]}
		if i > 0 {
			e.out.WriteByte('\n')
		}
		if err := output.Write(w, e.explanation()); err != nil {
			return err
		}
	}
	return nil
}

// explanation tells of the scorecard from the headline to the notes.
func (e *explainer) explanation() []byte {
	e.headline()
	e.ratings()
	e.structure()
	e.probative()
	e.breaks()
	e.checklist()
	e.next()
	e.missing()
	e.methods()
	return e.out.Bytes()
}

// explainer writes one explanation.
type explainer struct {
	out        bytes.Buffer
	card       evidence.Scorecard
	names      *names
	conditions []outcome.Condition
	notes      []string // figures of [evidence.Method], in the order of their first use
}

// line writes a line, indented by two blanks a level. Ids and labels of a map made by a program may hold
// anything: what would break or steer the line is shown as its code.
func (e *explainer) line(level int, format string, args ...any) {
	e.out.WriteString(strings.Repeat("  ", level))
	e.out.WriteString(harmless.Text(fmt.Sprintf(format, args...), ""))
	e.out.WriteByte('\n')
}

func (e *explainer) section(title string) {
	e.out.WriteByte('\n')
	e.line(0, "%s", title)
}

// note returns the sign of a note on a figure, such as "[2]".
func (e *explainer) note(figure string) string {
	n := slices.Index(e.notes, figure)
	if n < 0 {
		n = len(e.notes)
		e.notes = append(e.notes, figure)
	}
	return fmt.Sprintf("[%d]", n+1)
}

func (e *explainer) headline() {
	e.line(0, "Pathway: %s", e.names.target(pathway.Target{Pathway: e.card.Pathway}))
	if e.card.AsOf != "" {
		e.line(1, "As of %s.", e.card.AsOf)
	}
	r := e.card.Ratings
	e.line(1, "Ratings: %s; %d of %d stones rated.", r.Completeness, r.Rated, r.Stones)
	if chain := e.card.Probative.IfIndependent; chain != nil {
		e.line(1, "The chain holds with a chance of %s, if its claims are independent.", chances(*chain))
		if n := len(e.card.Probative.Open); n > 0 {
			e.line(2, "That is at most: %s no chance yet.", howMany(n, "part of it has", "parts of it have"))
		}
		if d := e.card.Probative.DoubleCounting; d != nil {
			e.line(2, "It is %s, if of the evidence on each claim only the weightiest item counts.", chances(d.Dominant))
		}
	}
	if at := e.card.Breaks.At; at != (pathway.Target{}) {
		e.line(1, "The story breaks at %s: %s.", e.names.target(at), e.card.Breaks.Why)
	} else if e.card.Breaks.Why == evidence.NothingWeak {
		e.line(1, "The story breaks nowhere that is known: %s.", e.card.Breaks.Why)
	}
	open := 0
	for _, c := range e.conditions {
		if c.Kind == outcome.Accounted {
			open = len(c.Open)
		}
	}
	e.line(1, "Other explanations: %s.", howMany(open, "point open", "points open"))
}

// methods writes the notes.
func (e *explainer) methods() {
	e.section("Notes")
	all := evidence.Methods()
	for i, figure := range e.notes {
		k := slices.IndexFunc(all, func(m evidence.Method) bool { return m.Figure == figure })
		if k < 0 {
			continue
		}
		m := all[k]
		e.line(1, "[%d] %s", i+1, m.Rule)
		for _, part := range [...]struct{ name, text string }{{"Source", firstOf(m.Source, "this library")}, {"Assumes", m.Assumes}, {"Not for", m.NotFor}} {
			if part.text != "" {
				e.line(3, "%s: %s", part.name, part.text)
			}
		}
	}
}

// howMany words a number of things.
func howMany(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
