package main

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// A study is one likelihood and the claim that it moves, in a copy of the map: what-ifs are made on
// a copy, and the map that was read stays as it is.
type study struct {
	m        *outcome.Map      // the copy
	pathways []pathway.Pathway // the one that the claim is in
	claim    pathway.Target
	name     string // of the claim, in words
	item     string
	vary     string
	knob     *evidence.Range // the likelihood, in m
	judged   evidence.Range
}

// newStudy looks for a claim with a posterior that rests on the item.
func newStudy(m *outcome.Map, item, vary, only string) (*study, error) {
	s := &study{m: m.Clone(), item: item, vary: vary}
	bears, err := s.bears()
	if err != nil {
		return nil, err
	}
	for i, p := range s.m.Pathways {
		if only != "" && only != p.ID {
			continue
		}
		for _, b := range bears {
			s.pathways, s.claim = s.m.Pathways[i:i+1], b.About.In(p.ID)
			if s.knob, err = likelihood(b, vary); err != nil {
				return nil, err
			}
			if s.knob != nil && s.posterior() != nil {
				s.judged, s.name = *s.knob, outcome.NewIndex(m).Name(s.claim)
				return s, nil
			}
		}
	}
	return nil, fmt.Errorf("sensitivity: item %q moves no claim that has a prior", item)
}

func (s *study) bears() ([]evidence.Bearing, error) {
	for _, i := range s.m.Evidence.Items {
		if i.ID == s.item {
			return i.Bears, nil
		}
	}
	return nil, fmt.Errorf("sensitivity: no item %q", s.item)
}

func likelihood(b evidence.Bearing, name string) (*evidence.Range, error) {
	switch name {
	case "sensitivity":
		return b.Sensitivity, nil
	case "typeIError":
		return b.TypeIError, nil
	}
	return nil, fmt.Errorf("sensitivity: -vary %q: want typeIError or sensitivity", name)
}

// posterior scores the pathway as the copy stands; nil where the evidence cannot be scored.
func (s *study) posterior() *bayes.Estimate {
	if claim := evidence.Score(s.pathways, &s.m.Evidence)[0].Claim(s.claim); claim != nil {
		return claim.Posterior
	}
	return nil
}

type point struct {
	at        float64
	posterior *bayes.Estimate
}

// curve tries n values, evenly spread over 0 to 1.
func (s *study) curve(n int) []point {
	var curve []point
	for i := range n {
		at := float64(i) / float64(n-1)
		*s.knob = *evidence.Exactly(at)
		curve = append(curve, point{at, s.posterior()})
	}
	*s.knob = s.judged
	return curve
}
