package bayes

import "math"

// A Class is the kind of test that a piece of evidence is (Van Evera 1997). The zero Class is no
// test: finding the evidence is as probable either way.
type Class struct {
	Kind    Kind
	Against bool // it tests the claim's negation
}

// Kind is one of the four kinds of test.
type Kind string

// The kinds of test. A hoop must be jumped through: to fail it all but excludes the claim, to pass
// it proves little. A smoking gun all but proves the claim, and its absence says little. A doubly
// decisive test does both, a straw in the wind neither.
const (
	Straw          Kind = "straw"
	Hoop           Kind = "hoop"
	SmokingGun     Kind = "smoking-gun"
	DoublyDecisive Kind = "doubly-decisive"
)

// String returns "hoop", "against:hoop", or "none".
func (c Class) String() string {
	switch {
	case c.Kind == "":
		return "none"
	case c.Against:
		return "against:" + string(c.Kind)
	}
	return string(c.Kind)
}

// Thresholds says how much more probable the one case has to make what is seen for a test to be
// decisive. Humphreys and Jacobs (2023) draw the borders between the classes at 2 for both (fig. 5.2);
// a threshold that is left at zero is taken for 2. Show them wherever a class is shown: at 2, a mere 3
// decibels decide.
type Thresholds struct {
	Presence float64 // of s/f: a find at least so telling makes a smoking gun
	Absence  float64 // of (1-f)/(1-s): a miss at least so telling makes a hoop
}

// Class returns the kind of test that l makes, by two likelihood ratios: s/f on presence and
// (1-f)/(1-s) on absence, each against its threshold; with s below f the same against the claim.
// The classes are named by Van Evera (1997) and drawn in these numbers by Humphreys and Jacobs
// (2023, fig. 5.2). They are words for regions with sharp edges: where numbers are at hand the weight
// in decibels says more. Likelihoods that are no chances have no class.
func (l Likelihoods) Class(at Thresholds) Class {
	s, f := l.Sensitivity, l.TypeIError
	if l.check() != nil || math.Abs(s-f) < 1e-12 { // as the middles of 0.4 to 0.8 and of 0.6
		return Class{}
	}
	against := s < f
	if against {
		s, f = f, s
	}
	gun, hoop := atLeast(s, at.Presence, f), atLeast(1-f, at.Absence, 1-s)
	switch {
	case gun && hoop:
		return Class{DoublyDecisive, against}
	case gun:
		return Class{SmokingGun, against}
	case hoop:
		return Class{Hoop, against}
	}
	return Class{Straw, against}
}

// atLeast reports whether a/b is at least times, forgiving what was lost in working out 1-s.
func atLeast(a, times, b float64) bool {
	if !(times > 0) {
		times = 2
	}
	return a >= times*b*(1-1e-12)
}
