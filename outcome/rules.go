package outcome

import "slices"

// A Rule is one question that is asked of every map file. Its ID never changes meaning.
type Rule struct {
	ID      string   // OM1xx: structure, OM2xx: references, OM3xx: method
	Name    string   // two or three words
	Summary string   // what it finds, in a sentence
	Help    string   // why it matters and what to do (CommonMark)
	Draft   Severity // what it weighs in each profile
	Review  Severity
	Final   Severity
	fixed   bool // no setting can lower it: the file cannot be read otherwise
}

// In returns what the rule weighs in profile p; an unknown profile is taken for [Review].
func (r Rule) In(p Profile) Severity {
	switch p {
	case Draft:
		return r.Draft
	case Final:
		return r.Final
	}
	return r.Review
}

// Fixed reports whether no setting can change the rule, because without it a file cannot be read.
func (r Rule) Fixed() bool { return r.fixed }

// Rules returns the whole catalogue, sorted by id.
func Rules() []Rule { return slices.Clone(catalogue) }

// RuleByID returns the rule with an id such as "OM202".
func RuleByID(id string) (Rule, bool) {
	i, ok := slices.BinarySearchFunc(catalogue, id, func(r Rule, id string) int {
		switch {
		case r.ID < id:
			return -1
		case r.ID > id:
			return 1
		}
		return 0
	})
	if !ok {
		return Rule{}, false
	}
	return catalogue[i], true
}
