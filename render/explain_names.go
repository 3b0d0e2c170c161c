package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// names puts ids into words.
type names struct {
	index *outcome.Index
	items map[string]*evidence.Item
}

func newNames(m *outcome.Map) *names {
	n := &names{index: outcome.NewIndex(m), items: map[string]*evidence.Item{}}
	if m == nil {
		return n
	}
	for i := range m.Evidence.Items {
		if item := &m.Evidence.Items[i]; n.items[item.ID] == nil {
			n.items[item.ID] = item
		}
	}
	return n
}

// target names a target by its text and its id, within its pathway.
func (n *names) target(t pathway.Target) string {
	switch t.Kind() {
	case pathway.NoTarget:
		return "nothing"
	case pathway.PathwayTarget:
		if p := n.index.Pathway(t.Pathway); p != nil {
			return titled(firstOf(p.Short, p.Title), p.ID)
		}
	case pathway.StoneTarget:
		return n.node(t.Stone)
	case pathway.StepTarget:
		return "step " + n.node(t.Column)
	case pathway.LinkTarget:
		return n.node(t.From) + " -> " + n.node(t.To)
	case pathway.RivalTarget:
		return "rival " + titled(n.index.Name(t), t.Rival)
	case pathway.AssumptionTarget:
		return "assumption " + titled(n.index.Name(t), t.Assumption)
	case pathway.CriterionTarget:
		return "criterion " + titled(n.index.Name(t), t.Criterion)
	}
	t.Pathway = ""
	return t.String()
}

// node names a stone, or a column by its heading.
func (n *names) node(id string) string {
	if s, _ := n.index.Stone(id); s != nil {
		return titled(s.Text, id)
	}
	if c := n.index.Column(id); c != nil {
		return titled(c.Heading, id)
	}
	return id
}

// item names an item by its id and what it says.
func (n *names) item(id string) string {
	if item := n.items[id]; item != nil && item.Text != "" {
		return fmt.Sprintf("%s %q", id, brief(item.Text))
	}
	return id
}

// text is what a target says in full, "" where it has no text of its own.
func (n *names) text(t pathway.Target) string {
	switch t.Kind() {
	case pathway.PathwayTarget:
		if p := n.index.Pathway(t.Pathway); p != nil {
			return p.Title
		}
	case pathway.StoneTarget:
		if s, _ := n.index.Stone(t.Stone); s != nil {
			return s.Text
		}
	case pathway.StepTarget:
		if c := n.index.Column(t.Column); c != nil {
			return c.Heading
		}
	case pathway.RivalTarget, pathway.AssumptionTarget, pathway.CriterionTarget:
		if name := n.index.Name(t); name != bareID(t) {
			return name
		}
	case pathway.LinkTarget:
		return n.index.Name(t)
	}
	return ""
}

func (n *names) list(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}

// titled is a text with its id behind it, or the id alone.
func titled(text, id string) string {
	if text = brief(text); text == "" || text == id {
		return id
	}
	return fmt.Sprintf("%s (%s)", text, id)
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// brief makes one short line of a text: control characters and overrides of the writing direction
// would let it play tricks on a terminal.
func brief(text string) string {
	const most = 72
	text = harmless.Text(strings.Join(strings.Fields(text), " "), "")
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// chances words an estimate of a chance.
func chances(e bayes.Estimate) string {
	if low, high := chance(e.Low), chance(e.High); low != high {
		return fmt.Sprintf("%s to %s (%s in the middle)", low, high, chance(e.Mid))
	}
	return chance(e.Mid)
}

// chance rounds to two places, and to more where that would claim certainty.
func chance(x float64) string {
	for places := 2; places <= 6; places++ {
		s := strconv.FormatFloat(x, 'f', places, 64)
		if y, _ := strconv.ParseFloat(s, 64); (y > 0 || x == 0) && (y < 1 || x == 1) {
			return s
		}
	}
	if x < 0.5 {
		return "below 0.000001"
	}
	return "above 0.999999"
}

// fromTo words how a chance moves, to as many places as it takes to see it, four at the most.
func fromTo(from, to float64) string {
	for places := 3; places <= 4 && from != to && chance(from) == chance(to); places++ {
		a, b := strconv.FormatFloat(from, 'f', places, 64), strconv.FormatFloat(to, 'f', places, 64)
		if a != b {
			return a + " to " + b
		}
	}
	return chance(from) + " to " + chance(to)
}

// classes words the kinds of a test.
var classes = map[bayes.Kind]string{
	bayes.Straw: "straw in the wind", bayes.Hoop: "hoop", bayes.SmokingGun: "smoking gun", bayes.DoublyDecisive: "doubly decisive",
}

func class(c bayes.Class) string {
	switch {
	case c.Kind == "":
		return "no test, as it is as probable either way"
	case c.Against:
		return classes[c.Kind] + " against it"
	}
	return classes[c.Kind]
}

// inRatio turns a weight in decibels back into the ratio.
func inRatio(weight bayes.Estimate) bayes.Estimate {
	back := func(db float64) float64 { return math.Pow(10, db/10) }
	return bayes.Estimate{Low: back(weight.Low), Mid: back(weight.Mid), High: back(weight.High)}
}

// decibels words a weight of evidence.
func decibels(e bayes.Estimate) string {
	if low, high := decibel(e.Low), decibel(e.High); low != high {
		return fmt.Sprintf("%s to %s dB (%s in the middle)", low, high, decibel(e.Mid))
	}
	return decibel(e.Mid) + " dB"
}

func decibel(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "+infinity"
	case math.IsInf(x, -1):
		return "-infinity"
	}
	return fmt.Sprintf("%+.1f", math.Round(x*10)/10+0) // + 0: no -0.0
}

// ratio words a likelihood ratio.
func ratio(e bayes.Estimate) string {
	if low, high := times(e.Low), times(e.High); low != high {
		return low + " to " + high
	}
	return times(e.Mid)
}

func times(x float64) string {
	if math.IsInf(x, 0) {
		return "infinite"
	}
	return strconv.FormatFloat(x, 'g', 3, 64)
}
