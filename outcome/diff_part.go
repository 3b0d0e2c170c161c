package outcome

import (
	"fmt"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A Part says which part of a map is meant, for programs by Pointer, Thing and ID, for people as a
// whole.
type Part struct {
	Pointer string `json:"pointer"`          // JSON Pointer (RFC 6901) in the map file; "" is the whole map
	Thing   string `json:"thing"`            // such as "stone", "link" or "assessment"; "map" for what belongs to none of them
	ID      string `json:"id,omitempty"`     // its id, or what it goes by, such as "help -> skills" for a link
	Within  string `json:"within,omitempty"` // the thing that it is part of, such as `pathway "employers"`
	Field   string `json:"field,omitempty"`  // the field that is meant, as in the map file; "" for the whole thing
}

// String returns a line such as `pathway "employers", link "help -> skills", mechanism`.
func (p Part) String() string {
	var words []string
	for _, s := range [...]string{p.Within, p.name(), p.Field} {
		if s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, ", ")
}

// name is the thing without what it is part of: nothing for the map, where something else is said.
func (p Part) name() string {
	switch {
	case p.ID != "":
		return fmt.Sprintf("%s %q", p.Thing, short(p.ID))
	case p.Thing == "map" && p.Field != "":
		return ""
	}
	return p.Thing
}

// part says where a tree is.
func (t *tree) part() Part {
	p := Part{Thing: "map"}
	var steps, fields, within []string
	for ; t != nil; t = t.in {
		steps = append(steps, t.step)
		switch {
		case t.thing != "" && p.Thing == "map":
			p.Thing, p.ID = t.thing, t.id
		case t.thing != "":
			within = append(within, Part{Thing: t.thing, ID: t.id}.name())
		case t.name != "" && p.Thing == "map":
			fields = append(fields, t.name)
		}
	}
	for _, list := range [...][]string{steps, fields, within} {
		slices.Reverse(list)
	}
	p.Pointer, p.Field, p.Within = strings.Join(steps, ""), strings.Join(fields, "."), strings.Join(within, ", ")
	return p
}

// identify returns what kind of thing an element of a list is, what people call it, and the name by
// which it is found again in another version of the map. Elements of one name are told apart by
// their order.
func identify(element any) (thing, id, name string) {
	switch x := element.(type) {
	case Column:
		return "column", x.ID, x.ID
	case Factor:
		return "factor", x.Text, string(x.Kind) + "\x00" + x.Text
	case RuleSetting:
		return "rule", x.Rule, x.Rule
	case pathway.Pathway:
		return "pathway", x.ID, x.ID
	case pathway.Step:
		return "step", x.Column, x.Column
	case pathway.Link:
		return "link", x.From + " -> " + x.To, x.From + "\x00" + x.To
	case pathway.Assumption:
		return "assumption", x.ID, x.ID
	case pathway.Rival:
		return "rival", x.ID, x.ID
	case pathway.Ref:
		return "reference", strings.TrimSpace(x.Scheme + " " + x.Code), x.Scheme + "\x00" + x.Code
	}
	return identifyEvidence(element)
}

func identifyEvidence(element any) (thing, id, name string) {
	switch x := element.(type) {
	case evidence.Level:
		return "level", x.ID, x.ID
	case evidence.Source:
		return "source", x.ID, x.ID
	case evidence.Item:
		return "item", x.ID, x.ID
	case evidence.Group:
		return "group", x.ID, x.ID
	case evidence.Criterion:
		return "criterion", x.ID, x.ID
	case evidence.Indicator:
		return "indicator", x.ID, x.ID
	case evidence.Round:
		return "round", x.ID, x.ID
	case evidence.Bearing:
		return "bearing", x.About.String(), targetKey(x.About)
	case evidence.Claim:
		return "claim", x.About.String(), targetKey(x.About)
	case evidence.Baseline:
		id = string(x.Date) + whom(x.Dimensions)
		return "baseline", id, id
	case evidence.Period:
		id = strings.Trim(string(x.Start)+" to "+string(x.End), " ") + whom(x.Dimensions)
		return "period", id, id
	case evidence.Assessment:
		return "assessment", judged(x), fmt.Sprintf("%s\x00%s\x00%s\x00%s\x00%t", targetKey(x.About), x.Round, x.Date, x.By, x.Agreed)
	}
	return "entry", "", fmt.Sprint(element)
}

// targetKey tells all targets apart, as their names may not.
func targetKey(t pathway.Target) string {
	return strings.Join([]string{t.Pathway, t.Stone, t.Column, t.From, t.To, t.Rival, t.Assumption, t.Criterion}, "\x00")
}

// judged is what an assessment goes by.
func judged(a evidence.Assessment) string {
	words := []string{a.About.String()}
	for _, w := range [...]struct{ before, value string }{{"round ", a.Round}, {"", string(a.Date)}, {"by ", a.By}} {
		if w.value != "" {
			words = append(words, w.before+w.value)
		}
	}
	if a.Agreed {
		words = append(words, "agreed")
	}
	return strings.Join(words, ", ")
}

// whom says whom a row of an indicator counts.
func whom(dimensions map[string]string) string {
	if len(dimensions) == 0 {
		return ""
	}
	return " " + strings.TrimPrefix(fmt.Sprint(dimensions), "map") // fmt sorts the keys
}

// short cuts a text that is too long for a line.
func short(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
