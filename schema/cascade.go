package schema

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

// found remembers what is wrong with the text, so that what merely follows from it is not told as
// well: of one fault there is one finding.
type found struct {
	at     map[string]bool // pointers of faults
	gone   map[string]bool // values that could not be read
	around map[string]bool // what such a value is a part of, and what has a field at fault
	same   map[string]bool // rule and pointer of a fault, and of all that it is a part of
	noIDs  map[string]bool // kinds of which an id could not be read
	lostIn map[string]bool // lists of the evidence of which a part could not be read
	noStep bool            // a step of a pathway could not be read
}

// restsOn is the lists of the evidence by which a rule of method judges: where a part of one is lost, what
// the rule finds may follow from that.
var restsOn = map[string][]string{
	rule.Unassessed:     {"assessments"},
	rule.RatersDiffer:   {"assessments"},
	rule.NoEvidence:     {"items", "groups", "assessments"},
	rule.BearsOnNothing: {"groups", "assessments"},
	rule.EmptySource:    {"items"},
	rule.OneSource:      {"items", "groups"},
	rule.NoRival:        {"items", "groups", "claims"},
}

func (k *found) note(f plan.Fault) {
	if k.at == nil {
		*k = found{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, false}
	}
	k.at[f.Pointer] = true
	pointer := f.Pointer
	if f.Field != "" {
		pointer += "/" + f.Field
	}
	parent := true
	for i := strings.LastIndexByte(pointer, '/'); i > 0; i = strings.LastIndexByte(pointer[:i], '/') {
		k.same[f.Rule+pointer[:i]] = true
		if f.Lost || parent && f.Rule != rule.Unknown {
			k.around[pointer[:i]] = true
		}
		parent = false
	}
	if !f.Lost && f.Rule != rule.DuplicateKey { // of which the second value is lost
		return
	}
	k.gone[pointer] = k.gone[pointer] || f.Lost
	if kind := idsIn(pointer); kind != "" {
		k.noIDs[kind] = true
	}
	k.noStep = k.noStep || stepIn(pointer)
	if inside, ok := strings.CutPrefix(pointer, "/evidence/"); ok {
		list, _, _ := strings.Cut(inside, "/")
		k.lostIn[list] = true
	}
}

// stepIn reports whether what a pathway passes is lost with the value at pointer.
func stepIn(pointer string) bool {
	inside, ok := strings.CutPrefix(pointer, "/pathways/")
	parts := strings.Split(inside, "/")
	switch n := len(parts); {
	case n > 3:
		return ok && parts[1] == "steps" && parts[3] == "stones"
	case n > 1:
		return ok && (parts[1] == "steps" || parts[1] == "stones")
	}
	return ok // the whole pathway
}

// unexplained reports whether f is worth telling. Of its places those are dropped that follow from a
// fault that is told already.
func (k *found) unexplained(f *outcome.Finding) bool {
	if len(k.at) == 0 {
		return true
	}
	if f.Rule != rule.Dangling {
		return !k.explains(*f)
	}
	places := slices.DeleteFunc(append([]outcome.Place{f.Place}, f.Related...), func(p outcome.Place) bool {
		return k.explains(outcome.Finding{Rule: f.Rule, Place: p})
	})
	if len(places) == 0 {
		return false
	}
	f.Place, f.Related = places[0], places[1:]
	return true
}

// explains reports whether f follows from a fault that is told already.
func (k *found) explains(f outcome.Finding) bool {
	if k.at[f.Pointer] || k.same[f.Rule+f.Pointer] {
		return true
	}
	switch f.Rule {
	case rule.Target, rule.Span:
		if k.around[f.Pointer] {
			return true // a part of what it is about could not be read
		}
	case rule.Group:
		group := strings.TrimSuffix(strings.TrimSuffix(f.Pointer, "/bears"), "/rho")
		if k.at[group+"/policy"] || k.gone[group+"/rho"] || k.gone[group+"/bears"] {
			return true // what a group needs depends on its policy
		}
	case rule.WrongRating:
		if k.around[path.Dir(f.Pointer)+"/about"] {
			return true // what is rated depends on it
		}
	case rule.LinkOutside, rule.LooseStone, rule.NoLink:
		if k.noStep {
			return true
		}
	}
	if slices.ContainsFunc(restsOn[f.Rule], func(list string) bool { return k.lostIn[list] }) {
		return true
	}
	if k.around[f.Pointer] && strings.HasPrefix(f.Rule, "OM3") {
		return true
	}
	for p := f.Pointer; p != ""; p = p[:strings.LastIndexByte(p, '/')] {
		if k.gone[p] {
			return true
		}
	}
	return (f.Rule == rule.Dangling || f.Rule == rule.UnknownRating) && k.noIDs[referenceKind(f.Pointer)]
}

// oneTypo makes one finding of an id that cannot stay as it is, because it stands twice or is no id, and
// of the references to one that is missing, where there is one of each: most likely it should have
// been that. A single reference that is near another id is a fault of its own.
func (r *run) oneTypo() {
	ids, references := make(map[string][]*pending), make(map[string][]*pending) // by kind
	for i := range r.pending {
		switch p := &r.pending[i]; p.Rule {
		case rule.DuplicateID, rule.BadID:
			kind := idsIn(p.Pointer)
			ids[kind] = append(ids[kind], p)
		case rule.Dangling, rule.UnknownRating:
			kind := referenceKind(p.Pointer)
			references[kind] = append(references[kind], p)
		}
	}
	for _, kind := range []string{"node", "pathway", "source", "item", "group", "criterion", "round", "progress", "confidence"} {
		if len(ids[kind]) != 1 || len(references[kind]) != 1 {
			continue
		}
		id, missing := ids[kind][0], references[kind][0]
		near, meant := strings.CutPrefix(strings.TrimSuffix(missing.Hint, "?"), "did you mean ")
		if !meant {
			near = ""
		}
		if id.Severity == missing.Severity && (len(missing.Related) > 0 || strings.Contains(id.Message, near)) {
			id.Hint += ", perhaps the one that is missing: " + missing.Message
			id.Related = append(append(id.Related, missing.Place), missing.Related...)
			id.offset = false // its pointer leads to the same place
			missing.Rule = ""
		}
	}
	r.pending = slices.DeleteFunc(r.pending, func(p pending) bool { return p.Rule == "" })
}

// lists are where ids are given, by the name of the list.
var lists = []string{"columns", "stones", "pathways", "assumptions", "rivals", "sources", "items", "groups", "criteria", "rounds", "progress", "confidence"}

// idsIn returns whose ids are lost with the value at pointer: a list, an entry of it, or an id.
func idsIn(pointer string) string {
	list := strings.TrimSuffix(pointer, "/id")
	if isNumber(path.Base(list)) {
		list = path.Dir(list)
	}
	switch name := path.Base(list); {
	case !slices.Contains(lists, name):
		return ""
	case name == "stones" && strings.HasPrefix(list, "/pathways/"), name == "items" && list != "/evidence/items":
		return "" // references, not what they refer to
	default:
		return kindOf(name)
	}
}

// referenceKind returns the list in which the id at pointer should be.
func referenceKind(pointer string) string {
	parts := strings.Split(pointer, "/")
	last := parts[len(parts)-1]
	if isNumber(last) && len(parts) > 1 {
		last = parts[len(parts)-2]
	}
	return kindOf(last)
}

// kindOf maps the name of a list, or of a field that refers to it, to one word.
func kindOf(field string) string {
	switch field {
	case "columns", "stones", "column", "stone", "from", "to":
		return "node"
	case "also", "pathways", "pathway":
		return "pathway"
	case "criteria", "criterion":
		return "criterion"
	case "progress":
		return field
	}
	return strings.TrimSuffix(field, "s")
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
