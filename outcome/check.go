package outcome

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
)

// Check returns what is wrong or weak with the references and the method of m, sorted by place:
// rules OM2xx and OM3xx, and targets that name nothing (OM120). Settings apply after the map's own
// [Map.Rules]. The structure of a file (OM1xx) is checked by package schema, which also adds file,
// line and column. Costs are linear in the map.
func Check(m *Map, p Profile, settings ...RuleSetting) []Finding {
	fs := slices.Collect(Checker{Profile: p, Settings: settings}.Findings(m))
	SortFindings(fs)
	return fs
}

// A Checker says how a map is checked, for those to whom [Check] is too much: package schema, which
// looks for nothing lighter than an error when it only reads, and whoever wants to stop early. The
// zero value checks everything in the profile [Review].
type Checker struct {
	Profile  Profile
	Settings []RuleSetting // for any rule that is not [Rule.Fixed]; later ones win
	Least    Severity      // findings that weigh less are not looked for; zero: none
}

// Findings yields the findings of [Check] one by one, unsorted, so that a caller can stop.
func (k Checker) Findings(m *Map) iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		if m == nil {
			return
		}
		c := &check{m: m, yield: yield, weight: map[string]weight{}, candidates: map[string][]string{}, linkSets: map[int]*linkSet{},
			near: map[kindAndID]string{}, blamed: map[kindAndID]bool{}, repeated: map[kindAndID]*repeated{}, muddled: map[int]bool{}}
		c.weigh(k)
		for _, part := range []func(){
			c.ids, c.stones, c.pathways, c.evidence, c.assessments, c.references, c.method, c.settings, c.prose,
		} {
			if c.stopped {
				return
			}
			part()
		}
	}
}

// check is one run over one map.
type check struct {
	m       *Map
	yield   func(Finding) bool
	stopped bool
	weight  map[string]weight
	known   known

	candidates map[string][]string     // for suggestions, by kind
	near       map[kindAndID]string    // suggestions so far
	blamed     map[kindAndID]bool      // what was suggested, by class: it is told of already
	repeated   map[kindAndID]*repeated // by rule and class
	repeats    []*repeated             // the same in order
	muddled    map[int]bool            // pathways whose steps are told of: what follows from them is not
	layout     layout                  // of the pathway at hand
	text       []byte                  // of the stone at hand
	linkSets   map[int]*linkSet        // by pathway
}

// weight is what a rule weighs in this run, and why if a setting changed it.
type weight struct {
	severity Severity
	because  string
}

// weigh works out what each rule weighs: the profile, then the map's settings, then the caller's.
func (c *check) weigh(k Checker) {
	for _, r := range catalogue {
		c.weight[r.ID] = weight{severity: r.In(k.Profile)}
	}
	for _, s := range c.m.Rules {
		if r, ok := RuleByID(s.Rule); ok && ownRule(r.ID) && s.Severity.valid() {
			c.weight[r.ID] = weight{s.Severity, s.Because}
		}
	}
	for _, s := range k.Settings {
		if r, ok := RuleByID(s.Rule); ok && !r.fixed && s.Severity.valid() {
			c.weight[r.ID] = weight{s.Severity, s.Because}
		}
	}
	for id, w := range c.weight {
		if w.severity < max(k.Least, Info) {
			delete(c.weight, id)
		}
	}
}

// ownRule reports whether a map can change the rule itself: its readers rely on the others.
func ownRule(id string) bool { return strings.HasPrefix(id, "OM3") }

func (s Severity) valid() bool { return s >= Off && s <= Error }

// on reports whether a rule is looked for at all.
func (c *check) on(id string) bool {
	_, ok := c.weight[id]
	return ok && !c.stopped
}

// find yields a finding, if its rule is on.
func (c *check) find(id, pointer, message, hint string, related ...string) {
	if !c.on(id) {
		return
	}
	f := Finding{Rule: id, Place: Place{Pointer: pointer}, Message: message, Hint: hint}
	for _, p := range related {
		f.Related = append(f.Related, Place{Pointer: p})
	}
	c.yieldOne(f)
}

func (c *check) yieldOne(f Finding) {
	if w, ok := c.weight[f.Rule]; ok && !c.stopped {
		f.Severity, f.Because = w.severity, w.because
		c.stopped = !c.yield(f)
	}
}

// at makes a JSON Pointer from names of fields and places in lists.
func at(parts ...any) string {
	var b strings.Builder
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			b.WriteByte('/')
			b.WriteString(strconv.Itoa(p))
		case string:
			if !strings.HasPrefix(p, "/") {
				b.WriteByte('/')
			}
			b.WriteString(p)
		}
	}
	return b.String()
}

// settings checks the map's own rule settings.
func (c *check) settings() {
	for i, s := range c.m.Rules {
		r, ok := RuleByID(s.Rule)
		switch {
		case !ok:
			c.find(rule.RuleSetting, at("rules", i, "rule"), "no rule "+strconv.Quote(s.Rule), "")
		case !ownRule(r.ID):
			c.find(rule.RuleSetting, at("rules", i, "rule"), "a map cannot change rule "+s.Rule,
				"only the method rules, OM301 and on, are a map's own")
		}
	}
}
